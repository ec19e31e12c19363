import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ConversationState, EMPTY_STATE, type TurnEvent } from '../../src/dialog/state.js';
import { readMigrations } from '../../src/storage/migrations.js';
import { openDatabase } from '../../src/storage/sqlite.js';
import { SqliteStore } from '../../src/storage/sqlite-store.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = 1_800_000_000_000;
const STATE: ConversationState = { ...EMPTY_STATE, turns: 1, at: NOW, asked: ['types'] };
const TURN: TurnEvent = {
  kind: 'turn',
  turnId: 't1',
  channel: 'directline',
  decision: 'answer',
  intent: 'types',
  confidence: 0.9,
  contentVersion: 'v1',
};
const UNANSWERED: TurnEvent = {
  kind: 'unanswered',
  turnId: 't2',
  reason: 'fallback',
  text: 'planted words',
};

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
  file = join(folder, 'deep', 'er', 'faq.sqlite');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function open(keepText = false) {
  const db = openDatabase(file);
  return { db, store: new SqliteStore(db, { retentionDays: 30, keepText }) };
}

const commit = (etag: string | null, events: readonly TurnEvent[] = []) => ({
  conversationId: 'c1',
  state: STATE,
  etag,
  events,
  now: NOW,
});

test('an activity is claimed once, and again only after it was pruned', async () => {
  const { store } = open();
  expect(await store.claim('a1', NOW)).toBe(true);
  expect(await store.claim('a1', NOW + 1)).toBe(false);
  expect(await store.claim('a2', NOW)).toBe(true);
  await store.prune(NOW + HOUR - 1);
  expect(await store.claim('a1', NOW)).toBe(false);
  await store.prune(NOW + HOUR + 1);
  expect(await store.claim('a1', NOW)).toBe(true);
  await store.close();
});

test('state comes back as committed, after the file was closed and opened again', async () => {
  const first = open();
  expect(await first.store.readState('c1')).toEqual({ state: EMPTY_STATE, etag: null });
  expect(await first.store.commit(commit(null, [TURN]))).toBe(true);
  await first.store.close();
  const second = open();
  expect((await second.store.readState('c1')).state).toEqual(STATE);
  await second.store.close();
});

test('a commit on a stale etag writes neither state nor events', async () => {
  const { store, db } = open();
  const { etag } = await store.readState('c1');
  expect(await store.commit(commit(etag))).toBe(true);
  expect(await store.commit(commit(etag, [TURN]))).toBe(false);
  const read = await store.readState('c1');
  expect(await store.commit(commit(read.etag))).toBe(true);
  expect(await store.commit(commit(read.etag, [TURN]))).toBe(false);
  expect(db.prepare('SELECT count(*) AS n FROM events').get().n).toBe(0);
  await store.close();
});

test('the text of an unanswered question is written only when the operator keeps texts', async () => {
  for (const keeps of [false, true]) {
    const { store, db } = open(keeps);
    const { etag } = await store.readState('c1');
    await store.commit(
      commit(etag, [UNANSWERED, { kind: 'feedback', turnId: 't1', helpful: true }]),
    );
    const rows = db.prepare("SELECT text FROM events WHERE kind = 'unanswered' ORDER BY id").all();
    expect(rows.at(-1).text).toBe(keeps ? 'planted words' : null);
    await store.close();
  }
});

test('conversations and kept texts idle longer than the retention are forgotten', async () => {
  const { store, db } = open(true);
  await store.commit(commit(null, [UNANSWERED]));
  expect(await store.prune(NOW + 30 * DAY - 1)).toBe(0);
  expect(await store.prune(NOW + 30 * DAY + 1)).toBe(1);
  expect((await store.readState('c1')).etag).toBeNull();
  expect(db.prepare('SELECT text FROM events').get().text).toBeNull();
  await store.close();
});

test('a state this version cannot read is taken for a fresh conversation', async () => {
  const { store, db } = open();
  await store.commit(commit(null));
  for (const json of ['{"version":99}', 'not json']) {
    db.prepare('UPDATE conversations SET state = ?').run(json);
    const { state, etag } = await store.readState('c1');
    expect(state).toEqual(EMPTY_STATE);
    expect(etag).toBe('1');
  }
  await store.close();
});

test('the schema is written ahead, waits when busy, and is at the newest step', async () => {
  const { db, store } = open();
  expect(db.prepare('PRAGMA journal_mode').get().journal_mode).toBe('wal');
  expect(db.prepare('PRAGMA synchronous').get().synchronous).toBe(1);
  expect(db.prepare('PRAGMA busy_timeout').get().timeout).toBeGreaterThan(0);
  expect(db.prepare('PRAGMA user_version').get().user_version).toBe(
    readMigrations().at(-1)?.version,
  );
  await store.close();
});

test('a second process may open the file while the first one writes', async () => {
  const first = open();
  const second = open();
  expect(await first.store.claim('a1', NOW)).toBe(true);
  expect(await second.store.claim('a1', NOW)).toBe(false);
  await first.store.close();
  await second.store.close();
});

test('a store with a newer schema is refused in one clear sentence', async () => {
  const { db, store } = open();
  db.exec('PRAGMA user_version = 999');
  await store.close();
  expect(() => open()).toThrow(
    expect.objectContaining({ code: 'STORE_NEWER', message: expect.stringContaining('999') }),
  );
});

test('a migration that fails leaves the schema as it was', () => {
  const broken = [...readMigrations(), { version: 2, sql: 'CREATE TABLE half (a); NONSENSE' }];
  expect(() => openDatabase(file, broken)).toThrow(
    expect.objectContaining({ code: 'STORE_UNAVAILABLE' }),
  );
  const db = openDatabase(file, []);
  expect(db.prepare("SELECT count(*) AS n FROM sqlite_master WHERE name = 'half'").get().n).toBe(0);
  db.close();
});

test('a file that is not a store, and a folder that is not one, are refused as unavailable', () => {
  const plain = join(folder, 'plain.txt');
  writeFileSync(plain, 'not a database, but long enough to have a header to look at'.repeat(20));
  for (const path of [plain, join(plain, 'faq.sqlite')]) {
    expect(() => openDatabase(path)).toThrow(
      expect.objectContaining({ code: 'STORE_UNAVAILABLE' }),
    );
  }
});

test('a store that went away says so on every call', async () => {
  const { store } = open();
  await store.close();
  const gone = expect.objectContaining({ code: 'STORE_UNAVAILABLE' });
  await expect(store.ping()).rejects.toEqual(gone);
  await expect(store.claim('a1', NOW)).rejects.toEqual(gone);
  await expect(store.readState('c1')).rejects.toEqual(gone);
  await expect(store.commit(commit(null))).rejects.toEqual(gone);
  await expect(store.prune(NOW)).rejects.toEqual(gone);
  await store.close();
});
