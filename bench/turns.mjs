// Time of one turn with its store: read, takeTurn and commit together, with 10,000 conversations stored.
// Usage: npm run build && node bench/turns.mjs [--conversations N] [--turns N]
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';

const require = createRequire(import.meta.url);
const { loadBot } = require('../dist/bot.js');
const { loadConfig } = require('../dist/config.js');
const { openDatabase, storeFile } = require('../dist/storage/sqlite.js');
const { SqliteStore } = require('../dist/storage/sqlite-store.js');

const { values } = parseArgs({
  options: {
    conversations: { type: 'string', default: '10000' },
    turns: { type: 'string', default: '20000' },
  },
});
const CONVERSATIONS = Number(values.conversations);
const TURNS = Number(values.turns);

const folder = mkdtempSync(path.join(tmpdir(), 'faq-turns-'));
const store = new SqliteStore(openDatabase(storeFile(folder)), {
  retentionDays: 30,
  keepText: false,
});
const { bot, catalog } = loadBot(loadConfig({}));
const texts = [...catalog.intents.values()].flatMap(({ tests }) => tests);

async function turn(i) {
  const conversationId = `c${i % CONVERSATIONS}`;
  const now = 1_700_000_000_000 + i * 100;
  const begin = performance.now();
  const { state, etag } = await store.readState(conversationId);
  const request = {
    turnId: `t${i}`,
    utterance: texts[(i * 7919) % texts.length],
    channel: 'bench',
    shared: false,
    locale: null,
    now,
    choice: null,
    feedback: null,
  };
  const taken = bot.takeTurn(request, state);
  await store.commit({ conversationId, state: taken.state, etag, events: taken.events, now });
  return performance.now() - begin;
}

const times = [];
try {
  for (let i = 0; i < CONVERSATIONS + TURNS; i += 1) {
    const ms = await turn(i);
    if (i >= CONVERSATIONS) times.push(ms);
  }
} finally {
  await store.close();
  rmSync(folder, { recursive: true });
}
times.sort((a, b) => a - b);
const at = (share) =>
  times[Math.min(times.length - 1, Math.floor(share * times.length))].toFixed(2);
console.log(`${TURNS} turns over ${CONVERSATIONS} stored conversations (SQLite, WAL, NORMAL)`);
console.log(
  `read + takeTurn + commit: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, max ${at(1)} ms`,
);
