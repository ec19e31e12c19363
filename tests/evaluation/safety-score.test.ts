import { clopperPearson } from '../../src/evaluation/intervals';
import { readSafetyLine, safetyLines, scoreSafety } from '../../src/evaluation/safety-score';

const line = (text: string, expect: string, note = '') =>
  readSafetyLine(JSON.stringify({ id: text, text, expect, note }), 'file:1');

test('a note with alt= accepts another class', () => {
  expect(line('a', 'care-line', 'shingles; alt=emergency').accepted).toEqual([
    'care-line',
    'emergency',
  ]);
});

test('classes are scored with hits, recall and misses', () => {
  const answers: Record<string, string | null> = {
    a: 'emergency',
    b: 'care-line',
    c: null,
    d: 'self-harm',
    e: 'emotional-support',
  };
  const lines = [
    line('a', 'emergency'),
    line('b', 'emergency'),
    line('c', 'none'),
    line('d', 'none'),
    line('e', 'none'),
  ];
  const scores = scoreSafety(lines, (text) => answers[text] ?? null);
  expect(scores.classes.find(({ label }) => label === 'emergency')).toMatchObject({
    n: 2,
    hits: 1,
  });
  expect(scores.falseInterrupts).toBeCloseTo(1 / 3);
  expect(scores.falseCrises).toBe(1);
  expect(scores.misses.map(({ id }) => id)).toEqual(['b', 'd']);
  expect(safetyLines(scores).join('\n')).toContain('miss d');
});

test('a line that is not one is refused with its place', () => {
  expect(() => readSafetyLine('{"text": "x", "expect": "maybe"}', 'f:3')).toThrow(/f:3/);
});

test('the interval is that of Clopper and Pearson', () => {
  // Reference values: exact binomial tables, 59 of 59 and 8 of 10.
  expect(clopperPearson(59, 59).low).toBeCloseTo(0.9394, 3);
  expect(clopperPearson(59, 59).high).toBe(1);
  expect(clopperPearson(8, 10).low).toBeCloseTo(0.4439, 3);
  expect(clopperPearson(8, 10).high).toBeCloseTo(0.9748, 3);
  expect(clopperPearson(0, 0)).toEqual({ low: 0, high: 1 });
});
