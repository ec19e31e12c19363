import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../../../src/storage/sqlite.js';
import { SqliteStore } from '../../../src/storage/sqlite-store.js';
import type { Store } from '../../../src/storage/store.js';
import { echoBot } from '../../fixtures/echo-bot.js';
import { openTeams, type Sent } from './teams-chat.js';

/** What is sent for one question while the store takes its time. */
async function sentWith(delayMs: number): Promise<readonly Sent[]> {
  const store = new SqliteStore(openDatabase(':memory:'), { retentionDays: 1, keepText: false });
  const readState: Store['readState'] = async (id) => {
    await sleep(delayMs);
    return store.readState(id);
  };
  const slow: Store = Object.assign(Object.create(store), { readState });
  const teams = await openTeams({ bot: echoBot, store: slow });
  try {
    return (await teams.deliver({ text: 'hello' })).sent;
  } finally {
    await teams.close();
  }
}

test('an answer that takes a while is announced by the typing sign, and comes last', async () => {
  const types = (await sentWith(1500)).map(({ activity }) => activity.type);
  expect(types).toEqual(['typing', 'message']);
});

test('an answer that is there at once needs no sign', async () => {
  const types = (await sentWith(0)).map(({ activity }) => activity.type);
  expect(types).toEqual(['message']);
});
