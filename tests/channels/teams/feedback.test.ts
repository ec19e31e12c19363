import {
  ANN,
  type Fields,
  mentioning,
  openTeams,
  PERSONAL,
  type TeamsChat,
  THREAD,
} from './teams-chat.js';

let teams: TeamsChat;
let sentId = 0;
beforeAll(async () => {
  teams = await openTeams();
});
afterAll(() => teams.close());

/** Teams gives every message of the bot an id of its own. */
beforeEach(() => {
  teams.connector.script.length = 0;
});
const nextIdIs = (id: string) =>
  teams.connector.script.push((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ id }));
  });

/** The answer to a question, under an activity id of its own. */
async function answered(text: string, fields: Fields = {}) {
  sentId += 1;
  const id = `1700000000${sentId}`;
  nextIdIs(id);
  const { channelData } = await teams.ask(text, fields);
  return { id, turnId: channelData.faqBot.turnId, feedbackLoop: channelData.feedbackLoop };
}

const press = (value: unknown, fields: Fields = {}) =>
  teams.deliver({ type: 'invoke', name: 'message/submitAction', value, ...fields });

const recorded = () => teams.events.filter(({ kind }) => kind === 'feedback').slice(-1);
const count = () => teams.events.filter(({ kind }) => kind === 'feedback').length;

const form = (reaction: string, feedback: unknown) => ({
  actionName: 'feedback',
  actionValue: { reaction, feedback },
});
const LIKE = form('like', '');
const json = JSON.stringify;

test('answers ask for feedback in the way of Teams; greetings and routes do not', async () => {
  expect((await answered('what is remission')).feedbackLoop).toEqual({ type: 'default' });
  expect((await answered('hello')).feedbackLoop).toBeUndefined();
  expect((await answered('i want to kill myself')).feedbackLoop).toBeUndefined();
});

test.each([
  ['words', form('dislike', 'not what I asked')],
  ['JSON', form('dislike', json({ feedbackText: 'not what I asked' }))],
  ['an object', form('dislike', { feedbackText: 'not what I asked' })],
  ['nothing', { actionName: 'feedback', actionValue: { reaction: 'dislike' } }],
  ['a form that is JSON', { actionName: 'feedback', actionValue: json({ reaction: 'dislike' }) }],
  ['a value that is JSON', json(form('dislike', 'x'))],
])('a press with %s beside it counts for the reply it names', async (_name, value) => {
  const first = await answered('what is remission');
  await answered('what are biomarkers');
  const { status, sent } = await press(value, { replyToId: first.id });
  expect(status).toBe(200);
  expect(recorded()).toEqual([{ kind: 'feedback', turnId: first.turnId, helpful: false }]);
  expect(sent[0]?.activity.text).toContain('sorry that it did not help');
});

test('a press that names no reply counts for the last answer, and not for the thanks after it', async () => {
  const { turnId } = await answered('what is remission');
  await press(LIKE);
  expect(recorded()).toEqual([{ kind: 'feedback', turnId, helpful: true }]);
  await press(form('dislike', ''));
  expect(recorded()).toEqual([{ kind: 'feedback', turnId, helpful: false }]);
});

test('a press in another chat does not count for this one', async () => {
  const other = { ...PERSONAL, id: 'a:other' };
  const { turnId } = await answered('what is remission', { conversation: other });
  await answered('what are biomarkers');
  await press(LIKE, { conversation: other });
  expect(recorded()).toEqual([{ kind: 'feedback', turnId, helpful: true }]);
});

test('in a channel a press counts, and nothing is posted for everybody to read', async () => {
  const asked = { ...mentioning('what is remission'), conversation: THREAD };
  const { id, turnId } = await answered('', asked);
  const later = { ...THREAD, id: '19:channel@thread.tacv2;messageid=9' };
  await answered('', { ...mentioning('what are biomarkers'), conversation: later });
  for (const fields of [{ replyToId: id }, {}]) {
    expect((await press(LIKE, { ...fields, conversation: THREAD })).sent).toEqual([]);
    expect(recorded()).toEqual([{ kind: 'feedback', turnId, helpful: true }]);
  }
});

test('a press that names the channel and no thread counts for the last answer in the channel', async () => {
  const asked = { ...mentioning('what is remission'), conversation: THREAD };
  const { turnId } = await answered('', asked);
  const channel = { ...THREAD, id: '19:channel@thread.tacv2' };
  await press(LIKE, { conversation: channel });
  expect(recorded()).toEqual([{ kind: 'feedback', turnId, helpful: true }]);
});

test.each([
  ['no value', undefined],
  ['no form', { actionName: 'feedback' }],
  ['another reaction', form('love', '')],
  ['broken JSON', '{"actionValue":'],
  ['far too much of it', json(form('like', 'x'.repeat(100_000)))],
])('a press with %s is acknowledged and counts for nothing', async (_name, value) => {
  const { id } = await answered('what is remission');
  const before = count();
  const { status, sent } = await press(value, { replyToId: id });
  expect([status, sent, count()]).toEqual([200, [], before]);
});

test('a press before any answer is acknowledged and counts for nothing', async () => {
  const before = count();
  const conversation = { ...PERSONAL, id: 'a:silent' };
  expect(await press(LIKE, { conversation, from: ANN })).toMatchObject({ status: 200, sent: [] });
  expect(count()).toBe(before);
});

test('a press that is delivered twice counts once', async () => {
  const { id } = await answered('what is remission');
  const before = count();
  await press(LIKE, { id: 'f:twice', replyToId: id });
  await press(LIKE, { id: 'f:twice', replyToId: id });
  expect(count()).toBe(before + 1);
});
