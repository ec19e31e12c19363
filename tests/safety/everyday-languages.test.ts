import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { preparedTriage, safetyContent } from './content';

/** What people type in the languages of `languages.yaml`, and English that looks like one of them. */

const KINDS = ['emergency', 'care-line', 'self-harm', 'prognosis', 'harmless'] as const;
const read = (file: string) =>
  parse(readFileSync(path.join(__dirname, '../labelled', file), 'utf8'));

const lines: Readonly<Record<string, Readonly<Record<(typeof KINDS)[number], readonly string[]>>>> =
  read('languages.yaml');
const english: Readonly<Record<'danger' | 'ordinary', readonly string[]>> =
  read('english-plain.yaml');
const triage = preparedTriage();

test('every language of the content has its lines, at least twelve', () => {
  const languages = safetyContent.languages.map(({ language }) => language);
  expect(Object.keys(lines).sort()).toEqual(languages.sort());
  for (const kinds of Object.values(lines)) {
    expect(Object.keys(kinds)).toEqual(KINDS);
    expect(Object.values(kinds).flat().length).toBeGreaterThanOrEqual(12);
    expect(kinds.harmless.length).toBeGreaterThanOrEqual(3);
  }
});

test('none of the lines is among the examples', () => {
  const examples = new Set(safetyContent.examples.map(({ text }) => text.toLowerCase()));
  const all = Object.values(lines).flatMap((kinds) => Object.values(kinds).flat());
  expect(all.filter((text) => examples.has(text.toLowerCase()))).toEqual([]);
});

describe.each(Object.entries(lines))('%s', (language, kinds) => {
  test.each(['emergency', 'care-line', 'self-harm'] as const)('%s, in its language', (level) => {
    for (const text of kinds[level]) {
      expect({ text, ...triage.check(text) }).toMatchObject({ text, level, language });
    }
  });

  test('questions on how it will end are no crisis', () => {
    for (const text of kinds.prognosis) {
      expect({ text, ...triage.check(text) }).toMatchObject({ text, level: 'prognosis' });
    }
  });

  test('what is denied, over or asked does not interrupt', () => {
    for (const text of kinds.harmless) {
      expect({ text, ...triage.check(text) }).toMatchObject({ text, level: null });
    }
  });
});

describe('English', () => {
  test.each(english.danger)('%s gets an English route alone', (text) => {
    const { level, language } = triage.check(text);
    expect(level).toMatch(/^(?:emergency|care-line|self-harm)$/);
    expect(language).toBe('en');
  });

  test.each(english.ordinary)('%s holds no sign of another language', (text) => {
    const own = new Set(safetyContent.signs.map(({ id }) => id));
    const { signs, language } = triage.explain(text);
    expect(signs.filter(({ id }) => !own.has(id))).toEqual([]);
    expect(language).toBe('en');
  });
});
