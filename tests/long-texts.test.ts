import type { Activity } from 'botbuilder';
import { loadBot } from '../src/bot.js';
import { fromMessage } from '../src/channels/slack/to-activity.js';
import { MAX_UTTERANCE, toTurnRequest } from '../src/channels/to-turn-request.js';
import { readDelivery } from '../src/channels/webhook/delivery.js';
import { DEFAULT_SETTINGS } from './fixtures/default-settings.js';

const { bot } = loadBot(DEFAULT_SETTINGS);

const PARTS = [
  'We drove to the coast on Sunday and the children ran along the beach.',
  'My sister brought her old dog and a basket of bread and cheese.',
  'We talked about the garden, about the neighbours, and about the new school.',
  'The weather was mild and the sea was calm all afternoon.',
  'Later we cooked soup together and looked at photos from the summer.',
  'My brother told a long story about his train to the north.',
];

/** Some `length` characters of nothing in particular, a sentence at a time. */
function story(length: number): string {
  const sentences: string[] = [];
  for (let i = 0, size = 0; size < length; i += 1) {
    const sentence = PARTS[i % PARTS.length] ?? '';
    sentences.push(sentence);
    size += sentence.length + 1;
  }
  return sentences.join(' ');
}

type ToActivity = (text: string) => Partial<Activity>;

const message = { type: 'message', recipient: { id: 'bot' }, from: { id: 'ann' } };

/** How each kind of channel hands a text over, and the most it takes. */
const CHANNELS: readonly (readonly [string, number, ToActivity])[] = [
  [
    'Slack',
    40_000,
    (text) =>
      fromMessage({ channel: 'D1', user: 'U1', ts: '1.1', text, channel_type: 'im' }, 'e', 'B') ??
      {},
  ],
  [
    'Teams',
    20_000,
    (text) =>
      ({
        ...message,
        channelId: 'msteams',
        text: `<at>FAQ</at> ${text}`,
        entities: [{ type: 'mention', text: '<at>FAQ</at>', mentioned: { id: 'bot' } }],
        conversation: { id: 'c', conversationType: 'personal' },
      }) as unknown as Activity,
  ],
  [
    'website',
    40_000,
    (text) => ({ ...message, channelId: 'directline', text }) as unknown as Activity,
  ],
  [
    'Mattermost',
    16_000,
    (text) => {
      const post = { channel_id: 'c', user_id: 'u', post_id: 'p', text };
      const delivery = readDelivery(post, 'mattermost', false);
      return typeof delivery === 'object' && delivery !== null ? delivery.activity : {};
    },
  ],
];

const DANGERS = [
  ['emergency', 'Now I cannot breathe and my lips are blue.'],
  ['care-line', 'My husband has had diarrhea since last night.'],
  ['self-harm', 'I have written the goodbye letters and I want to end it tonight.'],
] as const;

/** Characters before the danger and after it. */
const PLACES = [
  [500, 5500],
  [3000, 3000],
  [5800, 200],
  [11_000, 4000],
] as const;

const CASES = CHANNELS.flatMap(([channel, , toActivity]) =>
  DANGERS.flatMap(([level, danger]) =>
    PLACES.map(([before, after]) => ({ channel, level, danger, before, after, toActivity })),
  ),
);

const take = (activity: Partial<Activity>) =>
  bot.takeTurn(toTurnRequest(activity, { turnId: 't', now: 1 }), bot.newConversation());

test.each(CASES)(
  '$channel: $level is found after $before characters and before $after',
  ({ level, danger, before, after, toActivity }) => {
    const { verdict } = take(toActivity(`${story(before)} ${danger} ${story(after)}`));
    expect(verdict).toMatchObject({ decision: 'triage', intent: level });
  },
);

test.each(CHANNELS)('%s: danger in the middle of the most it takes is found', (_, most, to) => {
  const half = most / 2 - 200;
  const text = `${story(half)} My chest hurts and I cannot breathe. ${story(half)}`;
  expect(text.length).toBeLessThanOrEqual(most);
  expect(take(to(text)).verdict.intent).toBe('emergency');
});

test('a long story without danger is none, and is said to be too long', () => {
  for (const length of [3000, 12_000, MAX_UTTERANCE - 200]) {
    const { verdict, reply } = take({ text: story(length) });
    expect(verdict).toMatchObject({ decision: 'fallback', intent: null });
    expect(reply.body).toMatch(/more text than I can read/);
  }
});

test('of a text beyond any channel both ends are read', () => {
  const rest = story(MAX_UTTERANCE);
  for (const text of [`My chest hurts. ${rest}${rest}`, `${rest}${rest} My chest hurts.`]) {
    expect(take({ text }).verdict.intent).toBe('emergency');
  }
});
