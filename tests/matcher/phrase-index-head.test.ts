import { createMatcher, trainMatcher } from '../../src/matcher/matcher.js';
import { MOST_LINEAR_INTENTS } from '../../src/matcher/settings.js';
import type { MatcherEntry } from '../../src/matcher/types.js';

/** Words no two of which are an edit apart: "baba", "babe", ... */
const SYLLABLES = ['ba', 'ke', 'li', 'mo', 'nu', 'pra', 'ste', 'vi', 'wo', 'zu'];
const word = (n: number) =>
  [n % 10, Math.floor(n / 10) % 10, Math.floor(n / 100) % 10].map((i) => SYLLABLES[i]).join('');

const ENTRIES: MatcherEntry[] = Array.from({ length: MOST_LINEAR_INTENTS + 20 }, (_, n) => ({
  intent: `topic-${n}`,
  title: `The ${word(n)}`,
  utterances: [`what is a ${word(n)}`, `how does the ${word(n)} work`, `tell me about ${word(n)}`],
  keywords: [],
  outOfScope: false,
}));
const OPTIONS = { lexicon: [], confidenceThreshold: 0.3, ambiguityGap: 0.1 };

test('a catalog too large to train gets an index instead', () => {
  expect(trainMatcher(ENTRIES, []).head).toBeNull();
  expect(trainMatcher(ENTRIES.slice(0, 5), []).head).not.toBeNull();
});

test('the index finds each topic by words it shares with no other', () => {
  const matcher = createMatcher(ENTRIES, OPTIONS);
  const wrong = ENTRIES.filter(
    ({ intent }, n) =>
      matcher.match(`please explain the ${word(n)}`).candidates[0]?.intent !== intent,
  );
  expect(wrong).toEqual([]);
});

test('the index explains itself, and knows nothing of strangers', () => {
  const matcher = createMatcher(ENTRIES, OPTIONS);
  const { explanation } = matcher.match(`what is a ${word(7)}`);
  expect(explanation.intents[0]).toMatchObject({ intent: 'topic-7' });
  expect(explanation.intents[0]?.supports[0]?.weight).toBeGreaterThan(0);
  expect(matcher.match('xyzzy').outcome).toBe('none');
});
