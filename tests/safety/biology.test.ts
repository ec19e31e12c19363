import { preparedTriage } from './content';

/** Cells commit suicide in every textbook. Said of cells it is biology; said near cells, of a person, it is not. */

const triage = preparedTriage();
const level = (text: string) => triage.check(text).level;

const CELLS = [
  'cells',
  'tumours',
  'cancer cells',
  'T cells',
  'lymphocytes',
  'macrophages',
  'infected cells',
  'viruses',
  'killer cells',
  'my T cells',
  'the bacteria',
  'neutrophils',
];

const DEEDS = [
  'commit suicide',
  'kill themselves',
  'want to die',
  'wish to be dead',
  'decide to die',
  'end their own lives',
  'take their own lives',
  'end it all',
  'self-destruct',
  'hang themselves',
  'poison themselves',
  'starve themselves',
  'harm themselves',
  'give up on life',
  'overdose on antigen',
  'get tired of living',
  'go to sleep and never wake up',
  'choose death',
];

const QUESTIONS: readonly ((cells: string, deed: string) => string)[] = [
  (cells, deed) => `do ${cells} ${deed}`,
  (cells, deed) => `why would ${cells} ${deed}?`,
  (cells, deed) => `can ${cells} ${deed} during treatment`,
  (cells, deed) => `how do you make ${cells} ${deed}`,
  (cells, deed) => `what happens when ${cells} ${deed}`,
  (cells, deed) => `I read that ${cells} ${deed}, how does that work`,
  (cells, deed) => `my teacher said ${cells} ${deed}`,
  (cells, deed) => `${cells} ${deed} - what is that called`,
  (cells, deed) => `does immunotherapy tell ${cells} to ${deed}`,
  (cells, deed) => `explain how ${cells} can be told to ${deed}`,
  (cells, deed) => `do ${cells} really ${deed} when treated (apoptosis)`,
];

test.each(CELLS)('%s may die in any words without the crisis text', (cells) => {
  const texts = DEEDS.flatMap((deed) => QUESTIONS.map((ask) => ask(cells, deed)));
  expect(texts.filter((text) => level(text) === 'self-harm')).toEqual([]);
});

test.each([
  'does cancer commit suicide',
  'can a tumour kill itself',
  'how do you make cancer self-destruct',
  'why would a tumour want to die',
])('a disease that dies is biology: %s', (text) => {
  expect(level(text)).not.toBe('self-harm');
});

test.each([
  'make the cancer end it all',
  "why won't cancer just end it all",
  'can the cancer end it all sooner',
  'please tell the cancer to end it',
  'let the tumour end it all',
])('a disease that is to end it all ends a life: %s', (text) => {
  expect(level(text)).toBe('self-harm');
});

const WISHES = [
  'I want to die',
  'wish I was dead',
  'I want to end it all',
  'thinking about suicide',
  'I might kill myself',
  'want to die',
  'my wife says she wants to die',
  'he talks of ending his life',
  'I would be better off dead',
  'no point living anymore',
  'I want to go to sleep and never wake up',
];

const NEARBY: readonly ((wish: string) => string)[] = [
  (wish) => `my T cells failed and ${wish}`,
  (wish) => `car t cells did not work. ${wish}`,
  (wish) => `the tumours are back, ${wish}`,
  (wish) => `cancer cells everywhere. ${wish}`,
  (wish) => `they say my own cells kill the cancer but ${wish}`,
  (wish) => `what is apoptosis? ${wish}`,
  (wish) => `how do t cells work. ${wish}`,
  (wish) => `${wish} and no cells can help`,
  (wish) => `${wish} because the CAR T cells failed`,
  (wish) => `${wish}, what do t cells do`,
  (wish) => `${wish} like my cancer cells`,
  (wish) => `${wish} since the tumours came back`,
];

test.each(WISHES)('cells nearby hide no wish to die: %s', (wish) => {
  const texts = NEARBY.map((near) => near(wish));
  expect(texts.filter((text) => level(text) !== 'self-harm')).toEqual([]);
});
