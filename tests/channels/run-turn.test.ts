import { runTurn } from '../../src/channels/run-turn.js';
import { SteadyStore, type TurnStore } from '../../src/channels/steady-store.js';
import type { TurnRequest } from '../../src/dialog/request.js';
import { EMPTY_STATE } from '../../src/dialog/state.js';
import type { Commit } from '../../src/storage/store.js';
import { createTelemetry } from '../../src/telemetry.js';
import { ECHO_FOOTER, echoBot } from '../fixtures/echo-bot.js';

const request: TurnRequest = {
  turnId: 't1',
  utterance: 'planted words',
  channel: 'directline',
  shared: false,
  locale: null,
  now: 1,
  choice: null,
  feedback: null,
};

function quiet() {
  const lines: string[] = [];
  const telemetry = createTelemetry({
    level: 'debug',
    destination: { write: (line) => lines.push(line) },
  });
  return { telemetry, lines };
}

/** A store in which `others` commits of somebody else come first. */
function contested(others: number): TurnStore & { commits: Commit[] } {
  let turns = 0;
  const commits: Commit[] = [];
  return {
    commits,
    claim: async () => true,
    readState: async () => ({ state: { ...EMPTY_STATE, turns }, etag: String(turns) }),
    commit: async (commit) => {
      commits.push(commit);
      turns += 1;
      return commits.length > others;
    },
  };
}

test('a turn that lost its conversation to another is taken again on the newer state', async () => {
  const store = contested(1);
  const { telemetry } = quiet();
  const said = await runTurn({ bot: echoBot, store, telemetry }, 'c1', request);
  expect(said.reply.body).toBe('Turn 2: planted words');
  expect(store.commits.map(({ etag }) => etag)).toEqual(['0', '1']);
});

test('a conversation that keeps changing still gets its answer, and the loss is logged', async () => {
  const store = contested(9);
  const { telemetry, lines } = quiet();
  const said = await runTurn({ bot: echoBot, store, telemetry }, 'c1', request);
  expect(said.reply.body).toBe('Turn 2: planted words');
  expect(store.commits).toHaveLength(2);
  expect(lines.join('')).toContain('kept changing');
});

test('a fault is answered with footer and turn id, and logged without what was said', async () => {
  const { telemetry, lines } = quiet();
  const bot = {
    ...echoBot,
    takeTurn: () => {
      throw new Error('planted words');
    },
  };
  const said = await runTurn({ bot, store: contested(0), telemetry }, 'c1', request);
  expect(said.reply.body).toContain('t1');
  expect(said.reply.footer).toBe(ECHO_FOOTER);
  expect(said.verdict.decision).toBe('fallback');
  expect(lines.join('')).toContain('"turnId":"t1"');
  expect(lines.join('')).not.toContain('planted');
});

test('a store that fails is left alone for a while, then tried again', async () => {
  let now = 0;
  let works = false;
  const claim = jest.fn(async () => {
    if (!works) {
      throw new Error('locked');
    }
    return true;
  });
  const { telemetry } = quiet();
  const store = new SteadyStore({ ...contested(0), claim }, telemetry, () => now);
  expect(await store.claim('a', 0)).toBe(true);
  expect(await store.claim('a', 0)).toBe(false);
  expect(await store.readState('c')).toEqual({ state: EMPTY_STATE, etag: null });
  expect(claim).toHaveBeenCalledTimes(1);
  works = true;
  now = 5000;
  expect(await store.claim('a', 0)).toBe(true);
  expect(claim).toHaveBeenCalledTimes(2);
});

test('claims kept in memory are bounded', async () => {
  const { telemetry } = quiet();
  const gone = async () => Promise.reject(new Error('gone'));
  const store = new SteadyStore({ ...contested(0), claim: gone }, telemetry, () => 0);
  for (let index = 0; index < 6000; index += 1) {
    await store.claim(`a${index}`, 0);
  }
  expect(await store.claim('a5999', 0)).toBe(false);
  expect(await store.claim('a0', 0)).toBe(true);
});
