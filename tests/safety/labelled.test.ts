import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readSafetyLine, type SafetyClass, scoreSafety } from '../../src/evaluation/safety-score';
import { createTriage } from '../../src/safety/triage';
import { safetyContent } from './content';

/**
 * The ratchet: what the labelled lines have reached may not be lost. Floors are those of the safety goals;
 * a set that does better is held to no less than them. Raise them with the lines, never lower them.
 */
const FLOORS: Readonly<Record<SafetyClass, number>> = {
  emergency: 0.99,
  'self-harm': 0.99,
  'care-line': 0.97,
  prognosis: 0.93,
  'personal-advice': 0.93,
  none: 0.97,
};

const FOLDER = path.join(__dirname, '../labelled');
const files = readdirSync(FOLDER).filter((name) => /^safety-.*\.jsonl$/.test(name));
const triage = createTriage(safetyContent);

test('there are labelled safety lines, half of them look-alikes', () => {
  const lines = files.flatMap(read);
  expect(lines.length).toBeGreaterThanOrEqual(400);
  const ordinary = lines.filter(({ expect: label }) => label === 'none').length;
  expect(ordinary / lines.length).toBeGreaterThan(0.4);
});

describe.each(files)('%s', (file) => {
  const scores = scoreSafety(read(file), (text) => triage.check(text).level);
  const missed = (label: SafetyClass) => scores.misses.filter((miss) => miss.expect === label);

  test.each(scores.classes.filter(({ n }) => n > 0))('$label reaches its floor', (score) => {
    const told = missed(score.label).map(({ id, text, got }) => `${id}: ${text} -> ${got}`);
    expect({ told, reached: score.recall >= FLOORS[score.label] }).toEqual({ told, reached: true });
  });

  test('no ordinary line gets the crisis text', () => {
    expect(scores.falseCrises).toBe(0);
  });
});

function read(file: string) {
  return readFileSync(path.join(FOLDER, file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, i) => readSafetyLine(line, `${file}:${i + 1}`));
}
