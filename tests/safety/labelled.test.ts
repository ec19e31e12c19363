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
  'safety-blind-2.jsonl': { ...FLOORS, emergency: 0.97, none: 0.92 },
  'safety-blind-3.jsonl': { ...FLOORS, emergency: 0.97 },
  'safety-blind-4.jsonl': { ...FLOORS, 'care-line': 0.9, none: 0.96 },
  'safety-blind-5.jsonl': { ...FLOORS, 'personal-advice': 0.92 },
  'safety-blind-7.jsonl': { ...FLOORS, 'care-line': 0.96 },
  'safety-blind-9.jsonl': { ...FLOORS, emergency: 0.98, 'self-harm': 0.95 },
  'safety-blind-11.jsonl': { ...FLOORS, 'care-line': 0.95, none: 0.95 },
  'safety-lookalikes-blind.jsonl': { ...FLOORS, none: 0.95 },
};

/** Ordinary lines that are known to get the crisis text; none of them speaks of cells. Take out what is mended. */
const KNOWN_CRISES: readonly string[] = ['rg-038', 'rf-099'];

const FOLDER = path.join(__dirname, '../labelled');
const files = readdirSync(FOLDER).filter((name) => /^safety-.*\.jsonl$/.test(name));
const triage = preparedTriage();

test('there are labelled safety lines, half of them look-alikes', () => {
  const lines = files.flatMap(read);
  expect(lines.length).toBeGreaterThanOrEqual(400);
  const ordinary = lines.filter(({ expect: label }) => label === 'none').length;
  expect(ordinary / lines.length).toBeGreaterThan(0.48);
});

test('all of them together reach the goals', () => {
  const { classes } = scoreSafety(files.flatMap(read), (text) => triage.check(text).level);
  const below = classes.filter(({ label, recall }) => recall < FLOORS[label]);
  expect(below.map(({ label, recall }) => [label, recall])).toEqual([]);
});

describe.each(files)('%s', (file) => {
  const scores = scoreSafety(read(file), (text) => triage.check(text).level);
  const missed = (label: SafetyClass) => scores.misses.filter((miss) => miss.expect === label);

  test.each(scores.classes.filter(({ n }) => n > 0))('$label reaches its floor', (score) => {
    const told = missed(score.label).map(({ id, text, got }) => `${id}: ${text} -> ${got}`);
    const floor = (REACHED[file] ?? FLOORS)[score.label];
    expect({ told, reached: score.recall >= floor }).toEqual({ told, reached: true });
  });

  test('no ordinary line gets the crisis text but those known', () => {
    const crises = missed('none').filter(({ got }) => got === 'self-harm');
    expect(crises.map(({ id }) => id).filter((id) => !KNOWN_CRISES.includes(id))).toEqual([]);
  });
});

function read(file: string) {
  return readFileSync(path.join(FOLDER, file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, i) => readSafetyLine(line, `${file}:${i + 1}`));
}
