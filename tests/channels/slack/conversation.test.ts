import { loadBot } from '../../../src/bot.js';
import type { SlackBlock, SlackPayload } from '../../../src/channels/renderers/slack.js';
import { openDatabase } from '../../../src/storage/sqlite.js';
import { SqliteStore } from '../../../src/storage/sqlite-store.js';
import { anAmbiguousQuestion } from '../../fixtures/ambiguous.js';
import { DEFAULT_SETTINGS } from '../../fixtures/default-settings.js';
import { command, direct, mention, press } from '../../fixtures/slack.js';
import { type SlackApp, startSlackApp } from '../../fixtures/slack-app.js';

const loaded = loadBot(DEFAULT_SETTINGS);
const store = new SqliteStore(openDatabase(':memory:'), { retentionDays: 1, keepText: false });
const { utterance: ambiguous, topics } = anAmbiguousQuestion(loaded);

let on: SlackApp;
beforeAll(async () => {
  on = await startSlackApp({ bot: loaded.bot, store });
});
afterAll(() => on.stop());
beforeEach(() => on.clear());

/** What the bot posts in answer to a request. */
async function ask(body: string): Promise<SlackPayload> {
  const before = on.slack.calls.length;
  await on.post(body);
  const answer = (await on.calls(before + 1)).at(-1)?.body;
  return { text: String(answer?.text), blocks: answer?.blocks ?? [] };
}

const buttons = ({ blocks }: SlackPayload) =>
  blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));

const feedback = ({ blocks }: SlackPayload) =>
  blocks.flatMap((block: SlackBlock) => (block.type === 'context_actions' ? block.elements : []));

/** Each in a direct conversation of its own, so that nothing is remembered from another. */
async function answerTo(channel: string, typed: string): Promise<SlackPayload> {
  await ask(direct(ambiguous, { channel }));
  return ask(direct(typed, { channel }));
}

test('a choice can be pressed, typed by its number, and typed by its words', async () => {
  const question = await ask(direct(ambiguous, { channel: 'D10' }));
  const [, second] = buttons(question);
  expect(buttons(question).map(({ text }) => text.text)).toEqual([
    ...topics.map(({ title }) => title),
    'None of these',
  ]);
  const pressed = await ask(
    press('faq-choice-1', second?.value ?? '', {
      channel: { id: 'D10' },
      message: { ts: '1700000009.000900' },
    }),
  );
  expect(pressed.text).not.toBe(question.text);
  expect((await answerTo('D11', '2')).text).toBe(pressed.text);
  expect((await answerTo('D12', 'the second one')).text).toBe(pressed.text);
  expect((await answerTo('D13', topics[1]?.title ?? '')).text).toBe(pressed.text);
});

test('in a thread of a channel a number picks from what was offered there', async () => {
  const ts = '1700000100.1';
  await ask(mention(ambiguous, { ts }));
  const picked = await ask(mention('1', { thread_ts: ts }));
  expect(picked.text).toBe((await answerTo('D14', '1')).text);
});

test('an answer stands in blocks with its source, one footer, choices and thumbs', async () => {
  const { text, blocks } = await ask(direct('what is car t-cell therapy'));
  expect(blocks.map(({ type }) => type)).toEqual([
    'section',
    'context',
    'context',
    'actions',
    'context_actions',
  ]);
  const footer = JSON.stringify(blocks[2]);
  expect(footer).toContain('ask your own care team');
  expect(text.match(/ask your own care team/g)).toHaveLength(1);
});

test('a press on not helpful is counted for the reply it stands under', async () => {
  const commit = jest.spyOn(store, 'commit');
  const first = await ask(direct('what is remission', { channel: 'D20' }));
  await ask(direct('what are biomarkers', { channel: 'D20' }));
  const value = feedback(first)[0]?.negative_button.value ?? '';
  await ask(press('faq-feedback', value, { channel: { id: 'D20' }, message: { ts: '1.1' } }));
  const events = commit.mock.calls.flatMap(([{ events: all }]) => all);
  const [remission] = events.filter((event) => event.kind === 'turn');
  expect(remission).toMatchObject({ intent: 'remission' });
  expect(events.filter((event) => event.kind === 'feedback')).toEqual([
    { kind: 'feedback', turnId: remission?.turnId, helpful: false },
  ]);
  commit.mockRestore();
});

const DANGER = 'I have crushing chest pain and I cannot breathe';

test('a danger sign in a channel is answered with the route, and names no symptom', async () => {
  const { text, blocks } = await ask(mention(DANGER));
  expect(text).toContain('Call your local emergency number now.');
  expect(JSON.stringify(blocks)).not.toMatch(/chest|breath|pain|helpful/i);
});

test('a danger sign in a slash command is answered to the asker alone', async () => {
  await ask(command(DANGER, `${on.slack.url}response`));
  const [call] = on.slack.calls;
  expect(call).toMatchObject({ method: 'response', body: { response_type: 'ephemeral' } });
  expect(call?.body.text).toContain('Call your local emergency number now.');
});

test('a slash command without words shows what can be asked', async () => {
  const help = await ask(command('', `${on.slack.url}response`));
  expect(buttons(help).length).toBeGreaterThan(2);
});
