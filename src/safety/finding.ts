import type { Combination, SafetyLevel, Sign } from '../catalog/safety-types.js';
import { people } from './cells.js';
import type { Occurrence } from './chart.js';
import type { Owner } from './compiled.js';
import { confirmAsked } from './confirmation.js';
import type { Reading } from './reading.js';
import { makeSetting } from './setting.js';
import { isPresent, type Status, statusOf } from './status.js';

/** A sign that was found, and what the words around it make of it. */
export interface FoundSign {
  readonly sign: Sign;
  readonly language: string;
  readonly status: Status;
  /** The words it was found in, as read. */
  readonly words: string;
  /** Places in the text, in words. */
  readonly start: number;
  readonly end: number;
  /** How many words of its stretch its language knows: all of them, and those beside the sign. */
  readonly support: number;
  readonly beside: number;
  /** Words of the stretch beside the sign. */
  readonly others: number;
}

/** What one stretch of text holds. */
export interface Found {
  readonly signs: readonly FoundSign[];
  /** Places of words that look-alikes cover, but for strangers and fear, which the classifier is to weigh. */
  readonly covered: readonly number[];
  /** Frames and look-alikes found, by name, for `--explain`. */
  readonly frames: readonly string[];
}

/** A level that is triggered, and by what. */
export interface Trigger {
  readonly level: SafetyLevel;
  /** Sign or combination id. */
  readonly rule: string;
  readonly language: string;
  /** True where somebody is said to have it now; false where a sign stands bare. */
  readonly isTold: boolean;
}

/** Sorts what was found into signs and the words around them, and judges each sign by those of its own language. */
export function judgeSigns(
  owners: readonly Owner[],
  reading: Reading,
  found: readonly Occurrence[],
): Found {
  const setting = makeSetting(owners, reading, found);
  const names = new Set<string>();
  const places = placesIn(owners, found);
  const signs: FoundSign[] = [];
  for (const occurrence of found) {
    const owner = owners[occurrence.owner];
    if (owner?.kind === 'sign') {
      const { sign, language } = owner;
      const { start, end } = occurrence;
      const words = reading.words.slice(start, end).join(' ');
      const status = statusOf(occurrence, sign, setting(language));
      const known = [...places(language)];
      const beside = known.filter((at) => at < start || at >= end).length;
      const support = known.length;
      const others = reading.words.length - (end - start);
      signs.push({ sign, language, status, words, start, end, support, beside, others });
    } else if (owner !== undefined) {
      names.add(owner.name);
    }
  }
  if (people(setting('en')).length === 0) {
    names.delete('person');
  }
  const isCovered = (at: number) =>
    setting('en').isCovered({ start: at, end: at + 1 }, ['speech', 'biology', 'units']);
  const covered = reading.words.flatMap((_, i) => (isCovered(i) ? [i] : []));
  return { signs: confirmAsked(signs, setting('en')), covered, frames: [...names] };
}

/** Places of the words that patterns of a language ask for; looked up only where it has a sign. */
function placesIn(
  owners: readonly Owner[],
  found: readonly Occurrence[],
): (language: string) => ReadonlySet<number> {
  const known = new Map<string, ReadonlySet<number>>();
  return (language) => {
    const places = known.get(language) ?? new Set(found.flatMap(askedIn(owners, language)));
    known.set(language, places);
    return places;
  };
}

const askedIn =
  (owners: readonly Owner[], language: string) =>
  ({ owner, asked }: Occurrence): readonly number[] => {
    const by = owners[owner];
    return by !== undefined && by.kind !== 'lookalike' && by.language === language ? asked : [];
  };

/** The levels that signs trigger alone or together; of one rule's triggers the one that is told. */
export function triggersOf(
  signs: readonly FoundSign[],
  combinations: readonly Combination[],
): Trigger[] {
  const present = signs.filter(({ status }) => isPresent(status));
  const said = new Set(present.map(({ sign }) => sign.id));
  const told = new Set<string>();
  const found = new Map<string, string>();
  for (const { sign, status, language } of present) {
    if (!sign.unless.some((other) => said.has(other))) {
      found.set(sign.id, found.get(sign.id) ?? language);
      if (status === 'now' && sign.checks !== 'none') {
        told.add(sign.id);
      }
    }
  }
  const levels = new Map(present.map(({ sign }) => [sign.id, sign.level]));
  const triggers = [...found].flatMap(([rule, language]): Trigger[] => {
    const level = levels.get(rule) ?? null;
    return level === null ? [] : [{ level, rule, language, isTold: told.has(rule) }];
  });
  for (const { id, level, all } of combinations) {
    if (all.every((group) => group.some((part) => found.has(part)))) {
      const isTold = all.flat().some((part) => told.has(part));
      found.set(id, 'en');
      triggers.push({ level, rule: id, language: 'en', isTold });
    }
  }
  return triggers;
}
