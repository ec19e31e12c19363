import { setTimeout as sleep } from 'node:timers/promises';
import { ECHO_FOOTER } from '../../fixtures/echo-bot.js';
import { type RunningApp, runApp } from '../../fixtures/running-app.js';
import {
  command,
  direct,
  event,
  hang,
  type MockSlack,
  mention,
  nowSeconds,
  press,
  rateLimited,
  SIGNING_SECRET,
  sign,
  startSlack,
} from '../../fixtures/slack.js';

let slack: MockSlack;
let app: RunningApp;

beforeAll(async () => {
  slack = await startSlack();
  app = await runApp(
    {
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
      SLACK_BOT_TOKEN: 'xoxb-not-a-real-token',
      SLACK_API_URL: slack.url,
    },
    { sendPolicy: { deadlineMs: 1500, tries: 3, backoffMs: 10 } },
  );
});

afterAll(async () => {
  await app.stop();
  await slack.close();
});

beforeEach(async () => {
  slack.calls.splice(0);
  slack.script.splice(0);
  app.logged.splice(0);
});

const JSON_TYPE = 'application/json';
const FORM = 'application/x-www-form-urlencoded';

async function post(body: string, headers: Record<string, string> = sign(body), type = JSON_TYPE) {
  const sent = { 'content-type': type, ...headers };
  return fetch(`${app.url}/api/slack/events`, { method: 'POST', headers: sent, body });
}

/** The calls to the API once there are as many as expected; a moment more, lest there come others. */
async function calls(expected: number) {
  for (let waited = 0; slack.calls.length < expected && waited < 5000; waited += 20) {
    await sleep(20);
  }
  await sleep(100);
  expect(slack.calls).toHaveLength(expected);
  return slack.calls;
}

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
  slack.script.push(hang, hang, hang);
  const answers = await Promise.all([post(mention('a')), post(mention('b')), post(mention('c'))]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  await sleep(1800);
  expect(app.logged.filter((line) => line.includes('could not be delivered'))).toHaveLength(3);
});

test('a rate limit is waited for when there is time', async () => {
  slack.script.push(rateLimited);
  await post(mention('busy'));
  await calls(2);
});

describe('signatures', () => {
  const body = mention('signed');
  test.each<[string, () => Record<string, string>]>([
    ['none at all', () => ({})],
    ['one of another secret', () => sign(body, nowSeconds(), 'another secret of some length')],
    ['one over another body', () => sign(`${body} `)],
    ['an old one', () => sign(body, nowSeconds() - 600)],
    ['one for the future', () => sign(body, nowSeconds() + 600)],
    ['an old one under a new time', () => ({ ...sign(body, nowSeconds() - 600), ...time() })],
    ['an empty one', () => ({ ...sign(body), 'x-slack-signature': 'v0=' })],
    ['one without its version', () => ({ ...sign(body), 'x-slack-signature': 'abc' })],
    ['a time that is none', () => ({ ...sign(body), 'x-slack-request-timestamp': 'NaN' })],
  ])('%s is refused with 401 and one log line', async (_name, headers) => {
    expect((await post(body, headers())).status).toBe(401);
    await calls(0);
    const lines = app.logged.filter((line) => line.includes('was refused'));
    expect(lines).toHaveLength(1);
    expect(lines.join('')).not.toMatch(/v0=|secret/);
  });

  const time = () => ({ 'x-slack-request-timestamp': String(nowSeconds()) });

  test('a right one, replayed within its five minutes, is answered once', async () => {
    const headers = sign(body);
    expect((await post(body, headers)).status).toBe(200);
    expect((await post(body, headers)).status).toBe(200);
    await calls(1);
  });
});

test.each(['null', '[]', '7', '"text"', '{'])(
  'a signed body of %s costs nothing but a 400',
  async (body) => {
    expect((await post(body)).status).toBe(400);
    expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
  },
);

test('a signed form whose payload is null costs nothing but a 400', async () => {
  const body = 'payload=null';
  expect((await post(body, sign(body), FORM)).status).toBe(400);
});

test.each([
  ['an edit', direct('x', { subtype: 'message_changed' })],
  ['a bot', direct('x', { bot_id: 'B1' })],
  ['the bot itself', direct('x', { user: 'UBOT' })],
  ['a channel post without a mention', event({ type: 'message', channel_type: 'channel' })],
  ['a mention in a direct message, which comes as a message too', mention('x', { channel: 'D1' })],
  ['an event of no concern', event({ type: 'reaction_added' })],
])('%s is acknowledged and not answered', async (_name, body) => {
  expect((await post(body)).status).toBe(200);
  await calls(0);
});

test('a slash command is acknowledged and answered to the asker alone', async () => {
  const url = `${slack.url}response`;
  const body = command('what &amp; why', url);
  const answer = await post(body, sign(body), FORM);
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
  const body = command('', `${slack.url}response`);
  await post(body, sign(body), FORM);
  const [call] = await calls(1);
  expect(call?.body.text).toContain(': help');
});

test('a press on a choice is answered in the thread', async () => {
  const body = press('faq-choice-0', '{"intent":"types","text":"Types"}');
  expect((await post(body, sign(body), FORM)).status).toBe(200);
  const [call] = await calls(1);
  expect(call?.body).toMatchObject({ channel: 'C1', thread_ts: '1700000000.000100' });
  expect(call?.body.text).toContain('choice types');
});

test('a press on helpful reaches the bot with its turn', async () => {
  const body = press('faq-feedback', '{"turnId":"t9","helpful":false}');
  await post(body, sign(body), FORM);
  const [call] = await calls(1);
  expect(call?.body.text).toContain('feedback false t9');
});

test('a press in an answer only the asker sees stays between them', async () => {
  const only = { container: { is_ephemeral: true }, response_url: `${slack.url}response` };
  const body = press('faq-choice-1', '{"intent":null,"text":"None of these"}', only);
  await post(body, sign(body), FORM);
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
  const log = app.logged.join('');
  expect(log).toContain('"channel":"slack"');
  expect(log).not.toMatch(/planted|xoxb|U1/);
});

test('an app that stops finishes the answers it has acknowledged', async () => {
  const own = await runApp({
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_BOT_TOKEN: 'xoxb-not-a-real-token',
    SLACK_API_URL: slack.url,
  });
  slack.script.push((response) => {
    setTimeout(() => response.end('{"ok":true}'), 300);
  });
  const body = mention('last');
  const headers = { 'content-type': JSON_TYPE, ...sign(body) };
  await fetch(`${own.url}/api/slack/events`, { method: 'POST', headers, body });
  await own.stop();
  await calls(1);
});

test('without its settings there is no Slack endpoint', async () => {
  const closed = await runApp();
  const body = mention('x');
  const headers = { 'content-type': JSON_TYPE, ...sign(body) };
  const answer = await fetch(`${closed.url}/api/slack/events`, { method: 'POST', headers, body });
  expect(answer.status).toBe(404);
  await closed.stop();
});
