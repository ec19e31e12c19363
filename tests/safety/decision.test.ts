import type { SafetyLevel, SafetyThresholds, Sign } from '../../src/catalog/safety-types';
import { logOdds, type NetScore } from '../../src/safety/classifier-net';
import { decide, weigh } from '../../src/safety/decision';
import type { GrammarFinding } from '../../src/safety/grammar';
import { isPresent, type Status } from '../../src/safety/status';

const each = { bare: 0.1, alone: 0.3, above: 0.6, doubted: 0.7 };
const thresholds: SafetyThresholds = {
  'self-harm': each,
  emergency: each,
  'care-line': each,
  prognosis: each,
  'personal-advice': each,
};

/** What the grammar found: signs as level, status and language. */
function finding(
  signs: readonly (readonly [SafetyLevel, Status, string?])[],
  frames: readonly string[] = [],
  words = 'there are words enough',
): GrammarFinding {
  const found = signs.map(([level, status, language = 'en'], i) => {
    const rest = { hazard: 'H01', source: [], topic: null, unless: [], patterns: [] };
    const sign: Sign = { id: `${level}-sign`, level, checks: 'all', ...rest };
    return {
      sign,
      language,
      status,
      words: '',
      start: i,
      end: i + 1,
      support: 1,
      beside: 0,
      others: 0,
    };
  });
  const triggers = found
    .filter(({ status }) => isPresent(status))
    .map(({ sign, language, status }) => ({
      level: sign.level as SafetyLevel,
      rule: sign.id,
      language,
      isTold: status === 'now',
    }));
  const sentences = [words.split(' ')];
  const none = { sentences, unexplained: [], isExplained: false, isForeign: false, mended: [] };
  return { signs: found, triggers, frames, ...none };
}

function scored(probabilities: Partial<Record<SafetyLevel, number>>): NetScore[] {
  return (Object.keys(thresholds) as SafetyLevel[]).map((level) => {
    const evidence = logOdds(probabilities[level] ?? 0.01);
    return { level, evidence, most: evidence };
  });
}

const level = (
  signs: Parameters<typeof finding>[0],
  probabilities: Parameters<typeof scored>[0],
  frames: readonly string[] = [],
) => decide({ finding: finding(signs, frames), scores: scored(probabilities), thresholds }).level;

test('each net triggers alone', () => {
  expect(level([['emergency', 'now']], {})).toBe('emergency');
  expect(level([], { emergency: 0.4 })).toBe('emergency');
  expect(level([], { emergency: 0.2 })).toBeNull();
});

test('a bare sign needs the classifier not to find it, and its like, next to impossible', () => {
  expect(level([['emergency', 'bare']], {})).toBeNull();
  expect(level([['emergency', 'bare']], { emergency: 0.15 })).toBe('emergency');
  expect(level([['emergency', 'bare']], { 'care-line': 0.15 })).toBe('emergency');
  expect(level([['emergency', 'bare']], { prognosis: 0.15 })).toBeNull();
});

test('a bare sign of a word or two stands: the classifier hears too little', () => {
  const short = finding([['emergency', 'bare']], [], 'chest pain');
  expect(decide({ finding: short, scores: scored({}), thresholds }).level).toBe('emergency');
});

test('a bare sign of another language stands: the classifier hardly knows it', () => {
  expect(level([['emergency', 'bare', 'es']], {})).toBe('emergency');
});

test('above a level the grammar found the classifier must be surer', () => {
  expect(level([['care-line', 'now']], { emergency: 0.5 })).toBe('care-line');
  expect(level([['care-line', 'now']], { emergency: 0.65 })).toBe('emergency');
});

test('low mood is no reason against a wish to die, but against a symptom', () => {
  expect(level([['emotional-support', 'now']], { 'self-harm': 0.4 })).toBe('self-harm');
  expect(level([['emotional-support', 'now']], { 'care-line': 0.4 })).toBe('emotional-support');
});

test('a sign that is only asked about needs more, and gets the soft line without it', () => {
  const asked = finding([['emergency', 'asked']]);
  const at = (probability: number) =>
    decide({ finding: asked, scores: scored({ emergency: probability }), thresholds });
  expect(at(0.65)).toMatchObject({ level: null, soft: true });
  expect(at(0.75).level).toBe('emergency');
});

test('a sign asked about with a statement after it counts as a bare one, and gets the soft line without', () => {
  const followed = finding([['care-line', 'followed']]);
  const at = (probability: number) =>
    decide({ finding: followed, scores: scored({ 'care-line': probability }), thresholds });
  expect(at(0.15)).toMatchObject({ level: 'care-line', soft: false });
  expect(at(0.05)).toMatchObject({ level: null, soft: true });
});

test('nothing outscores a wish to die or an emergency; of the others the clearer one', () => {
  expect(level([], { 'self-harm': 0.4, emergency: 0.9 })).toBe('self-harm');
  expect(level([], { emergency: 0.4, 'care-line': 0.9 })).toBe('emergency');
  expect(level([], { prognosis: 0.4, 'personal-advice': 0.5 })).toBe('personal-advice');
  expect(level([], { prognosis: 0.75, 'personal-advice': 0.9 })).toBe('prognosis');
});

test('cells without a person are biology, however sure the classifier is', () => {
  expect(level([], { 'self-harm': 0.99 }, ['cells'])).toBeNull();
  expect(level([], { 'self-harm': 0.99 }, ['cells', 'person'])).toBe('self-harm');
  expect(level([['self-harm', 'now']], {}, ['cells'])).toBe('self-harm');
});

test('a wish that is denied, or a figure of speech, must be borne out by the rest', () => {
  expect(level([['self-harm', 'negated']], { 'self-harm': 0.5 })).toBeNull();
  expect(level([['self-harm', 'negated']], { 'self-harm': 0.8 })).toBe('self-harm');
  expect(level([], { 'self-harm': 0.5 }, ['idiom-die'])).toBeNull();
});

test('the two readings of a text count half each', () => {
  const [weighed] = weigh(scored({ 'self-harm': 0.9 }), scored({ 'self-harm': 0.1 }));
  expect(weighed?.evidence).toBeCloseTo(0);
});

test('the route is said in the language of a sign, whichever net triggered it', () => {
  const spanish = finding([['care-line', 'negated', 'es']]);
  const scores = scored({ emergency: 0.9 });
  expect(decide({ finding: spanish, scores, thresholds })).toMatchObject({
    level: 'emergency',
    language: 'es',
  });
});
