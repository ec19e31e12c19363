import { loadBot } from '../../src/bot.js';
import { DEFAULT_SETTINGS } from '../fixtures/default-settings.js';
import { play } from '../fixtures/play.js';

const { bot } = loadBot(DEFAULT_SETTINGS);

const eventsAfter = (words: string, between: readonly string[] = []) =>
  play(
    bot,
    ['what is car t', ...between, words].map((user) => ({ user })),
  ).at(-1)?.turn.events;

test.each([
  ['that did not help', false],
  ['wrong answer', false],
  ['no thats not it', false],
  ['that answered my question', true],
  ['thumbs up', true],
])('"%s" counts for the last answer as a press would', (words, helpful) => {
  expect(eventsAfter(words)).toEqual([{ kind: 'feedback', turnId: 'turn-1', helpful }]);
});

test('said of an answer and then of a miss, it counts for the miss', () => {
  const events = eventsAfter('that did not help', ['best pizza in rome']);
  expect(events).toEqual([{ kind: 'feedback', turnId: 'turn-2', helpful: false }]);
});

test('said twice, both are about the same answer', () => {
  const events = eventsAfter('wrong answer', ['that did not help']);
  expect(events).toEqual([{ kind: 'feedback', turnId: 'turn-1', helpful: false }]);
});

test('with nothing to be about it is no feedback, and no word of it is kept', () => {
  const [turn] = play(bot, [{ user: 'that did not help' }]);
  expect(turn?.turn.events.some(({ kind }) => kind === 'feedback')).toBe(false);
  expect(JSON.stringify(turn?.turn.state)).not.toContain('help ');
});
