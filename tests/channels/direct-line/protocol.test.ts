import jwt from 'jsonwebtoken';
import { WebSocket } from 'ws';
import {
  type Answer,
  getJson,
  type LoggedActivity,
  postJson,
  type RunningApp,
  runApp,
} from '../../fixtures/running-app.js';

const SECRET = 'a-secret-of-twenty-characters-or-more';
const ORIGIN = 'https://www.hospital.example';

let app: RunningApp;
afterEach(() => app.stop());

const root = () => `${app.url}/v3/directline`;
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const generate = (headers: Record<string, string> = {}, body: unknown = {}) =>
  postJson(`${root()}/tokens/generate`, body, headers);

interface Chat {
  readonly id: string;
  readonly token: string;
  readonly streamUrl: string;
}

async function begin(body: unknown = {}): Promise<Chat> {
  const { body: ticket } = await generate({}, body);
  const { body: started } = await postJson(`${root()}/conversations`, {}, bearer(ticket.token));
  return { id: started.conversationId, token: started.token, streamUrl: started.streamUrl };
}

const say = (chat: Chat, fields: Record<string, unknown>): Promise<Answer> =>
  postJson(
    `${root()}/conversations/${chat.id}/activities`,
    { type: 'message', from: { id: 'me' }, ...fields },
    bearer(chat.token),
  );

const activitiesOf = (chat: Chat, watermark = ''): Promise<Answer> =>
  getJson(
    `${root()}/conversations/${chat.id}/activities?watermark=${watermark}`,
    bearer(chat.token),
  );

const texts = ({ body }: Answer) => body.activities.map(({ text }) => text.split('\n')[0]);

interface Socket {
  readonly pages: { activities: LoggedActivity[]; watermark: string }[];
  readonly closed: Promise<{ code: number; reason: string }>;
  next(pages: number): Promise<void>;
  close(): void;
}

async function listen(streamUrl: string, origin?: string): Promise<Socket> {
  const client = new WebSocket(streamUrl, origin === undefined ? {} : { origin });
  const pages: Socket['pages'] = [];
  client.on('message', (data) => {
    if (data.toString() !== '') {
      pages.push(JSON.parse(data.toString()));
    }
  });
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    client.on('close', (code, reason) => resolve({ code, reason: reason.toString() }));
  });
  await new Promise((resolve, reject) => client.once('open', resolve).once('error', reject));
  const next = async (count: number) => {
    while (pages.length < count) {
      await new Promise((resolve) => client.once('message', resolve));
    }
  };
  return { pages, closed, next, close: () => client.close() };
}

describe('on this machine', () => {
  beforeEach(async () => {
    app = await runApp();
  });

  test('a token, a conversation, a question and its answer', async () => {
    const { status, body: ticket } = await generate({}, { user: { id: 'dl_patient' } });
    expect(status).toBe(200);
    expect(ticket.expires_in).toBe(1800);
    expect(jwt.decode(ticket.token)).toMatchObject({
      user: 'dl_patient',
      conv: ticket.conversationId,
    });
    const started = await postJson(
      `${root()}/conversations`,
      { locale: 'en-GB' },
      bearer(ticket.token),
    );
    expect(started.status).toBe(201);
    expect(started.body.conversationId).toBe(ticket.conversationId);
    const chat = { id: ticket.conversationId, token: started.body.token, streamUrl: '' };
    // The welcome was there before the conversation was answered for.
    expect(texts(await activitiesOf(chat))).toEqual(['Welcome. This is for education only.']);
    const { body: posted } = await say(chat, {
      text: 'hello',
      channelData: { clientActivityID: 'c1' },
    });
    const answer = await activitiesOf(chat, '1');
    expect(answer.body.activities).toMatchObject([
      {
        id: posted.id,
        text: 'hello',
        from: { id: 'dl_patient', role: 'user' },
        channelData: { clientActivityID: 'c1' },
      },
      {
        text: expect.stringContaining('Turn 1: hello'),
        replyToId: posted.id,
        from: { id: 'faq-bot', role: 'bot' },
      },
    ]);
    expect(answer.body.watermark).toBe('3');
    expect((await activitiesOf(chat, '3')).body.activities).toEqual([]);
  });

  test('starting the same conversation again is answered 200 and welcomes nobody twice', async () => {
    const chat = await begin();
    const again = await postJson(`${root()}/conversations`, {}, bearer(chat.token));
    expect(again.status).toBe(200);
    expect((await activitiesOf(chat)).body.activities).toHaveLength(1);
  });

  test('every activity has an id and a rising sequence number', async () => {
    const chat = await begin();
    await say(chat, { text: 'one' });
    await say(chat, { text: 'two' });
    const { activities } = (await activitiesOf(chat)).body;
    expect(activities.map(({ channelData }) => channelData['webchat:sequence-id'])).toEqual([
      1, 2, 3, 4, 5,
    ]);
    expect(new Set(activities.map(({ id }) => id)).size).toBe(5);
  });

  test('the user id of the token wins over what the client calls itself', async () => {
    const chat = await begin({ user: { id: 'dl_real' } });
    await say(chat, {
      text: 'hello',
      from: { id: 'dl_somebody_else', role: 'bot' },
      conversation: { id: 'other' },
    });
    const { activities } = (await activitiesOf(chat, '1')).body;
    expect(activities[0]?.from).toMatchObject({ id: 'dl_real', role: 'user' });
    expect(activities).toHaveLength(2);
  });

  test('a token nobody named a user for gets an id that cannot be guessed', async () => {
    const ids = await Promise.all([generate(), generate()]);
    const users = ids.map(({ body }) => (jwt.decode(body.token) as { user: string }).user);
    expect(users[0]).toMatch(/^dl_[\w-]{22}$/);
    expect(users[0]).not.toBe(users[1]);
  });

  test('one conversation is never read or written with the token of another', async () => {
    const [mine, other] = await Promise.all([begin(), begin()]);
    const stolen = { ...mine, token: other.token };
    const upload = await postJson(
      `${root()}/conversations/${mine.id}/upload`,
      {},
      bearer(other.token),
    );
    const reconnect = await getJson(`${root()}/conversations/${mine.id}`, bearer(other.token));
    const answers = [
      await activitiesOf(stolen),
      await say(stolen, { text: 'x' }),
      upload,
      reconnect,
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    const t = new URL(other.streamUrl).searchParams.get('t');
    const url = mine.streamUrl.replace(/t=[^&]*/, `t=${t}`);
    await expect(listen(url)).rejects.toThrow('403');
    expect((await activitiesOf(mine)).body.activities).toHaveLength(1);
  });

  test('no token is 401; a wrong, foreign, unsigned or misused one is 403', async () => {
    const chat = await begin();
    const get = (headers: Record<string, string>) =>
      getJson(`${root()}/conversations/${chat.id}/activities`, headers).then(
        ({ status }) => status,
      );
    const [, payload] = chat.token.split('.');
    const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
    const stream = new URL(chat.streamUrl).searchParams.get('t') ?? '';
    const claims = jwt.decode(chat.token) as object;
    expect(await get({})).toBe(401);
    expect(await get({ authorization: 'Basic x' })).toBe(401);
    expect(await get(bearer('nonsense'))).toBe(403);
    expect(await get(bearer(`${none}.${payload}.`))).toBe(403);
    expect(await get(bearer(jwt.sign(claims, 'another key of 32 characters, or more')))).toBe(403);
    expect(await get(bearer(stream))).toBe(403);
    await expect(listen(chat.streamUrl.replace(stream, chat.token))).rejects.toThrow('403');
  });

  test('a refreshed token keeps its conversation and user', async () => {
    const chat = await begin({ user: { id: 'dl_me' } });
    const { status, body } = await postJson(
      `${root()}/tokens/refresh`,
      undefined,
      bearer(chat.token),
    );
    expect(status).toBe(200);
    expect(body.conversationId).toBe(chat.id);
    expect(jwt.decode(body.token)).toMatchObject({ conv: chat.id, user: 'dl_me' });
    expect((await activitiesOf({ ...chat, token: body.token })).status).toBe(200);
  });

  test('uploads are refused without being taken for an expired token', async () => {
    const chat = await begin();
    const form = new FormData();
    form.append('file', new Blob(['x'.repeat(100_000)]), 'scan.png');
    const response = await fetch(`${root()}/conversations/${chat.id}/upload?userId=me`, {
      method: 'POST',
      headers: bearer(chat.token),
      body: form,
    });
    expect(response.status).toBe(413);
  });

  test('attachments sent along are not kept', async () => {
    const chat = await begin();
    await say(chat, {
      text: 'see',
      attachments: [{ contentType: 'image/png', contentUrl: 'data:,x' }],
    });
    expect((await activitiesOf(chat, '1')).body.activities[0]).not.toHaveProperty('attachments');
  });

  test.each(['conversationUpdate', 'invoke', 'installationUpdate', '', 5, null])(
    'an activity of type %j is not taken from a client',
    async (type) => {
      expect((await say(await begin(), { type })).status).toBe(400);
    },
  );

  test('typing is acknowledged, neither kept nor answered', async () => {
    const chat = await begin();
    expect((await say(chat, { type: 'typing' })).status).toBe(200);
    expect((await activitiesOf(chat, '1')).body.activities).toEqual([]);
  });

  test('a tapped value and a thumb reach the bot', async () => {
    const chat = await begin();
    await say(chat, { text: '', value: { faqBot: { intent: 'types' } } });
    const thumb = { '@type': 'LikeAction', '@id': 'turn1', type: 'https://schema.org/VoteAction' };
    await say(chat, { type: 'event', name: 'webchat:activity-status/feedback', entities: [thumb] });
    const answers = (await activitiesOf(chat)).body.activities.filter(
      ({ from }) => from.role === 'bot',
    );
    expect(answers[1]?.text).toContain('choice types');
    expect(answers[2]?.text).toContain('feedback true turn1');
  });

  test('the stream brings what was there, then each activity as it comes', async () => {
    const chat = await begin();
    const socket = await listen(chat.streamUrl);
    await socket.next(1);
    await say(chat, { text: 'hello' });
    await socket.next(3);
    expect(socket.pages.map(({ watermark }) => watermark)).toEqual(['1', '2', '3']);
    expect(socket.pages[2]?.activities[0]?.text).toContain('Turn 1: hello');
    socket.close();
    await socket.closed;
  });

  test('a second stream of a conversation closes the first as a collision', async () => {
    const chat = await begin();
    const first = await listen(chat.streamUrl);
    const second = await listen(chat.streamUrl);
    expect(await first.closed).toEqual({ code: 1000, reason: 'collision' });
    await say(chat, { text: 'hello' });
    await second.next(3);
    second.close();
  });

  test('reconnecting gives a stream that begins after the watermark', async () => {
    const chat = await begin();
    await say(chat, { text: 'hello' });
    const { status, body } = await getJson(
      `${root()}/conversations/${chat.id}?watermark=2`,
      bearer(chat.token),
    );
    expect(status).toBe(200);
    const socket = await listen(body.streamUrl);
    await socket.next(1);
    expect(socket.pages[0]?.activities.map(({ text }) => text.split('\n')[0])).toEqual([
      'Turn 1: hello',
    ]);
    socket.close();
  });

  test('a stream a client talks into is closed, and the others go on', async () => {
    const chat = await begin();
    const client = new WebSocket(chat.streamUrl);
    await new Promise((resolve) => client.once('open', resolve));
    client.send('x'.repeat(5000));
    await new Promise((resolve) => client.once('close', resolve));
    expect((await say(chat, { text: 'still there' })).status).toBe(200);
  });

  test('after a restart the token still works: the text is gone, the state and the client’s watermark are not', async () => {
    const chat = await begin();
    await say(chat, { text: 'before' });
    const { watermark } = (await activitiesOf(chat)).body;
    app = await app.restart();
    expect((await activitiesOf(chat, watermark)).body.activities).toEqual([]);
    await say(chat, { text: 'after' });
    const page = await activitiesOf(chat, watermark);
    expect(texts(page)).toEqual(['after', 'Turn 2: after']);
    const sequence = page.body.activities.map(({ channelData }) =>
      Number(channelData['webchat:sequence-id']),
    );
    expect(sequence[0]).toBeGreaterThan(Number(watermark));
    expect(texts(await activitiesOf(chat, page.body.watermark))).toEqual([]);
  });

  test.each([
    ['http://localhost:8080', 200],
    ['http://127.0.0.1:3000', 200],
    ['https://evil.example', 403],
    ['null', 403],
    ['http://localhost.evil.example', 403],
  ])('a page of %s asking for a token gets %d', async (origin, status) => {
    const answer = await generate({ origin });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('access-control-allow-origin')).toBe(status === 200 ? origin : null);
  });

  test('a request that was forwarded is not from this machine', async () => {
    expect((await generate({ 'x-forwarded-for': '203.0.113.9' })).status).toBe(401);
  });

  test('one address may ask for 120 tokens a minute and no more', async () => {
    const statuses = await Promise.all(
      Array.from({ length: 125 }, () => generate().then(({ status }) => status)),
    );
    expect(statuses.filter((status) => status === 200)).toHaveLength(120);
    expect(statuses.filter((status) => status === 429)).toHaveLength(5);
  });

  test('an error in the turn is answered with the safe reply, and the post still succeeds', async () => {
    const chat = await begin();
    expect((await say(chat, { text: 'break' })).status).toBe(200);
    expect((await activitiesOf(chat, '2')).body.activities[0]?.text).toContain(
      'Something went wrong',
    );
  });
});

describe('reached by others', () => {
  const outside = { HOST: '0.0.0.0' };

  test('without a secret and without origins, the chat is closed', async () => {
    app = await runApp(outside);
    expect((await generate()).status).toBe(401);
    expect((await generate({ origin: ORIGIN })).status).toBe(403);
    expect((await generate({ origin: 'http://localhost:3000' })).status).toBe(403);
    expect((await generate(bearer('anything'))).status).toBe(401);
  });

  test('a page of an allowed site gets a token and may read the answer; another site may not', async () => {
    app = await runApp({
      ...outside,
      ALLOWED_ORIGINS: ORIGIN,
      PUBLIC_URL: 'https://bot.hospital.example',
    });
    const allowed = await generate({ origin: ORIGIN });
    expect(allowed.status).toBe(200);
    expect(allowed.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expect(allowed.headers.get('vary')).toContain('Origin');
    expect((await generate({ origin: 'https://bot.hospital.example' })).status).toBe(200);
    expect((await generate({ origin: 'https://evil.example' })).status).toBe(403);
    const preflight = await fetch(`${root()}/tokens/generate`, {
      method: 'OPTIONS',
      headers: { origin: ORIGIN },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toContain('x-ms-bot-agent');
    const started = await postJson(`${root()}/conversations`, {}, bearer(allowed.body.token));
    expect(started.body.streamUrl).toMatch(
      /^wss:\/\/bot\.hospital\.example\/v3\/directline\/conversations\//,
    );
  });

  test('a stream opens for pages of an allowed site only', async () => {
    app = await runApp({ ...outside, ALLOWED_ORIGINS: ORIGIN });
    const { body } = await generate({ origin: ORIGIN });
    const { streamUrl } = (await postJson(`${root()}/conversations`, {}, bearer(body.token))).body;
    await expect(listen(streamUrl, 'https://evil.example')).rejects.toThrow('403');
    const socket = await listen(streamUrl, ORIGIN);
    socket.close();
  });

  test('the secret mints tokens, starts conversations and reads those that exist; a wrong one does not', async () => {
    app = await runApp({ ...outside, DIRECT_LINE_SECRET: SECRET });
    expect((await generate(bearer(SECRET), { user: { id: 'dl_1' } })).status).toBe(200);
    expect((await generate(bearer(`${SECRET}x`))).status).toBe(403);
    expect((await generate()).status).toBe(401);
    const started = await postJson(`${root()}/conversations`, {}, bearer(SECRET));
    expect(started.status).toBe(201);
    const chat = { id: started.body.conversationId, token: SECRET, streamUrl: '' };
    await say(chat, { text: 'hello' });
    expect((await activitiesOf(chat)).body.activities).toHaveLength(3);
    expect((await activitiesOf({ ...chat, id: 'unheard-of' })).status).toBe(404);
  });
});

describe('as time goes by', () => {
  test('an expired token is 403, and its text is forgotten after half an hour', async () => {
    let now = Date.now();
    app = await runApp({}, { now: () => now });
    const chat = await begin();
    now += 31 * 60_000;
    const { status, body } = await activitiesOf(chat);
    expect(status).toBe(403);
    expect(body.error.code).toBe('TokenExpired');
  });
});
