import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { SafetyLevel } from '../../src/catalog/safety-types';
import { preparedTriage } from './content';

/**
 * What is said, in every way of saying it: each sign in each frame. A frame decides who, when and whether; so each
 * way must come out the same for all signs.
 */

const texts = z.array(z.string()).min(1);
const sayings = read(
  'sayings.yaml',
  z.strictObject({
    emergencies: texts,
    symptoms: texts,
    wishes: z.array(z.tuple([z.string(), z.string()])).min(1),
    noWishes: texts,
    outlooks: texts,
    survivalInGeneral: texts,
    advice: texts,
    practiceInGeneral: texts,
  }),
);
const ways = read(
  'ways.yaml',
  z.strictObject({
    now: texts,
    nowInSpite: texts,
    notNow: texts,
    wish: texts,
    noWish: texts,
    asked: texts,
    inGeneral: texts,
  }),
);

const triage = preparedTriage();

describe('somebody has it now', () => {
  test.each([...ways.now, ...ways.nowInSpite])('%s', (way) => {
    expect(otherwise(sayings.emergencies.map(said(way)), ['emergency'])).toEqual([]);
    expect(otherwise(sayings.symptoms.map(said(way)), ['care-line', 'emergency'])).toEqual([]);
  });
});

test.each(ways.notNow)('nobody has it now: %s', (way) => {
  const all = [...sayings.emergencies, ...sayings.symptoms].map(said(way));
  expect(otherwise(all, [null, 'emotional-support'])).toEqual([]);
});

test.each(ways.wish)('a wish to die: %s', (way) => {
  const all = sayings.wishes.map(([i, she]) =>
    fill(way, { i, she, I: i.toUpperCase(), start: i.replace(/^am /, '') }),
  );
  expect(otherwise(all, ['self-harm'])).toEqual([]);
});

test.each(ways.noWish)('no wish to die: %s', (way) => {
  const all = sayings.noWishes.map(said(way));
  expect(all.filter((text) => triage.check(text).level === 'self-harm')).toEqual([]);
});

test.each(ways.asked)('outlook and advice of one’s own: %s', (way) => {
  expect(otherwise(sayings.outlooks.map(said(way)), ['prognosis'])).toEqual([]);
  expect(otherwise(sayings.advice.map(said(way)), ['personal-advice'])).toEqual([]);
});

test.each(ways.inGeneral)('survival and practice in general: %s', (way) => {
  const all = [...sayings.survivalInGeneral, ...sayings.practiceInGeneral].map(said(way));
  expect(otherwise(all, [null])).toEqual([]);
});

/** The texts that come out otherwise than allowed, with what they come out as. */
function otherwise(all: readonly string[], allowed: readonly (SafetyLevel | null)[]): string[] {
  return all.flatMap((text) => {
    const { level } = triage.check(text);
    return allowed.includes(level) ? [] : [`${text} -> ${level}`];
  });
}

function said(way: string): (sign: string) => string {
  return (sign) =>
    fill(way, {
      sign,
      bare: sign.replace(/^an? /, ''),
      my: sign.replace(/^an? /, 'my '),
      SIGN: sign.toUpperCase(),
    });
}

/** @throws Error where the way names a part that the saying has not. */
function fill(way: string, parts: Readonly<Record<string, string>>): string {
  return way.replace(/\{(\w+)\}/g, (_, name: string) => {
    const part = parts[name];
    if (part === undefined) {
      throw new Error(`ways.yaml: no {${name}} here: ${way}`);
    }
    return part;
  });
}

function read<T>(name: string, schema: z.ZodType<T>): T {
  const file = path.join(__dirname, '../labelled', name);
  return schema.parse(parse(readFileSync(file, 'utf8')));
}
