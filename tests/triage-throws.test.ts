import { loadBot, type TurnRequest } from '../src/bot.js';
import { EMPTY_STATE } from '../src/dialog/state.js';
import type * as TriageModule from '../src/safety/triage.js';
import { createTelemetry } from '../src/telemetry.js';
import { triageReport } from '../src/triage-report.js';
import { DEFAULT_SETTINGS } from './fixtures/default-settings.js';

/** The real check, but for one word on which it breaks, and quotes what was said in its error as a careless one would. */
jest.mock('../src/safety/triage', () => {
  const actual: typeof TriageModule = jest.requireActual('../src/safety/triage');
  const createTriage: typeof actual.createTriage = (...args) => {
    const made = actual.createTriage(...args);
    const breaking =
      <T>(look: (text: string) => T) =>
      (text: string): T => {
        if (text.includes('xyzzy')) {
          throw new RangeError(`cannot read ${text}`);
        }
        return look(text);
      };
    return { check: breaking(made.check), explain: breaking(made.explain) };
  };
  return { ...actual, createTriage };
});

const lines: string[] = [];
const telemetry = createTelemetry({
  level: 'info',
  destination: { write: (line) => lines.push(line) },
});
const { bot, explain, triageFault } = loadBot(DEFAULT_SETTINGS, triageReport(telemetry));

const say = (utterance: string, rest: Partial<TurnRequest> = {}) =>
  bot.takeTurn(
    {
      turnId: 't1',
      utterance,
      channel: 'test',
      shared: false,
      locale: null,
      now: 1,
      choice: null,
      feedback: null,
      ...rest,
    },
    EMPTY_STATE,
  );

test('a check that throws is logged and counted, without what was said, and the next turn is answered', async () => {
  expect(triageFault).toBeNull();
  for (const shared of [false, true]) {
    for (const rest of [{}, { choice: 'types' }, { feedback: { turnId: 't0', helpful: true } }]) {
      const { reply, verdict } = say('xyzzy what is immunotherapy', { shared, ...rest });
      expect(reply.body).toMatch(/I cannot answer questions now/);
      expect(reply).toMatchObject({ footer: '', suggestions: [], source: [] });
      expect(verdict).toMatchObject({ decision: 'triage', intent: 'emergency' });
    }
  }
  expect(lines).toHaveLength(6);
  for (const line of lines) {
    expect(JSON.parse(line)).toMatchObject({
      level: 50,
      err: { name: 'RangeError' },
      msg: expect.stringContaining('the triage check failed'),
    });
    expect(line).not.toMatch(/xyzzy|immunotherapy/);
  }
  expect((await telemetry.metrics.faults.get()).values).toEqual([
    expect.objectContaining({ labels: { code: 'TRIAGE' }, value: 6 }),
  ]);
  expect(say('what is immunotherapy').verdict.decision).toBe('answer');
});

test('an explanation of such a turn says that there was no check', () => {
  expect(explain('xyzzy').triage).toEqual({
    level: 'emergency',
    rule: 'triage-unavailable',
    soft: false,
    language: 'en',
  });
});
