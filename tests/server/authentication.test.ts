import { generateKeyPairSync } from 'node:crypto';
import { type MockConnector, message, startConnector } from '../fixtures/connector.js';
import { postJson, type RunningApp, runApp } from '../fixtures/running-app.js';
import { APP_ID, startTokenIssuer, type TokenIssuer } from '../fixtures/token-issuer.js';

let issuer: TokenIssuer;
let connector: MockConnector;
let app: RunningApp;
let consoleError: jest.SpyInstance;

const ENV = { MicrosoftAppId: APP_ID, MicrosoftAppPassword: 'not used here' };

beforeAll(async () => {
  // The SDK writes every refused token to the console.
  consoleError = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  issuer = await startTokenIssuer();
  connector = await startConnector();
  app = await runApp(ENV, { authentication: issuer.authentication });
});

afterAll(async () => {
  await app.stop();
  await connector.close();
  await issuer.close();
  consoleError.mockRestore();
});

beforeEach(() => {
  connector.deliveries.splice(0);
  app.logged.splice(0);
});

async function post(authorization: string | null, fields: Record<string, unknown> = {}) {
  const activity = message(connector.url, { channelId: 'msteams', ...fields });
  const headers = authorization === null ? {} : { authorization };
  return postJson(`${app.url}/api/messages`, activity, headers);
}

const token = (claims: object = {}, options: object = {}) =>
  `Bearer ${issuer.sign({ serviceurl: connector.url, ...claims }, options)}`;

test('a channel with its token is answered with the token of the bot', async () => {
  expect((await post(token())).status).toBe(200);
  expect(connector.deliveries).toHaveLength(1);
  expect(connector.deliveries[0]?.authorization).toBe('Bearer the-bots-own-token');
});

test('the clients for replies are kept from turn to turn', async () => {
  const create = jest.spyOn(
    issuer.authentication as unknown as { connector(): unknown },
    'connector',
  );
  await post(token());
  await post(token());
  const [first, second] = await Promise.all(create.mock.results.map(({ value }) => value));
  expect(first).toBe(second);
  create.mockRestore();
});

const now = () => Math.floor(Date.now() / 1000);
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

test.each<[string, () => string | null]>([
  ['no token', () => null],
  ['an empty header', () => ''],
  ['no scheme', () => issuer.sign()],
  ['a scheme without a token', () => 'Bearer'],
  ['another scheme', () => token().replace('Bearer', 'Basic')],
  ['words for a token', () => 'Bearer not.a.token'],
  ['a thousand dots', () => `Bearer ${'.'.repeat(1000)}`],
  [
    'the key of a stranger',
    () => `Bearer ${issuer.sign({ serviceurl: connector.url }, {}, stranger)}`,
  ],
  ['an unknown key id', () => token({}, { keyid: 'k2' })],
  ['an expired token', () => token({ exp: now() - 600 })],
  ['a token for later', () => token({ nbf: now() + 600, exp: now() + 1200 })],
  ['another audience', () => token({ aud: '99999999-2222-3333-4444-555555555555' })],
  ['another issuer', () => token({ iss: 'https://evil.example' })],
  ['another service URL', () => token({ serviceurl: 'https://smba.trafficmanager.net/amer/' })],
  ['no service URL', () => token({ serviceurl: undefined })],
  ['no signature at all', () => `Bearer ${unsigned(token())}`],
  ['the public key used as a secret', () => `Bearer ${asSecret()}`],
  [
    'a changed payload',
    () =>
      token().replace(
        /\.[^.]+\./,
        `.${encode({ iss: 'https://api.botframework.com', aud: APP_ID, serviceurl: connector.url, exp: now() + 600 })}.`,
      ),
  ],
])('%s is refused with 401 and one log line, in fixed words', async (_name, make) => {
  const authorization = make();
  const { status, body } = await post(authorization);
  expect(status).toBe(401);
  expect(body).toEqual({
    error: { code: 'Unauthorized', message: 'The request is not authorized.' },
  });
  expect(connector.deliveries).toHaveLength(0);
  expect(app.logged).toHaveLength(1);
  const [, signature = 'none'] = /\.([^.]{20,})$/.exec(authorization ?? '') ?? [];
  expect(app.logged[0]).not.toContain(signature);
});

test('a channel the key is not endorsed for is refused', async () => {
  expect((await post(token(), { channelId: 'facebook' })).status).toBe(401);
});

test('a good token does not make a bad service URL good', async () => {
  const serviceUrl = 'https://evil.example/';
  expect((await post(token({ serviceurl: serviceUrl }), { serviceUrl })).status).toBe(403);
  expect((await post(token(), { serviceUrl: undefined })).status).toBe(400);
});

test('with an app id, what a proxy forwards is checked like anything else', async () => {
  const forwarded = { authorization: token(), 'x-forwarded-for': '203.0.113.7' };
  // From outside, this machine is no place for replies.
  const activity = message(connector.url, { channelId: 'msteams' });
  expect((await postJson(`${app.url}/api/messages`, activity, forwarded)).status).toBe(403);
  expect(connector.deliveries).toHaveLength(0);
});

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

function unsigned(bearer: string): string {
  const [, payload] = bearer.split('.');
  return `${encode({ alg: 'none', typ: 'JWT', kid: 'k1' })}.${payload}.`;
}

function asSecret(): string {
  return issuer.sign({ serviceurl: connector.url }, { algorithm: 'HS256' }, issuer.publicKey);
}
