import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { message } from '../fixtures/connector.js';
import { build, type MainProcess, startMain } from '../fixtures/run-main.js';
import { postJson } from '../fixtures/running-app.js';
import { APP_ID, startTokenIssuer, type TokenIssuer } from '../fixtures/token-issuer.js';

jest.setTimeout(60_000);

const SERVICE_URL = 'https://smba.trafficmanager.net/amer/';
const preload = path.join(__dirname, '..', 'fixtures', 'redirect-https.cjs');
const dataDir = mkdtempSync(path.join(tmpdir(), 'faq-tokens-'));

let issuer: TokenIssuer;
let main: MainProcess;

/** The bot as `npm start` starts it, with the addresses of the public cloud leading to this machine. */
beforeAll(async () => {
  build();
  issuer = await startTokenIssuer();
  main = startMain({
    DATA_DIR: dataDir,
    MicrosoftAppId: APP_ID,
    MicrosoftAppPassword: 'not used here',
    NODE_OPTIONS: `--require ${preload}`,
    REDIRECT_HTTPS_TO: String(issuer.port),
  });
  await main.address;
}, 60_000);

afterAll(async () => {
  main.process.kill('SIGTERM');
  await main.exited;
  await issuer.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const now = () => Math.floor(Date.now() / 1000);
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const sign: TokenIssuer['sign'] = (claims, ...rest) =>
  issuer.sign({ serviceurl: SERVICE_URL, ...claims }, ...rest);

function unsigned(): string {
  const header = Buffer.from('{"alg":"none","typ":"JWT","kid":"k1"}').toString('base64url');
  return `${header}.${sign().split('.')[1]}.`;
}

/** Sends an activity that nothing is answered to. Resolves with the status and every line the process wrote. */
async function send(authorization: string, serviceUrl = SERVICE_URL) {
  main.out.splice(0);
  main.err.splice(0);
  const activity = message(serviceUrl, { type: 'typing', channelId: 'msteams' });
  const { status } = await postJson(`${await main.address}/api/messages`, activity, {
    authorization,
  });
  // Log lines are written behind the response.
  await sleep(200);
  const lines = [...main.out, ...main.err]
    .join('')
    .split('\n')
    .filter((line) => line !== '');
  return { status, lines };
}

test('a right token is taken without a word', async () => {
  expect(await send(`Bearer ${sign()}`)).toEqual({ status: 200, lines: [] });
});

test.each<[string, () => string]>([
  ['forged', () => sign({}, {}, stranger)],
  ['expired', () => sign({ exp: now() - 600 })],
  ['for later', () => sign({ nbf: now() + 600, exp: now() + 1200 })],
  ['for another audience', () => sign({ aud: '99999999-2222-3333-4444-555555555555' })],
  ['for another service URL', () => sign({ serviceurl: 'https://smba.trafficmanager.net/emea/' })],
  ['of another issuer', () => sign({ iss: 'https://evil.example' })],
  ['not signed at all', () => unsigned()],
  [
    'signed with the public key as a secret',
    () => sign({}, { algorithm: 'HS256' }, issuer.publicKey),
  ],
  ['with an unknown key id', () => sign({}, { keyid: 'k2' })],
  ['no token', () => 'not.a.token'],
])(
  'a token that is %s is refused with 401 and one log line, which does not hold it',
  async (_name, make) => {
    const token = make();
    const { status, lines } = await send(`Bearer ${token}`);
    expect(status).toBe(401);
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 40,
      msg: 'an activity was refused: its token is not valid',
    });
    const parts = token.split('.').filter((part) => part.length > 8);
    expect(parts.filter((part) => lines[0]?.includes(part))).toEqual([]);
    expect(lines[0]).not.toContain('KEY');
  },
);

test('a service URL replies may not go to is refused with 403 and one log line', async () => {
  const serviceUrl = 'https://evil.example/';
  const { status, lines } = await send(`Bearer ${sign({ serviceurl: serviceUrl })}`, serviceUrl);
  expect(status).toBe(403);
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain('evil');
});
