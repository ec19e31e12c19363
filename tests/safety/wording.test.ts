import { preparedTriage } from './content';

const triage = preparedTriage();
const level = (text: string) => triage.check(text).level;

test.each([
  ["I'm not having trouble breathing", null],
  ['pt denies chest pain, SOB, fever', null],
  ['pt denies fever, has chest pain', 'emergency'],
  ['pt denied chest pain, fever', null],
  ['insurance denied car t, i want to die', 'self-harm'],
  ["they denied me a bed, can't breathe", 'emergency'],
  ['rash: nil, fever: no', null],
  ['no fever today but had one last night', 'care-line'],
])('a denial is read on lists and after the sign: %s', (text, expected) => {
  expect(level(text)).toBe(expected);
});

test.each([
  ['can I leave a fever till monday', 'care-line'],
  ['would it be silly to ring someone about blood on the paper', 'care-line'],
  ["my son's got a rash all over his trunk, started keytruda in june", 'care-line'],
  ['is 38 normal after car t', 'emergency'],
])('who asks what can wait has it: %s', (text, expected) => {
  expect(level(text)).toBe(expected);
});

test.each([
  'someone has collapsed in the waiting room',
  'need help now',
  "it's an emergency",
  'please help my husband',
  'I took a double dose of prednisone',
])('a call for help needs no other sign: %s', (text) => {
  expect(level(text)).toBe('emergency');
});

test.each(['I am scared of dying', 'my mum is terrified of death'])(
  'a fear of death is met with support: %s',
  (text) => {
    expect(level(text)).toBe('emotional-support');
  },
);

test.each([
  ['D13 post CAR T', 'd13 post car t'],
  ['I have too many forms', 'i have too many forms'],
  ['I want too die', 'i want to die'],
])('shorthand and small words are read as they are meant: %s', (text, read) => {
  expect(triage.explain(text).words.join(' ')).toBe(read);
});

test.each([
  'is a rash common on keytruda? covered in one',
  'are night sweats common? soaked every night',
  'is fainting a side effect? just happened to me',
])('a question does not hide the sign of one’s own after it: %s', (text) => {
  expect(level(text)).toMatch(/care-line|emergency/);
});
