import fc from 'fast-check';
import { createMatcher } from '../../src/matcher/matcher';
import type { MatcherEntry } from '../../src/matcher/types';

const entry = (intent: string, utterances: string[], outOfScope = false): MatcherEntry => ({
  intent,
  title: intent,
  utterances,
  keywords: [],
  outOfScope,
});

const ENTRIES = [
  entry('side-effects', [
    'what are the side effects',
    'side effects',
    'does it make you feel ill',
    'is there nausea',
    'what harm can it do',
    'list the side effects please',
  ]),
  entry('car-t', [
    'what is car t',
    'how are the t cells changed',
    'car t cell therapy',
    'engineered t cells',
    'tell me about car t',
    'who makes the car t cells',
  ]),
  entry('price', [
    'what does it cost',
    'how much money is it',
    'price',
    'is it expensive',
    'who pays for it',
    'cost of treatment',
  ]),
  entry(
    'other',
    [
      'what is the weather',
      'book a table',
      'play some music',
      'who won the match',
      'turn on the lights',
      'tell me a joke',
    ],
    true,
  ),
];
const OPTIONS = {
  lexicon: [{ canonical: 'car t', variants: ['chimeric antigen receptor'] }],
  confidenceThreshold: 0.4,
  ambiguityGap: 0.1,
};
const matcher = createMatcher(ENTRIES, OPTIONS);
const best = (text: string) => {
  const { outcome, candidates } = matcher.match(text);
  return outcome === 'sure' ? candidates[0]?.intent : outcome;
};

test.each([
  ['its own words', 'what are the side effects', 'side-effects'],
  ['other words around them', 'could you say what the side effects would be', 'side-effects'],
  ['misspelt words', 'what are the sdie efects', 'side-effects'],
  ['a canonical form', 'what is chimeric antigen receptor', 'car-t'],
  ['capitals and punctuation', 'WHAT... DOES IT COST?!', 'price'],
  ['a greeting in front', 'hello there, what does it cost', 'price'],
  ['a name in front', 'my name is Penny Price. what are the side effects?', 'side-effects'],
  [
    'the question inside a story',
    'My aunt is well. We had tea. What does it cost? Thank you so much.',
    'price',
  ],
])('%s find their intent', (_what, text, intent) => {
  expect(best(text)).toBe(intent);
});

test('a misspelling among the phrasings does not keep others from being repaired', () => {
  const often = Array.from({ length: 45 }, (_, i) => `is treatment number ${i} any good`);
  const entries = [...ENTRIES, entry('treatment', [...often, 'tell me of the treatmnet'])];
  const { explanation } = createMatcher(entries, OPTIONS).match('what does treatmnet mean');
  expect(explanation.repairs).toEqual([{ from: 'treatmnet', to: 'treatment' }]);
});

test.each(['what is the weather like', 'play me some music', 'qwrtz plmk', '', '   ', '???'])(
  'it abstains on "%s"',
  (text) => {
    expect(best(text)).toBe('none');
  },
);

test('a text in another language is told apart', () => {
  expect(matcher.match('¿Cuáles son los efectos secundarios del tratamiento?').english).toBe(false);
  expect(matcher.match('was sind die Nebenwirkungen von der Behandlung').english).toBe(false);
  expect(matcher.match('side effects').english).toBe(true);
  expect(matcher.match('wat r teh side efects').english).toBe(true);
});

test('two questions in one text are both found, in order', () => {
  const { candidates, also } = matcher.match('what is car t and what does it cost');
  expect([candidates[0]?.intent, ...also.map(({ intent }) => intent)]).toEqual(['car-t', 'price']);
});

test('the same catalog and question give the same answer, bit for bit', () => {
  const again = createMatcher(ENTRIES, OPTIONS);
  for (const text of ['what does it cost', 'efects', 'car', 'how is it made']) {
    expect(again.match(text).candidates).toEqual(matcher.match(text).candidates);
  }
});

test('the out-of-scope entry is never a candidate', () => {
  const { candidates } = matcher.match('what is the weather');
  expect(candidates.map(({ intent }) => intent)).not.toContain('other');
});

test('any string is matched without a throw, with confidences from 0 to 1', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const { candidates } = matcher.match(text);
      for (const { confidence } of candidates) {
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 300, seed: 7 },
  );
});

test('the explanation names the repair, the evidence and the rule', () => {
  const { explanation } = matcher.match('what are the sdie effects');
  expect(explanation.repairs).toContainEqual({ from: 'sdie', to: 'side' });
  expect(explanation.intents[0]?.supports.length).toBeGreaterThan(0);
  expect(explanation.rule).toMatch(/threshold/);
});
