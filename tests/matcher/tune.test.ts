import { createMatcher } from '../../src/matcher/matcher.js';
import { tuneThresholds } from '../../src/matcher/tune.js';
import type { MatcherEntry } from '../../src/matcher/types.js';

const FRAMES = ['what is X', 'tell me about X', 'explain X', 'X please', 'more on X', 'is X good'];

const entry = (intent: string, words: readonly string[], outOfScope = false): MatcherEntry => ({
  intent,
  title: intent,
  utterances: words.flatMap((word) => FRAMES.map((frame) => frame.replace('X', word))),
  keywords: [],
  outOfScope,
});

const CLEAR = [
  entry('price', ['cost', 'money', 'price']),
  entry('time', ['hours', 'weeks', 'time']),
  entry('other', ['football', 'weather', 'pizza'], true),
];
/** Two intents nobody can tell apart: half the answers would be wrong. */
const MUDDLED = [entry('a', ['cost', 'price']), entry('b', ['cost ', 'price ']), CLEAR[2]];

const tune = (entries: readonly (MatcherEntry | undefined)[]) =>
  tuneThresholds(
    entries.filter((given) => given !== undefined),
    [],
  );

test('thresholds lie between 0 and 1 and come with the figures they were chosen by', () => {
  const { confidenceThreshold, ambiguityGap, evidence } = tune(CLEAR);
  expect(confidenceThreshold).toBeGreaterThan(0);
  expect(confidenceThreshold).toBeLessThan(1);
  expect(ambiguityGap).toBeGreaterThanOrEqual(0);
  expect(evidence.join('\n')).toMatch(/correct .* %[\s\S]*wrong .* %/);
});

test('the same catalog gives the same thresholds', () => {
  expect(tune(CLEAR)).toEqual(tune(CLEAR));
});

test('intents that cannot be told apart are asked about, not guessed at', () => {
  const entries = MUDDLED.filter((given) => given !== undefined);
  const matcher = createMatcher(entries, { lexicon: [], ...tuneThresholds(entries, []) });
  const matches = FRAMES.map((frame) => matcher.match(frame.replace('X', 'price')));
  const asked = matches.filter(({ outcome }) => outcome === 'tie');
  expect(asked.length).toBeGreaterThan(FRAMES.length / 2);
  for (const { candidates } of asked) {
    expect(candidates.map(({ intent }) => intent).sort()).toEqual(['a', 'b']);
  }
});
