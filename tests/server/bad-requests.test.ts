import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { type MockConnector, message, startConnector } from '../fixtures/connector.js';
import { type RunningApp, runApp } from '../fixtures/running-app.js';

let connector: MockConnector;
let app: RunningApp;

beforeAll(async () => {
  connector = await startConnector();
  app = await runApp();
});

afterAll(async () => {
  await app.stop();
  await connector.close();
});

afterEach(async () => {
  expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
});

const JSON_TYPE = { 'content-type': 'application/json' };

async function post(body: string | Buffer, headers: Record<string, string> = JSON_TYPE) {
  const response = await fetch(`${app.url}/api/messages`, { method: 'POST', headers, body });
  return { status: response.status, text: await response.text() };
}

test('bytes that are not gzip but say so are refused', async () => {
  const { status } = await post('these are not gzip bytes', {
    ...JSON_TYPE,
    'content-encoding': 'gzip',
  });
  expect(status).toBe(415);
});

test('a gzip bomb is refused unopened', async () => {
  const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024, 'a'));
  const { status } = await post(bomb, { ...JSON_TYPE, 'content-encoding': 'gzip' });
  expect(status).toBe(415);
});

test.each(['deflate', 'br', 'identity', 'GZIP', 'gzip, gzip'])(
  'content-encoding %s is refused',
  async (encoding) => {
    expect((await post('{}', { ...JSON_TYPE, 'content-encoding': encoding })).status).toBe(415);
  },
);

test.each([
  '{}',
  '[]',
  'null',
  '"x"',
  '5',
  '{"type":5}',
  '{"type":"message"}',
  'not json',
  '{"a":1,}',
  'NaN',
  '',
])('the body %s is no activity', async (body) => {
  expect((await post(body)).status).toBe(400);
});

test.each([
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/octet-stream',
  'application/json; charset=utf-16',
  'application/jsonp',
])('a body of type %s is not read', async (type) => {
  expect((await post('{"type":"message"}', { 'content-type': type })).status).toBe(415);
});

test('a body with a byte order mark is read, one that is not UTF-8 is refused', async () => {
  const activity = JSON.stringify(message(connector.url));
  expect((await post(`\uFEFF${activity}`)).status).toBe(200);
  expect((await post(Buffer.from([0x7b, 0xff, 0xfe, 0x7d]))).status).toBe(400);
});

test.each([256 * 1024 + 1, 1024 * 1024, 3 * 1024 * 1024])(
  'a body of %d bytes is too large',
  async (size) => {
    expect((await post(JSON.stringify({ text: 'x'.repeat(size) }))).status).toBe(413);
  },
);

test('a body without a length is counted while it comes', async () => {
  const stream = new ReadableStream({
    start(controller) {
      for (let part = 0; part < 10; part += 1) {
        controller.enqueue(new TextEncoder().encode(' '.repeat(64 * 1024)));
      }
      controller.close();
    },
  });
  const response = await fetch(`${app.url}/api/messages`, {
    method: 'POST',
    headers: JSON_TYPE,
    body: stream,
    duplex: 'half',
  } as RequestInit);
  expect(response.status).toBe(413);
});

test('JSON nested 32 deep is taken and deeper is refused, also 5,000 deep', async () => {
  const nested = (depth: number) => `${'{"a":'.repeat(depth - 1)}1${'}'.repeat(depth - 1)}`;
  const withValue = (depth: number) =>
    JSON.stringify(message(connector.url)).replace(/}$/, `,"value":${nested(depth)}}`);
  expect((await post(withValue(32))).status).toBe(200);
  expect((await post(withValue(34))).status).toBe(400);
  expect((await post(withValue(5000))).status).toBe(400);
});

test('dates that are none and keys that reach for prototypes do no harm', async () => {
  const activity = {
    ...message(connector.url),
    timestamp: 'not a date',
    localTimestamp: {},
    expiration: 275761,
  };
  const body = JSON.stringify(activity).replace(
    /}$/,
    ',"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
  );
  expect((await post(body)).status).toBe(200);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('what is refused is told in fixed words, without path, text or stack', async () => {
  const answers = [
    await post('{"secret words"'),
    await post('{"type":"secret words"}'),
    await fetch(`${app.url}/secret-words`).then(async (r) => ({
      status: r.status,
      text: await r.text(),
    })),
    await fetch(`${app.url}/api/messages?secret-words`).then(async (r) => ({
      status: r.status,
      text: await r.text(),
    })),
  ];
  expect(answers.map(({ status }) => status)).toEqual([400, 400, 404, 405]);
  for (const { text } of answers) {
    expect(text).not.toMatch(/secret.words|at .*\.(js|ts)/);
    expect(JSON.parse(text)).toEqual({
      error: { code: expect.any(String), message: expect.any(String) },
    });
  }
});

test.each(['PUT', 'DELETE', 'PATCH', 'HEAD'])(
  '%s on /api/messages is not known',
  async (method) => {
    expect((await fetch(`${app.url}/api/messages`, { method })).status).toBe(405);
  },
);

test.each([
  'GET //[ HTTP/1.1\r\nHost: x',
  'GET / HTTP/1.1\r\nHost: x y',
  'GET / HTTP/1.1\r\nHost: [',
  'GET / HTTP/1.1\r\nHost: x:99999',
  'GET http://[ HTTP/1.1\r\nHost: x',
  'GET /%ff%fe HTTP/1.1\r\nHost: x',
  'GET /v3/directline/conversations/%E0%A4%A HTTP/1.1\r\nHost: x',
  'GET /../../etc/passwd HTTP/1.1\r\nHost: x',
  'OPTIONS * HTTP/1.1\r\nHost: x',
  'GET / HTTP/1.1\r\nHost: x y<z>',
  'GET /healthz HTTP/1.0',
  'POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6',
  'POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked',
  'POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: abc',
  `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(9000)}`,
  'GET /v3/directline/conversations/x/stream?t=y HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket',
  'NONSENSE',
])('the raw request %j gets an answer that is no fault', async (head) => {
  const keepsOpen = head.includes('Upgrade');
  const status = await raw(`${head}\r\n${keepsOpen ? '' : 'Connection: close\r\n'}\r\n`);
  expect(status).toMatch(/^HTTP\/1\.1 [234]\d\d/);
});

test('an upgrade that cannot be read is cut off', async () => {
  const upgrade = 'Connection: Upgrade\r\nUpgrade: websocket';
  expect(await raw(`GET //[ HTTP/1.1\r\nHost: x y\r\n${upgrade}\r\n\r\n`)).toBe('');
});

test('a client that leaves in the middle of its body is let go', async () => {
  const socket = connect(app.port, '127.0.0.1');
  socket.write(
    'POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"a"',
  );
  await new Promise((resolve) => setTimeout(resolve, 50));
  socket.destroy();
  await new Promise((resolve) => setTimeout(resolve, 50));
});

function raw(request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(app.port, '127.0.0.1', () => socket.write(request));
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

test('no answer tells what serves it, and every one forbids sniffing, framing and keeping', async () => {
  const { headers } = await fetch(`${app.url}/healthz`);
  expect(headers.get('server')).toBeNull();
  expect(headers.get('x-powered-by')).toBeNull();
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
});

test('an address that floods is told to wait before anything is looked at', async () => {
  const small = await runApp({ LIMIT_REQUESTS_PER_MINUTE: '60' });
  const statuses = await Promise.all(
    Array.from({ length: 70 }, () => fetch(`${small.url}/healthz`).then(({ status }) => status)),
  );
  expect(statuses.filter((status) => status === 429)).toHaveLength(10);
  const { headers } = await fetch(`${small.url}/healthz`);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  await small.stop();
});
