import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EMPTY_STATE, type TurnEvent } from '../../src/dialog/state';
import { openDatabase, storeFile } from '../../src/storage/sqlite';
import { SqliteStore } from '../../src/storage/sqlite-store';
import { UnansweredQueue } from '../../src/storage/unanswered-queue';
import { cli } from '../fixtures/run-cli';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'faq-gaps-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function miss(store: SqliteStore, id: string, text: string | null): Promise<void> {
  const events: TurnEvent[] = [{ kind: 'unanswered', turnId: id, reason: 'fallback', text }];
  await store.commit({ conversationId: id, state: EMPTY_STATE, etag: null, events, now: 1000 });
}

function open(keepText: boolean) {
  const db = openDatabase(storeFile(folder));
  return {
    db,
    store: new SqliteStore(db, { retentionDays: 30, keepText }),
    queue: new UnansweredQueue(db),
  };
}

test('without opting in a miss is counted and its text is not kept', async () => {
  const { db, store, queue } = open(false);
  await miss(store, 'a', 'does it work on mars');
  expect(queue.counts()).toEqual({ new: 1, pending: 0, done: 0, ignored: 0 });
  expect(queue.list('new')[0]?.text).toBeNull();
  db.close();
});

test('questions move between states, all or none', async () => {
  const { db, store, queue } = open(true);
  await miss(store, 'a', 'one');
  await miss(store, 'b', 'two');
  const [first, second] = queue.list('new').map(({ id }) => id);
  expect(() => queue.mark([first ?? 0, 999_999], 'done')).toThrow(/no unanswered question 999999/);
  expect(queue.counts().new).toBe(2);
  queue.mark([second ?? 0], 'pending');
  expect(queue.list('pending').map(({ text }) => text)).toEqual(['two']);
  db.close();
});

test('faq-bot gaps prints groups to paste, and marks them', async () => {
  const { db, store } = open(true);
  await miss(store, 'a', 'can i fly to mars with it');
  await miss(store, 'b', 'fly to mars with it when');
  db.close();
  const env = { DATA_DIR: folder };
  const listed = await cli(['gaps'], { env });
  expect(listed.out).toMatch(/Unanswered questions: 2 new, 0 pending/);
  expect(listed.out).toMatch(/- "can i fly to mars with it"/);
  expect(await cli(['gaps', '--mark', 'done', '1', '2'], { env })).toMatchObject({ code: 0 });
  expect((await cli(['gaps'], { env })).out).toMatch(/0 new, 0 pending, 2 done/);
  expect((await cli(['gaps', '--mark', 'gone', '1'], { env })).err).toMatch(/"gone" is not one of/);
});
