import { type Bot, loadBot, type TurnRequest } from '../src/bot.js';
import { render } from '../src/channels/render.js';
import { toSaid } from '../src/channels/renderers/said.js';
import { lookUp } from '../src/channels/teams/look-up.js';
import { type ConversationState, EMPTY_STATE } from '../src/dialog/state.js';
import { createTelemetry } from '../src/telemetry.js';
import { triageReport } from '../src/triage-report.js';
import { type ContentFolder, copyContent } from './fixtures/content-folder.js';
import { DEFAULT_SETTINGS } from './fixtures/default-settings.js';

jest.setTimeout(120_000);

const NOW = Date.UTC(2026, 0, 5);
const last = { intent: 'types', decision: 'answer', part: 'body', alternatives: ['benefits'] };
const talked = { ...EMPTY_STATE, turns: 1, at: NOW - 60_000 };

/** Where a conversation can stand when the release without triage takes over. */
const STATES: Readonly<Record<string, ConversationState>> = {
  fresh: EMPTY_STATE,
  'asked which of two': {
    ...talked,
    offered: { kind: 'clarify', intents: ['types', 'benefits'], turn: 1 },
  },
  'after an answer': {
    ...talked,
    topic: { intent: 'types', turn: 1 },
    last: { ...last } as ConversationState['last'],
  },
  'with a route in sight': {
    ...talked,
    route: { level: 'care-line', language: 'en', answersLeft: 2 },
  },
};

/** Whatever somebody may do next. */
const MOVES: readonly Partial<TurnRequest>[] = [
  { utterance: 'what is immunotherapy' },
  { utterance: '2' },
  { utterance: 'tell me more' },
  { utterance: 'hello' },
  { utterance: 'my chest hurts' },
  { utterance: 'I am so low, what are the side effects' },
  { utterance: '' },
  { choice: 'types' },
  { feedback: { turnId: 't0', helpful: false } },
];

const CHANNELS = ['directline', 'webchat', 'msteams', 'slack', 'mattermost', 'telegram'];

const FAILURE = /^Call your local emergency number .* I cannot answer questions now/s;

let content: ContentFolder;
beforeEach(() => {
  content = copyContent();
});
afterEach(() => content.delete());

function load() {
  const lines: string[] = [];
  const telemetry = createTelemetry({
    level: 'info',
    destination: { write: (line) => lines.push(line) },
  });
  const settings = { ...DEFAULT_SETTINGS, CONTENT_DIR: content.root };
  const loaded = loadBot(settings, triageReport(telemetry));
  return { ...loaded, log: lines.map((line) => JSON.parse(line)), metrics: telemetry.metrics };
}

function takeAll(bot: Bot, check: (turn: ReturnType<Bot['takeTurn']>, shared: boolean) => void) {
  for (const state of Object.values(STATES)) {
    for (const move of MOVES) {
      for (const shared of [false, true]) {
        const said = { utterance: '', choice: null, feedback: null, ...move };
        const request = { ...said, turnId: 't1', channel: 'test', shared, locale: null, now: NOW };
        check(bot.takeTurn(request, state), shared);
      }
    }
  }
}

test('a copy of the content without a fault answers, so that the faults below are the only ones', () => {
  const { bot, triageFault, log } = load();
  expect(triageFault).toBeNull();
  expect(log).toEqual([]);
  const decisions = new Set<string>();
  takeAll(bot, ({ verdict }) => decisions.add(verdict.decision));
  expect([...decisions]).toEqual(expect.arrayContaining(['answer', 'dialog', 'triage']));
});

const FAULTS: readonly (readonly [string, () => void, RegExp])[] = [
  [
    'a file is missing',
    () => content.remove('content/safety/emergency.yaml'),
    /content\/safety\/emergency\.yaml: the file is missing/,
  ],
  [
    'a file cannot be read',
    () => content.block('content/safety/languages.yaml'),
    /content\/safety\/languages\.yaml cannot be read \(EISDIR\)/,
  ],
  [
    'a file is no YAML',
    () => content.write('content/safety/frames.yaml', 'negation: [no, "not\nnow: }'),
    /content\/safety\/frames\.yaml:\d+: error: .*\(yaml\)/,
  ],
  [
    'a file of examples is no YAML',
    () => content.write('content/safety/examples/odd.yaml', 'emergency: [a, '),
    /content\/safety\/examples\/odd\.yaml:\d+: error: .*\(yaml\)/,
  ],
  [
    'a file has the wrong shape',
    () => content.write('content/safety/thresholds.yaml', 'emergency: { bare: 2 }'),
    /content\/safety\/thresholds\.yaml: "emergency\.bare": /,
  ],
  [
    'a file is empty',
    () => content.write('content/safety/self-harm.yaml', ''),
    /content\/safety\/self-harm\.yaml: /,
  ],
  [
    'a pattern names what is not there',
    () =>
      content.write(
        'content/safety/frames.yaml',
        content.read('content/safety/frames.yaml').replace(/^past:$/m, 'past:\n  - "{yesteryear}"'),
      ),
    /content\/safety: "past" refers to the concept "yesteryear"/,
  ],
  [
    'the examples are missing',
    () => content.remove('content/safety/examples'),
    /content\/safety: examples: there is no line of "/,
  ],
];

test.each(FAULTS)('where %s every turn gets the failure text alone', async (_, spoil, said) => {
  spoil();
  const { bot, triageFault, log, metrics } = load();
  expect(triageFault).toMatchObject({ message: expect.stringMatching(said) });
  expect(log).toEqual([
    expect.objectContaining({
      level: 50,
      msg: expect.stringContaining('triage is off'),
      err: expect.objectContaining({ message: expect.stringMatching(said) }),
    }),
  ]);
  expect((await metrics.faults.get()).values).toEqual([
    expect.objectContaining({ labels: { code: 'TRIAGE_OFF' }, value: 1 }),
  ]);
  takeAll(bot, (turn, shared) => {
    const { reply, verdict } = turn;
    expect(verdict).toMatchObject({ decision: 'triage', intent: 'emergency', also: [] });
    expect(reply).toMatchObject({
      body: expect.stringMatching(FAILURE),
      level: 'emergency',
      footer: '',
      suggestions: [],
      source: [],
      more: false,
      feedback: false,
    });
    for (const channel of CHANNELS) {
      const sent = render(toSaid(turn, 't1', bot), channel, shared);
      expect(sent.text).toBe(reply.body);
      expect(sent.suggestedActions).toBeUndefined();
    }
  });
});

test('nobody who arrives is invited to ask, and a look-up in Teams finds nothing to post', () => {
  content.remove('content/safety/concepts.yaml');
  const { bot } = load();
  expect(bot.welcome()).toMatchObject({ body: expect.stringMatching(FAILURE), suggestions: [] });
  for (const value of ['', 'what is immunotherapy']) {
    const asked = { parameters: [{ name: 'question', value }] };
    const { body } = lookUp(bot, asked, { turnId: 't1', now: NOW });
    const text = expect.stringMatching(FAILURE);
    expect(body).toEqual({ composeExtension: { type: 'message', text } });
  }
});

test.each([
  ['are missing', () => content.remove('content/safety/messages.yaml'), /messages\.yaml: the file/],
  [
    'are no YAML',
    () => content.write('content/safety/messages.yaml', 'footer: ['),
    /messages\.yaml:\d+: error/,
  ],
  [
    'have a placeholder nobody knows',
    () =>
      content.write(
        'content/safety/messages.yaml',
        content.read('content/safety/messages.yaml').replaceAll('{emergency}', '{someone}'),
      ),
    /messages\.yaml: the placeholder \{someone\}/,
  ],
  ['cannot be read', () => content.block('content/safety/messages.yaml'), /messages\.yaml cannot/],
  [
    'are missing beside another file',
    () => {
      content.remove('content/safety/messages.yaml');
      content.remove('content/safety/emergency.yaml');
    },
    /messages\.yaml: the file/,
  ],
  [
    'are missing with their folder',
    () => content.remove('content/safety'),
    /content folder content\/safety cannot be read \(ENOENT\)/,
  ],
])('where the messages %s there is no bot, and the error says why', (_, spoil, said) => {
  spoil();
  expect(load).toThrow(said);
});

test('a fault in any other content is still an error', () => {
  content.write('content/lexicon.yaml', '- {');
  content.remove('content/safety/emergency.yaml');
  expect(load).toThrow(/content\/lexicon\.yaml/);
});
