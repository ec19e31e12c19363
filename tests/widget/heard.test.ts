import { render } from '../../src/channels/render.js';
import { thumbs } from '../../src/channels/tapped.js';
import { readHeard } from '../../src/widget/chat/heard.js';
import { echoBot } from '../fixtures/echo-bot.js';

const { labels } = echoBot;
const reply = {
  body: 'Call 911 now.',
  footer: '',
  level: 'emergency' as const,
  suggestions: [{ title: 'Types', text: 'types of it', intent: 'types' }],
  source: ['Introduction'],
  more: true,
  feedback: true,
  printable: false,
};
const verdict = {
  decision: 'triage' as const,
  intent: 'emergency',
  confidence: 1,
  candidates: [],
  also: [],
};
const sent = {
  ...render({ turnId: 'turn-1', reply, verdict, contentVersion: 'v', labels }, 'directline'),
  id: 'c|0000002',
  from: { id: 'faq-bot', role: 'bot' },
};

test('an answer of the bot is read with all its parts', () => {
  expect(readHeard(sent)).toMatchObject({
    kind: 'answer',
    body: 'Call 911 now.',
    footer: '',
    level: 'emergency',
    route: true,
    source: ['Introduction'],
    more: true,
    intent: 'emergency',
    suggestions: [{ title: 'Types', text: 'types of it' }],
    thumbs: {
      like: { '@type': 'LikeAction', '@id': 'turn-1' },
      dislike: { '@type': 'DislikeAction' },
    },
  });
});

test('an answer of any other Direct Line bot is read from its text', () => {
  const plain = { type: 'message', id: '1', from: { id: 'b', role: 'bot' }, text: 'Hello.' };
  expect(readHeard(plain)).toMatchObject({
    kind: 'answer',
    body: 'Hello.',
    footer: '',
    thumbs: null,
  });
});

test('a press on helpful is read back after a reload', () => {
  const [like] = thumbs('turn-1').potentialAction;
  const event = {
    type: 'event',
    name: 'webchat:activity-status/feedback',
    id: '3',
    from: { id: 'u' },
    entities: [like],
  };
  expect(readHeard(event)).toMatchObject({
    kind: 'feedback',
    pressed: { '@type': 'LikeAction', '@id': 'turn-1' },
  });
});

test.each([
  null,
  'text',
  {},
  { type: 'typing', id: '1' },
  { type: 'message' },
  { type: 'event', id: '1', name: 'x' },
])('%j is not shown', (activity) => {
  expect(readHeard(activity)).toBeNull();
});

test.each([
  { channelData: 'x' },
  { entities: {} },
  { suggestedActions: [1] },
  { channelData: { faqBot: { parts: 7 } } },
])('a message with %j in it is read all the same', (odd) => {
  expect(readHeard({ ...sent, suggestedActions: undefined, ...odd })).toMatchObject({
    kind: 'answer',
  });
});
