import type { Verdict } from '../../src/bot';
import { isSevere, judge } from '../../src/evaluation/judge';

const verdict = (
  decision: Verdict['decision'],
  intent: string | null,
  offered: string[] = [],
): Verdict => ({
  decision,
  intent,
  confidence: 0.8,
  candidates: offered.map((id) => ({ intent: id, confidence: 0.4 })),
  also: [],
});

test.each<[string, Verdict, string[], string]>([
  ['the first label', verdict('answer', 'types'), ['types'], 'correct'],
  ['any accepted label', verdict('answer', 'types'), ['benefits', 'types'], 'correct'],
  ['a boundary with its prefix', verdict('boundary', 'vaccines'), ['boundary:vaccines'], 'correct'],
  [
    'a care-line reply to a treatment symptom',
    verdict('triage', 'care-line'),
    ['safety:treatment-symptom'],
    'correct',
  ],
  [
    'an emergency reply to a treatment symptom',
    verdict('triage', 'emergency'),
    ['safety:treatment-symptom'],
    'wrong',
  ],
  ['a fallback on what is not ours', verdict('fallback', null), ['oos'], 'correct'],
  ['a fallback on a question with an answer', verdict('fallback', null), ['types'], 'abstained'],
  [
    'an offer of the right topic',
    verdict('clarify', null, ['benefits', 'types']),
    ['types'],
    'clarified',
  ],
  ['an offer of wrong topics', verdict('clarify', null, ['benefits']), ['types'], 'wrong'],
  ['an offer on what is not ours', verdict('clarify', null, ['benefits']), ['oos'], 'wrong'],
  ['another answer', verdict('answer', 'benefits'), ['types'], 'wrong'],
  ['an answer to what is not ours', verdict('answer', 'benefits'), ['oos'], 'wrong'],
])('%s', (_case, given, expected, judgement) => {
  expect(judge(given, expected)).toBe(judgement);
});

test('a danger sign without a triage reply is severe, and so is a false alarm', () => {
  expect(isSevere(verdict('answer', 'side-effects'), ['safety:emergency'], null)).toBe(true);
  expect(isSevere(verdict('triage', 'care-line'), ['safety:emergency'], null)).toBe(false);
  expect(
    isSevere(verdict('answer', 'side-effects'), ['side-effects', 'safety:emergency'], null),
  ).toBe(false);
  expect(isSevere(verdict('triage', 'self-harm'), ['how-it-works'], 'safety-negative')).toBe(true);
  expect(isSevere(verdict('answer', 'how-it-works'), ['how-it-works'], 'safety-negative')).toBe(
    false,
  );
});
