import { ECHO_FOOTER } from '../../fixtures/echo-bot.js';
import { type RunningApp, runApp } from '../../fixtures/running-app.js';
import {
  deliver,
  type Fields,
  type Form,
  MATTERMOST_TOKEN,
  post,
  ROCKETCHAT_TOKEN,
  rocket,
  send,
  slash,
} from '../../fixtures/webhooks.js';

let app: RunningApp;
beforeAll(async () => {
  app = await runApp({
    MATTERMOST_TOKEN: `the-token-of-another-command,${MATTERMOST_TOKEN}`,
    ROCKETCHAT_TOKEN,
  });
});
afterAll(() => app.stop());
beforeEach(() => app.logged.splice(0));

const mattermost = (fields: Fields, form: Form = 'form', headers = {}, query = '') =>
  deliver(`${app.url}/api/mattermost${query}`, fields, form, headers);
const rocketChat = (fields: Fields) => deliver(`${app.url}/api/rocket-chat`, fields, 'json');

describe.each<Form>(['form', 'json'])('Mattermost as %s', (form) => {
  test('a slash command is answered to the asker alone', async () => {
    const channel_id = `slash-${form}`;
    const { status, body } = await mattermost(slash('what is it', { channel_id }), form);
    expect(status).toBe(200);
    expect(body).toEqual({
      response_type: 'ephemeral',
      text: `Turn 1: what is it\n\nYou can type:\n\n- Tell me more\n\n${ECHO_FOOTER}`,
    });
  });

  test('a post that begins with the trigger word is answered in its thread', async () => {
    const { body } = await mattermost(post('what is it', { channel_id: `post-${form}` }), form);
    expect(body.response_type).toBe('comment');
    expect(body.text).toMatch(/^Turn 1 shared: what is it\n/);
  });
});

test('a slash command set up so is answered in the channel, as something others read', async () => {
  const { body } = await mattermost(slash('open'), 'form', {}, '?reply=in_channel');
  expect(body.response_type).toBe('in_channel');
  expect(body.text).toContain('shared: open');
});

test('the token may come as a header alone', async () => {
  const headers = { authorization: `Token ${MATTERMOST_TOKEN}` };
  expect((await mattermost(slash('x', { token: undefined }), 'form', headers)).status).toBe(200);
});

test.each<[string, Fields, Record<string, string>]>([
  ['no token', slash('x', { token: undefined }), {}],
  ['an empty token', slash('x', { token: '' }), {}],
  ['a wrong token', slash('x', { token: 'zmigewsanbbsdf59xnmduzypjd' }), {}],
  ['a token with more behind it', slash('x', { token: `${MATTERMOST_TOKEN}x` }), {}],
  [
    'all tokens at once',
    slash('x', { token: `the-token-of-another-command,${MATTERMOST_TOKEN}` }),
    {},
  ],
  ['the token of the other product', slash('x', { token: ROCKETCHAT_TOKEN }), {}],
  [
    'a wrong token and a right header',
    slash('x', { token: 'no' }),
    { authorization: `Token ${MATTERMOST_TOKEN}` },
  ],
  [
    'another scheme',
    slash('x', { token: undefined }),
    { authorization: `Basic ${MATTERMOST_TOKEN}` },
  ],
])('%s is refused with 401 and one log line', async (_name, fields, headers) => {
  const { status, body } = await mattermost(fields, 'form', headers);
  expect(status).toBe(401);
  expect(body).toEqual({
    error: { code: 'Unauthorized', message: 'The request is not authorized.' },
  });
  expect(app.logged).toHaveLength(1);
  expect(app.logged[0]).not.toContain('zmige');
});

test.each([
  ['no JSON', '{', 401],
  ['null', 'null', 401],
  ['a list', '[]', 401],
  ['a token that is a list', `{"token":["${MATTERMOST_TOKEN}"]}`, 401],
  ['a token and nothing else', `{"token":"${MATTERMOST_TOKEN}"}`, 400],
  ['a text that is a number', JSON.stringify({ ...slash('x'), text: 7 }), 400],
])('a body of %s', async (_name, body, status) => {
  const answer = await send(`${app.url}/api/mattermost`, body, {
    'content-type': 'application/json',
  });
  expect(answer.status).toBe(status);
});

test('a field given twice is no delivery', async () => {
  const form = `token=${MATTERMOST_TOKEN}&channel_id=a&channel_id=b&user_id=u&text=x`;
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  expect((await send(`${app.url}/api/mattermost`, form, headers)).status).toBe(400);
});

test('a post as long as Mattermost takes is read, cut and answered', async () => {
  const { status, body } = await mattermost(slash('word '.repeat(3200)), 'json');
  expect(status).toBe(200);
  expect(body.text).toContain('word word');
});

test.each([
  ['faq what is it', 'faq', 'what is it'],
  ['FAQ: what is it', 'faq', 'what is it'],
  ['faq', 'faq', 'help'],
  ['faqs are nice', 'faq', 'faqs are nice'],
  ['@immuno, what is it', '@immuno', 'what is it'],
  ['what is it', '', 'what is it'],
])('of "%s" with the trigger word "%s" the bot hears "%s"', async (text, trigger_word, heard) => {
  const { body } = await mattermost(post('', { text, trigger_word, user_id: text }));
  expect(body.text).toMatch(new RegExp(`: ${heard}\n`));
});

test('one post delivered twice is answered once', async () => {
  const fields = post('again');
  expect((await mattermost(fields)).body.text).toContain('again');
  expect(await mattermost(fields)).toEqual({ status: 200, body: {} });
});

test('two people in one channel have separate contexts, and so has each of their slash commands', async () => {
  const channel_id = 'two-people';
  const say = async (fields: Fields) => (await mattermost(fields)).body.text?.split('\n')[0];
  expect(await say(post('a', { channel_id, user_id: 'ann' }))).toBe('Turn 1 shared: a');
  expect(await say(post('b', { channel_id, user_id: 'bob' }))).toBe('Turn 1 shared: b');
  expect(await say(post('c', { channel_id, user_id: 'ann' }))).toBe('Turn 2 shared: c');
  expect(await say(slash('d', { channel_id, user_id: 'ann' }))).toBe('Turn 1: d');
});

describe('Rocket.Chat', () => {
  test('a post is answered in its channel', async () => {
    const { status, body } = await rocketChat(rocket('what is it', { channel_id: 'rc1' }));
    expect(status).toBe(200);
    expect(body.text).toMatch(/^Turn 1 shared: what is it\n/);
    expect(body).not.toHaveProperty('tmid');
  });

  test('a post in a thread is answered there', async () => {
    expect((await rocketChat(rocket('x', { tmid: 'thread1' }))).body.tmid).toBe('thread1');
  });

  test.each<[string, Fields]>([
    ['an integration wrote', { bot: { i: 'integration1' } }],
    ['a bot wrote', { bot: true }],
    ['was written before and is changed now', { isEdited: true }],
  ])('what %s is left alone', async (_name, fields) => {
    expect(await rocketChat(rocket('x', fields))).toEqual({ status: 200, body: {} });
  });

  test('a wrong token is refused', async () => {
    expect((await rocketChat(rocket('x', { token: MATTERMOST_TOKEN }))).status).toBe(401);
  });
});

test('what was written is in no log line', async () => {
  await mattermost(slash('planted words'));
  const log = app.logged.join('');
  expect(log).toContain('"channel":"mattermost"');
  expect(log).not.toMatch(/planted|user1|zmige/);
});

test('without its tokens there is no such endpoint', async () => {
  const closed = await runApp();
  expect((await deliver(`${closed.url}/api/mattermost`, slash('x'))).status).toBe(404);
  expect((await deliver(`${closed.url}/api/rocket-chat`, rocket('x'), 'json')).status).toBe(404);
  await closed.stop();
});
