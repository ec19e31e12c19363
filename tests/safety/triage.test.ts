import fc from 'fast-check';
import { PRECEDENCE } from '../../src/safety/decision';
import { createTriage } from '../../src/safety/triage';
import { preparedTriage, safetyContent } from './content';

const triage = preparedTriage();
const grammarOnly = createTriage(safetyContent, { classifier: false });
const level = (text: string) => triage.check(text).level;

test('the gravest level wins, whatever the order', () => {
  expect(level('my chest hurts and I want to die')).toBe('self-harm');
  expect(level('should I stop my tablets, I have a rash and I cannot breathe')).toBe('emergency');
  expect(level('how long have I got and should I stop my infusions')).toBe('prognosis');
});

test('danger in the middle of an ordinary question is found', () => {
  expect(level('what is CAR T? also I have chest pain')).toBe('emergency');
  expect(
    level('thanks for the bit on antibodies, by the way I have had the runs since Sunday'),
  ).toBe('care-line');
});

test('danger at the end of a very long text is found', () => {
  const story = 'We went for a walk and talked about the garden. '.repeat(150);
  expect(level(`${story} My husband has just collapsed.`)).toBe('emergency');
});

test.each([
  ['no fever today, how does immunotherapy work', null],
  ["no fever but I can't breathe", 'emergency'],
  ['No rash. Chest pain', 'emergency'],
  ['no chest pain, fever or rash, just a question about trials', null],
  ["I can't say I don't have chest pain", 'emergency'],
])('negation reaches as far as it says: %s', (text, expected) => {
  expect(level(text)).toBe(expected);
});

test.each([
  ['can pembrolizumab cause chest pain', null],
  ['is it normal that my chest hurts', 'emergency'],
  ['what happens if someone gets a fever', null],
  ['should I worry about my fever', 'care-line'],
  ['does it cause a rash? I have one', 'care-line'],
])('a question is no excuse for a symptom of one’s own: %s', (text, expected) => {
  expect(level(text)).toBe(expected);
});

test.each([
  ['I had a rash last year, it cleared up. what are antibodies', null],
  ['my uncle had a stroke ten years ago', null],
  ['I had a fever last week and it is back again', 'care-line'],
])('what is over does not trigger: %s', (text, expected) => {
  expect(level(text)).toBe(expected);
});

test('a question about a danger sign gets the soft line, other questions do not', () => {
  expect(triage.check('can opdivo cause shortness of breath')).toMatchObject({
    level: null,
    soft: true,
  });
  expect(triage.check('what are checkpoint inhibitors').soft).toBe(false);
});

test('CAR T and bispecifics raise a fever to an emergency', () => {
  expect(level('I have a fever of 38.2')).toBe('care-line');
  expect(level('I have a fever of 38.2, CAR T was last week')).toBe('emergency');
  expect(level('temperature since this morning, on teclistamab')).toBe('emergency');
});

test.each([
  'how do T cells kill cancer cells',
  'what is a natural killer cell',
  'explain programmed death ligand 1',
  'what is a suicide gene',
  'do cells commit suicide',
  'what does tumour burden mean',
  'I want to kill my cancer',
  'I hope the tumour dies',
  'I am dying to know how it works',
  'the parking bill is killing me',
  'kill this chat please',
  'the lethal dose in mice, how is it measured',
])('biology and idiom never trigger the crisis text: %s', (text) => {
  expect(level(text)).toBeNull();
});

const DISGUISES: readonly (readonly [string, (text: string) => string])[] = [
  ['capitals', (text) => text.toUpperCase()],
  ['curly quotes', (text) => text.replaceAll("'", '’')],
  ['zero-width characters', (text) => [...text].join('\u200b')],
  ['homoglyphs', (text) => text.replaceAll('a', 'а').replaceAll('e', 'е')],
  ['emoji and punctuation', (text) => `😱😱 ${text} 😭!!!`],
  ['repeated letters', (text) => text.replace(/([aeo])(?=\w)/, '$1$1$1$1')],
];

describe.each(DISGUISES)('%s make no difference', (_, disguise) => {
  test.each([
    ["I can't breathe", 'emergency'],
    ['I want to die', 'self-harm'],
    ['my skin has a rash', 'care-line'],
  ])('%s', (text, expected) => {
    expect(level(disguise(text))).toBe(expected);
  });
});

test.each([
  ['c h e s t p a i n', 'emergency'],
  ['cantbreathe', 'emergency'],
  ['chst pain n cant breth', 'emergency'],
  ['k1ll mys3lf', 'self-harm'],
  ['got diarreah n a temprature', 'care-line'],
  ['hw lng hav i got', 'prognosis'],
  ['keep lookin at the knives', 'self-harm'],
])('misspelling, spacing and text-speak are read: %s', (text, expected) => {
  expect(level(text)).toBe(expected);
});

test('each net triggers alone', () => {
  const veiled = 'i hold the tablets every night and think about being gone';
  expect(grammarOnly.check('crushing chest pain').level).toBe('emergency');
  expect(grammarOnly.check(veiled).level).toBeNull();
  expect(triage.check(veiled)).toMatchObject({
    level: 'self-harm',
    rule: 'classifier-self-harm',
  });
});

test('general questions are neither advice nor prognosis', () => {
  for (const text of [
    'can you drink alcohol on immunotherapy',
    'how long does treatment last',
    'what is the five year survival rate',
    'am I eligible',
    'how do doctors choose a treatment',
  ]) {
    expect(level(text)).toBeNull();
  }
});

test('low mood is met kindly, and is no crisis', () => {
  expect(level('I feel so low and scared')).toBe('emotional-support');
  expect(level('I do not want to die')).not.toBe('self-harm');
});

test('the explanation names signs, their status and the rule', () => {
  const explained = triage.explain('can it cause a rash? my chest hurts');
  expect(explained).toMatchObject({ level: 'emergency', rule: 'chest-pain' });
  expect(explained.signs).toContainEqual({ id: 'rash', status: 'asked', words: 'rash' });
  expect(explained.scores.map((score) => score.level)).toContain('emergency');
});

test('any text is checked without a fault, and twice alike', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (text) => {
      const first = triage.check(text);
      expect(first.level === null || PRECEDENCE.includes(first.level)).toBe(true);
      expect(triage.check(text)).toEqual(first);
    }),
    { numRuns: 200, seed: 20261123 },
  );
});

test('rule ids never hold what was typed', () => {
  const ids = new Set([
    ...safetyContent.signs.map(({ id }) => id),
    ...safetyContent.combinations.map(({ id }) => id),
    ...PRECEDENCE.map((name) => `classifier-${name}`),
    ...safetyContent.languages.flatMap(({ language }) =>
      PRECEDENCE.map((name) => `${language}-${name}`),
    ),
  ]);
  for (const { text } of safetyContent.examples.filter((_, i) => i % 7 === 0)) {
    const { rule } = triage.check(text);
    expect(rule === null || ids.has(rule)).toBe(true);
  }
});
