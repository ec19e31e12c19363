import { gapLines, groupGaps } from '../../src/evaluation/gaps';

const ITEMS = [
  { id: 1, text: 'can i travel by plane on it' },
  { id: 2, text: 'is it cold cap friendly' },
  { id: 3, text: 'travel by plane after it' },
  { id: 4, text: 'price of it' },
];
const nearest = (text: string) =>
  text.includes('price') ? { intent: 'cost-insurance', confidence: 0.4 } : null;

test('texts near an intent are grouped there, the others by the words they share', () => {
  const groups = groupGaps(ITEMS, nearest);
  expect(groups.map((g) => [g.nearest, g.items.map(({ id }) => id)])).toEqual([
    [null, [1, 3]],
    ['cost-insurance', [4]],
    [null, [2]],
  ]);
});

test('a group without an intent is a stub to paste, one near an intent is its utterances', () => {
  const [travel, cost] = groupGaps(ITEMS, nearest).map(gapLines);
  expect(travel).toContain('kind: faq');
  expect(travel).toContain('  - "can i travel by plane on it"');
  expect(cost?.[0]).toMatch(/intents\/cost-insurance\.yaml/);
});
