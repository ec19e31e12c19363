import { loadBot } from '../../src/bot.js';
import { render } from '../../src/channels/render.js';
import type { SlackBlock } from '../../src/channels/renderers/slack.js';
import { checkParity, PLACES } from '../../src/evaluation/parity.js';
import { collectSamples, type Sample } from '../../src/evaluation/samples.js';
import { DEFAULT_SETTINGS } from '../fixtures/default-settings.js';

const loaded = loadBot(DEFAULT_SETTINGS);
const samples = collectSamples(loaded);
type Activity = ReturnType<typeof render>;

function sampleWhere(fits: (sample: Sample) => boolean): Sample {
  const found = samples.find(fits);
  if (found === undefined) {
    throw new Error('no such sample');
  }
  return found;
}

const answer = sampleWhere(({ name, shared }) => name === 'types' && !shared);
const question = sampleWhere(({ turn }) => turn.verdict.decision === 'clarify');
const route = sampleWhere(({ name, shared }) => name === 'emergency' && !shared);

test('every reply says the same on every channel, and every kind of reply is among them', () => {
  const { renderings, missing } = checkParity(loaded, samples);
  expect(missing).toEqual([]);
  expect(renderings).toHaveLength(samples.length * PLACES.length);
  const broken = renderings.filter(({ breaches }) => breaches.length > 0);
  expect(broken.map(({ place, sample, breaches }) => [place.name, sample.name, breaches])).toEqual(
    [],
  );
});

test('what no sample shows is named', () => {
  const { missing } = checkParity(loaded, [answer]);
  expect(missing).toEqual(expect.arrayContaining(['clarify', 'triage', 'emergency', 'remission']));
  expect(missing).not.toContain('types');
});

/** What is found when one channel's rendering of a sample is damaged. */
function breachesOf(channelId: string, sample: Sample, damage: (activity: Activity) => Activity) {
  const paint: typeof render = (said, id, shared) => {
    const activity = render(said, id, shared);
    return id === channelId ? damage(activity) : activity;
  };
  const { renderings } = checkParity(loaded, [sample], paint);
  const others = renderings.filter(({ place }) => place.channelId !== channelId);
  expect(others.flatMap(({ breaches }) => breaches)).toEqual([]);
  return renderings.find(({ place }) => place.channelId === channelId)?.breaches ?? [];
}

const edit = (change: (text: string) => string) => (activity: Activity) => ({
  ...activity,
  text: change(activity.text ?? ''),
});
const editBlocks = (change: (blocks: SlackBlock[]) => unknown[]) => (activity: Activity) => {
  const { slack } = activity.channelData;
  return {
    ...activity,
    channelData: { ...activity.channelData, slack: { ...slack, blocks: change(slack.blocks) } },
  };
};
/** Slack's payload written anew, with words replaced in all of it or in its spare text alone. */
const rewrite = (from: string, to: string, part: 'blocks' | 'text') => (activity: Activity) => {
  const { slack } = activity.channelData;
  const [before, after] = [from, to].map((text) => JSON.stringify(text).slice(1, -1));
  const changed = JSON.parse(JSON.stringify(slack[part]).replace(before ?? '', after ?? ''));
  return {
    ...activity,
    channelData: { ...activity.channelData, slack: { ...slack, [part]: changed } },
  };
};
const footer = answer.turn.reply.footer;

const BROKEN_BODY = 'the body is not what the reply says';
const BROKEN_REST = 'something besides body and footer was added or lost';
const BROKEN_BUTTONS = 'the buttons are not the choices of the reply';

test.each<[string, string, Sample, (activity: Activity) => Activity, string]>([
  [
    'another word in the body',
    'directline',
    answer,
    edit((t) => t.replace('types', 'kinds')),
    BROKEN_BODY,
  ],
  ['a body cut short', 'sms', answer, edit((t) => t.replace(/\n[\s\S]*/, '')), BROKEN_BODY],
  ['words before the body', 'mattermost', answer, edit((t) => `Hello! ${t}`), BROKEN_BODY],
  ['words after it', 'msteams', answer, edit((t) => `${t}\n\nGet well soon.`), BROKEN_REST],
  [
    'no footer',
    'rocketchat',
    answer,
    edit((t) => t.replace(footer, '')),
    'the footer stands there 0 times',
  ],
  [
    'two footers',
    'directline',
    answer,
    edit((t) => `${t}\n\n${footer}`),
    'the footer stands there 2 times',
  ],
  [
    'a lost source',
    'slack',
    answer,
    editBlocks((b) => b.filter((_, i) => b[i]?.type !== 'context' || b[i - 1]?.type === 'context')),
    BROKEN_REST,
  ],
  ['a route with words lost', 'sms', route, edit((t) => t.replace('now', '')), BROKEN_BODY],
  [
    'a choice without a line',
    'sms',
    question,
    edit((t) => t.replace(/^1\. .*\n/m, '')),
    BROKEN_REST,
  ],
  [
    'a choice with another number',
    'mattermost',
    question,
    edit((t) => t.replace(/^2\. /m, '3. ')),
    'no line "2. ',
  ],
  [
    'a lost button',
    'slack',
    question,
    editBlocks((b) => b.filter(({ type }) => type !== 'actions')),
    BROKEN_BUTTONS,
  ],
  [
    'a button to another topic',
    'slack',
    question,
    editBlocks((b) =>
      b.map((block) =>
        JSON.parse(JSON.stringify(block).replace(/(intent\\":)\\"[\w-]+/g, '$1\\"research')),
      ),
    ),
    'leads elsewhere',
  ],
  [
    'a renamed button',
    'directline',
    question,
    (a) => ({
      ...a,
      suggestedActions: {
        to: [],
        actions: (a.suggestedActions?.actions ?? []).map((action) => ({
          ...action,
          title: `${action.title}!`,
        })),
      },
    }),
    BROKEN_BUTTONS,
  ],
  [
    'a button that sends other words',
    'directline',
    question,
    (a) => ({
      ...a,
      suggestedActions: {
        to: [],
        actions: (a.suggestedActions?.actions ?? []).map((action) => ({ ...action, value: 'x' })),
      },
    }),
    BROKEN_BUTTONS,
  ],
  [
    'markdown in plain text',
    'sms',
    answer,
    edit((t) => t.replace('Three', '**Three**')),
    'raw markup: **',
  ],
  [
    'HTML on the website',
    'directline',
    answer,
    edit((t) => t.replace('Three', '<b>Three</b>')),
    'raw markup: <b',
  ],
  [
    'an image',
    'directline',
    answer,
    edit((t) => `${t} ![x](https://e.example/i.png)`),
    'raw markup: ![',
  ],
  [
    'a markdown link in Slack',
    'slack',
    answer,
    rewrite('Three', '[Three](https://e.example)', 'blocks'),
    'raw markup: ](',
  ],
  ['a heading in Teams', 'msteams', answer, edit((t) => `# ${t}`), 'raw markup: # '],
  ['a rule in Rocket.Chat', 'rocketchat', answer, edit((t) => `${t}\n\n---`), 'raw markup: ---'],
  [
    'an empty place for a number',
    'sms',
    route,
    edit((t) => t.replace('now', '{number}')),
    'raw markup: {number}',
  ],
  ['a missing value', 'msteams', answer, edit((t) => `${t} undefined`), 'raw markup: undefined'],
  [
    'a text beyond the limit',
    'sms',
    answer,
    edit((t) => t.padEnd(4097, ' .')),
    '4097 characters; 4096 at most',
  ],
  [
    'a block beyond the limit',
    'slack',
    answer,
    rewrite('Three', 'x'.repeat(3000), 'blocks'),
    '3000 at most',
  ],
  [
    'an empty block',
    'slack',
    answer,
    editBlocks((b) => [...b, { type: 'section', text: { type: 'mrkdwn', text: ' ' } }]),
    'an empty text',
  ],
  [
    'too many blocks',
    'slack',
    answer,
    editBlocks((b) => [...b, ...Array(50).fill({ type: 'divider' })]),
    '50 at most',
  ],
  [
    'a button that carries too much',
    'slack',
    answer,
    editBlocks((b) =>
      b.map((block) =>
        block.type === 'actions'
          ? {
              ...block,
              elements: block.elements.map((e) => ({ ...e, value: e.value.padEnd(2001) })),
            }
          : block,
      ),
    ),
    'a button carries too much',
  ],
  [
    'a label beyond the limit',
    'slack',
    answer,
    editBlocks((b) =>
      b.map((block) =>
        block.type === 'actions'
          ? {
              ...block,
              elements: block.elements.map((e) => ({
                ...e,
                text: { ...e.text, text: 'x'.repeat(76) },
              })),
            }
          : block,
      ),
    ),
    'longer than 75',
  ],
  [
    'a voice that stops early',
    'sms',
    answer,
    (a) => ({ ...a, speak: a.speak?.slice(0, 100) ?? '' }),
    'the text for notifications and voices is not complete',
  ],
  [
    'a notification without the footer',
    'slack',
    answer,
    rewrite(footer, '', 'text'),
    'the text for notifications and voices is not complete',
  ],
  [
    'a fourth suggested action in Teams',
    'msteams',
    answer,
    (a) => ({
      ...a,
      suggestedActions: {
        to: [],
        actions: Array(4).fill({ type: 'imBack', title: 'x', value: 'x' }),
      },
    }),
    '4 suggested actions',
  ],
])('%s is found', (_name, channelId, sample, damage, breach) => {
  expect(breachesOf(channelId, sample, damage).join('\n')).toContain(breach);
});

test('a reply without footer and route is found', () => {
  const { turn } = answer;
  const bare = { ...answer, turn: { ...turn, reply: { ...turn.reply, footer: '' } } };
  const [first] = checkParity(loaded, [bare]).renderings;
  expect(first?.breaches).toContain('there is neither a footer nor a route');
});

test('a choice whose number or words lead elsewhere is found', () => {
  const deaf: typeof loaded = {
    ...loaded,
    bot: {
      ...loaded.bot,
      takeTurn: (request, state) =>
        loaded.bot.takeTurn(
          {
            ...request,
            utterance: request.utterance === '1' ? 'best pizza recipe' : request.utterance,
          },
          state,
        ),
    },
  };
  const [first] = checkParity(deaf, [question]).renderings;
  expect(first?.breaches).toEqual(['typing 1 leads elsewhere']);
  const { turn } = question;
  const suggestions = [{ title: 'Research', text: 'Remission', intent: 'research' }];
  const astray = { ...question, turn: { ...turn, reply: { ...turn.reply, suggestions } } };
  expect(checkParity(loaded, [astray]).renderings[0]?.breaches).toContain(
    'typing "Remission" leads elsewhere',
  );
});
