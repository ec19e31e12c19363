import { setTimeout as sleep } from 'node:timers/promises';
import { ECHO_FOOTER } from '../../fixtures/echo-bot.js';
import { runApp } from '../../fixtures/running-app.js';
import {
  command,
  direct,
  event,
  hang,
  mention,
  press,
  rateLimited,
  sign,
} from '../../fixtures/slack.js';
import { type SlackApp, startSlackApp } from '../../fixtures/slack-app.js';

let on: SlackApp;
const post: SlackApp['post'] = (...args) => on.post(...args);
const calls: SlackApp['calls'] = (expected) => on.calls(expected);

beforeAll(async () => {
  on = await startSlackApp();
});
afterAll(() => on.stop());
beforeEach(() => on.clear());

test('the URL check is answered with its challenge', async () => {
  const answer = await post(JSON.stringify({ type: 'url_verification', challenge: 'c1' }));
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ challenge: 'c1' });
});

test('a mention is answered in its thread, with the footer in a context block', async () => {
  expect((await post(mention('what is it', { ts: '1700000000.77' }))).status).toBe(200);
  const [call] = await calls(1);
  expect(call).toMatchObject({
    method: 'chat.postMessage',
    authorization: 'Bearer xoxb-not-a-real-token',
    body: { channel: 'C1', thread_ts: '1700000000.77' },
  });
  expect(call?.body.text).toBe(`Turn 1 shared: what is it\n\n${ECHO_FOOTER}`);
  expect(call?.body.blocks).toEqual([
    { type: 'section', text: { type: 'mrkdwn', text: 'Turn 1 shared: what is it' } },
    { type: 'context', elements: [{ type: 'mrkdwn', text: ECHO_FOOTER }] },
    expect.objectContaining({ type: 'actions' }),
    expect.objectContaining({ type: 'context_actions' }),
  ]);
});

test('a direct message is answered where it was written, and a thread in the thread', async () => {
  await post(direct('one'));
  const [first] = await calls(1);
  expect(first?.body).not.toHaveProperty('thread_ts');
  expect(first?.body.text).toContain('Turn 1: one');
  await post(direct('two', { thread_ts: '1700000000.5' }));
  const [, second] = await calls(2);
  expect(second?.body.thread_ts).toBe('1700000000.5');
});

test('two people in one thread keep separate contexts', async () => {
  const thread = { thread_ts: '1700000042.1', channel: 'C42' };
  await post(mention('a', { ...thread, user: 'UA' }));
  await calls(1);
  await post(mention('b', { ...thread, user: 'UB' }));
  await calls(2);
  await post(mention('c', { ...thread, user: 'UA' }));
  const texts = (await calls(3)).map(({ body }) => String(body.text).split('\n')[0]);
  expect(texts).toEqual(['Turn 1 shared: a', 'Turn 1 shared: b', 'Turn 2 shared: c']);
});

test('five deliveries of one event, three of them at once, give one answer', async () => {
  const body = mention('again');
  await Promise.all([post(body), post(body), post(body)]);
  await post(body, { ...sign(body), 'x-slack-retry-num': '1' });
  await post(body, { ...sign(body), 'x-slack-retry-num': '2' });
  await calls(1);
});

test('while the API hangs, events are acknowledged, and the answers are given up at the deadline', async () => {
  on.slack.script.push(hang, hang, hang);
  const answers = await Promise.all([post(mention('a')), post(mention('b')), post(mention('c'))]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  await sleep(1800);
  expect(on.app.logged.filter((line) => line.includes('could not be delivered'))).toHaveLength(3);
});

test('a rate limit is waited for when there is time', async () => {
  on.slack.script.push(rateLimited);
  await post(mention('busy'));
  await calls(2);
});

test.each(['null', '[]', '7', '"text"', '{'])(
  'a signed body of %s costs nothing but a 400',
  async (body) => {
    expect((await post(body)).status).toBe(400);
    expect((await fetch(`${on.app.url}/healthz`)).status).toBe(200);
  },
);

test('a signed form whose payload is null costs nothing but a 400', async () => {
  const body = 'payload=null';
  expect((await post(body)).status).toBe(400);
});

test.each([
  ['an edit', direct('x', { subtype: 'message_changed' })],
  ['a deletion', direct('x', { subtype: 'message_deleted' })],
  ['a mention that was edited', mention('x', { edited: { user: 'U1', ts: '1.2' } })],
  ['a bot', direct('x', { bot_id: 'B1' })],
  ['a bot that mentions the bot', mention('x', { bot_id: 'B1', subtype: 'bot_message' })],
  ['a reminder', mention('x', { user: 'USLACKBOT' })],
  ['the bot itself', direct('x', { user: 'UBOT' })],
  ['somebody who joins', direct('x', { subtype: 'channel_join' })],
  ['a message without a person', direct('x', { user: undefined })],
  ['a channel post without a mention', event({ type: 'message', channel_type: 'channel' })],
  ['a mention in a direct message, which comes as a message too', mention('x', { channel: 'D1' })],
  ['an event of no concern', event({ type: 'reaction_added' })],
  ['a press on what only one person saw, without a way to answer them alone', hiddenPress()],
  ['a button with words that are no JSON', press('faq-choice-0', '{')],
])('%s is acknowledged and not answered', async (_name, body) => {
  expect((await post(body)).status).toBe(200);
  await calls(0);
});

function hiddenPress(): string {
  const hidden = { container: { is_ephemeral: true }, response_url: undefined };
  return press('faq-choice-0', '{"intent":"types","text":"Types"}', hidden);
}

test.each(['file_share', 'thread_broadcast', 'me_message'])(
  'a message of the kind %s is a person speaking',
  async (subtype) => {
    expect((await post(direct('heard', { subtype }))).status).toBe(200);
    const [call] = await calls(1);
    expect(call?.body.text).toContain('heard');
  },
);

test('a slash command is acknowledged and answered to the asker alone', async () => {
  const url = `${on.slack.url}response`;
  const body = command('what &amp; why', url);
  const answer = await post(body);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe('');
  const [call] = await calls(1);
  expect(call).toMatchObject({
    method: 'response',
    body: { response_type: 'ephemeral', replace_original: false },
  });
  expect(call?.body.text).toContain('Turn 1: what & why'.replace('&', '&amp;'));
});

test('a slash command without words asks for help', async () => {
  const body = command('', `${on.slack.url}response`);
  await post(body);
  const [call] = await calls(1);
  expect(call?.body.text).toContain(': help');
});

test('a press on a choice is answered in the thread', async () => {
  const body = press('faq-choice-0', '{"intent":"types","text":"Types"}');
  expect((await post(body)).status).toBe(200);
  const [call] = await calls(1);
  expect(call?.body).toMatchObject({ channel: 'C1', thread_ts: '1700000000.000100' });
  expect(call?.body.text).toContain('choice types');
});

test('a press on helpful reaches the bot with its turn', async () => {
  const body = press('faq-feedback', '{"turnId":"t9","helpful":false}');
  await post(body);
  const [call] = await calls(1);
  expect(call?.body.text).toContain('feedback false t9');
});

test('a press in an answer only the asker sees stays between them', async () => {
  const only = { container: { is_ephemeral: true }, response_url: `${on.slack.url}response` };
  const body = press('faq-choice-1', '{"intent":null,"text":"None of these"}', only);
  await post(body);
  const [call] = await calls(1);
  expect(call).toMatchObject({ method: 'response', body: { response_type: 'ephemeral' } });
  expect(call?.body.text).toContain(': None of these');
});

test('a thread of the assistant pane is welcomed once and gets its prompts', async () => {
  const thread = { user_id: 'U1', channel_id: 'D9', thread_ts: '1700000099.1' };
  const fields = { type: 'assistant_thread_started', assistant_thread: thread };
  await post(event(fields));
  await post(event(fields));
  const [welcome, prompts] = await calls(2);
  expect(welcome?.body.text).toContain('Welcome');
  expect(prompts).toMatchObject({
    method: 'assistant.threads.setSuggestedPrompts',
    body: {
      channel_id: 'D9',
      prompts: [{ title: 'What is immunotherapy?', message: 'What is immunotherapy?' }],
    },
  });
});

test('what was written is in no log line', async () => {
  await post(mention('planted words'));
  await calls(1);
  const log = on.app.logged.join('');
  expect(log).toContain('"channel":"slack"');
  expect(log).not.toMatch(/planted|xoxb|U1/);
});

test('a refusal of the API is logged by its name, and not tried again', async () => {
  on.slack.script.push((response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end('{"ok":false,"error":"not_in_channel"}');
  });
  await post(mention('x'));
  await calls(1);
  const lines = on.app.logged.filter((line) => line.includes('could not be delivered'));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('slack: not_in_channel');
});

test('a welcome whose prompts are refused still stands', async () => {
  on.slack.script.push(
    (response) => response.end('{"ok":true,"ts":"1.1"}'),
    (response) => response.end('{"ok":false,"error":"missing_scope"}'),
  );
  const thread = { user_id: 'U1', channel_id: 'D8', thread_ts: '1700000098.1' };
  await post(event({ type: 'assistant_thread_started', assistant_thread: thread }));
  await calls(2);
  const log = on.app.logged.join('');
  expect(log).toContain('did not take the suggested prompts');
  expect(log).not.toContain('the reply could not be delivered');
});

test('without its settings there is no Slack endpoint', async () => {
  const closed = await runApp();
  const body = mention('x');
  const headers = { 'content-type': 'application/json', ...sign(body) };
  const answer = await fetch(`${closed.url}/api/slack/events`, { method: 'POST', headers, body });
  expect(answer.status).toBe(404);
  await closed.stop();
});
