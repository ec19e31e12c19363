import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EMPTY_STATE } from '../src/dialog/state.js';
import { FaqError } from '../src/errors.js';
import type { Store } from '../src/storage/store.js';
import { getJson, postJson, type RunningApp, runApp } from './fixtures/running-app.js';

let app: RunningApp | null = null;

afterEach(async () => {
  await app?.stop();
  app = null;
});

test('health is told apart from readiness, and readiness says what is missing', async () => {
  let reachable = true;
  const store: Store = {
    claim: async () => true,
    readState: async () => ({ state: EMPTY_STATE, etag: null }),
    commit: async () => true,
    prune: async () => 0,
    ping: async () => (reachable ? undefined : Promise.reject(new Error('gone'))),
    close: async () => undefined,
  };
  app = await runApp({}, { store });
  expect((await getJson(`${app.url}/readyz`)).body).toEqual({
    status: 'ready',
    checks: { content: 'ok', triage: 'ok', store: 'ok', server: 'ok' },
  });
  reachable = false;
  const { status, body } = await getJson(`${app.url}/readyz`);
  expect(status).toBe(503);
  expect(body).toMatchObject({ status: 'not ready', checks: { store: 'unavailable' } });
  expect((await getJson(`${app.url}/healthz`)).status).toBe(200);
  expect((await fetch(`${app.url}/healthz`, { method: 'HEAD' })).status).toBe(200);
});

test('without triage it runs, says why at start, and is never ready', async () => {
  const fault = new FaqError('CONTENT_INVALID', 'content/safety/emergency.yaml: it is missing.');
  app = await runApp({}, { triageFault: fault });
  expect(app.app.notices[0]).toBe(
    'WARNING: triage is off, so no question is answered: content/safety/emergency.yaml: it is missing.',
  );
  const { status, body } = await getJson(`${app.url}/readyz`);
  expect(status).toBe(503);
  expect(body).toMatchObject({ status: 'not ready', checks: { triage: 'unavailable' } });
  expect((await getJson(`${app.url}/healthz`)).status).toBe(200);
});

test('turns, sends and requests are counted', async () => {
  app = await runApp();
  const root = `${app.url}/v3/directline`;
  const { token, conversationId } = (await postJson(`${root}/tokens/generate`, {})).body;
  const headers = { authorization: `Bearer ${token}` };
  await postJson(`${root}/conversations`, {}, headers);
  await postJson(
    `${root}/conversations/${conversationId}/activities`,
    { type: 'message', text: 'x' },
    headers,
  );
  const metrics = await (await fetch(`${app.url}/metrics`)).text();
  expect(metrics).toContain('faq_turns_total{channel="directline",decision="answer"} 1');
  expect(metrics).toContain('faq_sends_total{outcome="sent"} 2');
  expect(metrics).toContain('faq_direct_line_conversations 1');
  expect(metrics).toContain('route="/v3/directline/conversations/:id/activities",status="200"');
  expect(metrics).not.toContain(conversationId);
});

test('others than this machine find no /api/messages without an app id', async () => {
  app = await runApp({ HOST: '0.0.0.0' });
  expect((await postJson(`${app.url}/api/messages`, {})).status).toBe(404);
  expect(app.app.notices.join()).toContain('/api/messages answers 404');
  expect(app.app.notices.join()).toContain('website chat is closed');
});

test('unreviewed answers are served to others only when that was accepted, and said at start', async () => {
  await expect(runApp({ HOST: '0.0.0.0' }, { unreviewed: 24 })).rejects.toMatchObject({
    code: 'CONFIG_INVALID',
    message: expect.stringContaining('24 answers have not been reviewed'),
    hint: expect.stringContaining('ACCEPT_UNREVIEWED=yes'),
  });
  app = await runApp({ HOST: '0.0.0.0', ACCEPT_UNREVIEWED: 'yes' }, { unreviewed: 24 });
  expect(app.app.notices[0]).toContain('24 answers have not been reviewed');
});

test('on this machine unreviewed answers are served, and said too', async () => {
  app = await runApp({}, { unreviewed: 1 });
  expect(app.app.notices).toEqual(['WARNING: 1 answer has not been reviewed by a clinician.']);
});

test('a taken port is told in one sentence', async () => {
  app = await runApp();
  await expect(runApp({ PORT: String(app.port) })).rejects.toMatchObject({
    code: 'PORT_TAKEN',
    message: `Port ${app.port} on 127.0.0.1 is already in use.`,
  });
});

test('an address this machine does not have is told in one sentence', async () => {
  await expect(runApp({ HOST: '192.0.2.1' })).rejects.toHaveProperty('code', 'ADDRESS_UNAVAILABLE');
});

test('the signing key is made once, for its owner only, and a spoilt one is told', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'faq-key-'));
  app = await runApp({ DATA_DIR: folder });
  expect(statSync(join(folder, 'signing-key')).mode & 0o077).toBe(0);
  await app.app.stop();
  writeFileSync(join(folder, 'signing-key'), 'short');
  await expect(runApp({ DATA_DIR: folder })).rejects.toHaveProperty('code', 'STORE_UNAVAILABLE');
  rmSync(folder, { recursive: true, force: true });
  app = null;
});

test('a stop lets the work at hand finish, and takes nothing new', async () => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let reached: () => void = () => undefined;
  const waiting = new Promise<void>((resolve) => {
    reached = resolve;
  });
  const store: Store = {
    claim: async () => true,
    readState: async () => {
      reached();
      await held;
      return { state: EMPTY_STATE, etag: null };
    },
    commit: async () => true,
    prune: async () => 0,
    ping: async () => undefined,
    close: async () => undefined,
  };
  const stopping = await runApp({}, { store });
  const root = `${stopping.url}/v3/directline`;
  const { token, conversationId } = (await postJson(`${root}/tokens/generate`, {})).body;
  const headers = { authorization: `Bearer ${token}` };
  await postJson(`${root}/conversations`, {}, headers);
  const asked = postJson(
    `${root}/conversations/${conversationId}/activities`,
    { type: 'message', text: 'x' },
    headers,
  );
  await waiting;
  const stopped = stopping.stop();
  await expect(fetch(`${stopping.url}/healthz`)).rejects.toThrow();
  release();
  expect((await asked).status).toBe(200);
  await stopped;
});
