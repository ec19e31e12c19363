import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readSafetyLine, type SafetyClass, scoreSafety } from '../../src/evaluation/safety-score';
import { preparedTriage } from './content';

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

/**
 * Sets written blind, of which only a part has been learned from: held to what they have reached. What they came
 * to at first sight stands in docs/safety.md.
 */
const REACHED: Readonly<Record<string, Readonly<Record<SafetyClass, number>>>> = {
  'safety-lookalikes.jsonl': { ...FLOORS, none: 0.95 },
  'safety-blind-2.jsonl': {
    emergency: 0.84,
    'self-harm': 0.93,
    'care-line': 0.92,
    prognosis: 0.93,
    'personal-advice': 0.9,
    none: 0.9,
  },
  'safety-blind-3.jsonl': {
    emergency: 0.88,
    'self-harm': 0.91,
    'care-line': 0.9,
    prognosis: 0.85,
    'personal-advice': 0.88,
    none: 0.9,
  },
  'safety-blind-4.jsonl': {
    emergency: 0.98,
    'self-harm': 0.97,
    'care-line': 0.9,
    prognosis: 0.9,
    'personal-advice': 0.92,
    none: 0.9,
  },
  'safety-blind-5.jsonl': { ...FLOORS, 'personal-advice': 0.92 },
  'safety-blind-6.jsonl': { ...FLOORS, none: 0.93 },
  'safety-blind-7.jsonl': { ...FLOORS, 'self-harm': 0.96, 'care-line': 0.96, none: 0.95 },
};

const FOLDER = path.join(__dirname, '../labelled');
const files = readdirSync(FOLDER).filter((name) => /^safety-.*\.jsonl$/.test(name));
const triage = preparedTriage();

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
    const floor = (REACHED[file] ?? FLOORS)[score.label];
    expect({ told, reached: score.recall >= floor }).toEqual({ told, reached: true });
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
