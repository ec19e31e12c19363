import type { Combination, SafetyLevel, Sign } from '../catalog/safety-types.js';
import type { Occurrence } from './chart.js';
import type { Owner } from './compiled.js';
import type { Reading } from './reading.js';
import type { Setting } from './setting.js';
import { type Status, statusOf } from './status.js';

/** A sign that was found, and what the words around it make of it. */
export interface FoundSign {
  readonly sign: Sign;
  readonly language: string;
  readonly status: Status;
  /** The words it was found in, as read. */
  readonly words: string;
  readonly end: number;
}

/** What one stretch of text holds. */
export interface Found {
  readonly signs: readonly FoundSign[];
  /** Frames and look-alikes found, by name, for `--explain`. */
  readonly frames: readonly string[];
}

/** A level that is triggered, and by what. */
export interface Trigger {
  readonly level: SafetyLevel;
  /** Sign or combination id. */
  readonly rule: string;
  readonly language: string;
}

/** Sorts what was found into signs and the words around them, and judges each sign. */
export function judgeSigns(
  owners: readonly Owner[],
  reading: Reading,
  found: readonly Occurrence[],
): Found {
  const setting = makeSetting(owners, reading, found);
  const names = new Set<string>();
  const signs: FoundSign[] = [];
  for (const occurrence of found) {
    const owner = owners[occurrence.owner];
    if (owner?.kind === 'sign') {
      const { sign, language } = owner;
      const { start, end } = occurrence;
      const words = reading.words.slice(start, end).join(' ');
      signs.push({ sign, language, status: statusOf(occurrence, sign, setting), words, end });
    } else if (owner !== undefined) {
      names.add(owner.name);
    }
  }
  return { signs: confirmAsked(signs, setting), frames: [...names] };
}

const OF_BRIDGE = 1;
const OF_SIGN = 2;
/** Look-alikes that count for requests for advice as well have ids that begin so. */
const ADVICE = 'advice';

function makeSetting(
  owners: readonly Owner[],
  reading: Reading,
  found: readonly Occurrence[],
): Setting {
  const frames = new Map<string, Occurrence[]>();
  const masks = [0, 1, 2].map(() => new Uint8Array(reading.words.length));
  const [masked, maskedAdvice, bridged] = masks as [Uint8Array, Uint8Array, Uint8Array];
  for (const occurrence of found) {
    const { start, end } = occurrence;
    const owner = owners[occurrence.owner];
    if (owner?.kind === 'lookalike') {
      masked.fill(1, start, coveredEnd(occurrence, reading));
      if (owner.name.startsWith(ADVICE)) {
        maskedAdvice.fill(1, start, coveredEnd(occurrence, reading));
      }
    } else if (owner?.kind === 'frame') {
      frames.set(owner.name, [...(frames.get(owner.name) ?? []), occurrence]);
    }
    if (owner?.kind === 'sign') {
      bridged.fill(OF_SIGN, start, end);
    } else if (owner?.name === 'bridge') {
      bridged.set(
        bridged.slice(start, end).map((value) => value || OF_BRIDGE),
        start,
      );
    }
  }
  return { reading, masked, maskedAdvice, bridged, frame: (name) => frames.get(name) ?? [] };
}

/** A look-alike covers its tail as well, as far as the clause goes. */
function coveredEnd({ start, end, tail }: Occurrence, { clauses, clauseOf }: Reading): number {
  const clause = clauses[clauseOf[start] ?? 0];
  return Math.max(end, Math.min(end + tail, clause?.end ?? 0));
}

/** "Does it cause a rash? I have one": a sign that was asked about and is then said to be there. */
function confirmAsked(signs: readonly FoundSign[], setting: Setting): readonly FoundSign[] {
  const confirmed = setting.frame('it-is-me')[0];
  if (confirmed === undefined) {
    return signs;
  }
  return signs.map((found) =>
    found.status === 'asked' && found.end <= confirmed.start ? { ...found, status: 'now' } : found,
  );
}

/** The levels that signs trigger alone or together; the first rule of each. */
export function triggersOf(
  signs: readonly FoundSign[],
  combinations: readonly Combination[],
): Trigger[] {
  const triggers: Trigger[] = [];
  const languages = new Map<string, string>();
  const said = new Set(signs.filter(({ status }) => status === 'now').map(({ sign }) => sign.id));
  for (const { sign, status, language } of signs) {
    const takenBack = sign.unless.some((other) => said.has(other));
    if (status === 'now' && !takenBack && !languages.has(sign.id)) {
      languages.set(sign.id, language);
      if (sign.level !== null) {
        triggers.push({ level: sign.level, rule: sign.id, language });
      }
    }
  }
  for (const { id, level, all } of combinations) {
    if (all.every((group) => group.some((part) => languages.has(part)))) {
      languages.set(id, 'en');
      triggers.push({ level, rule: id, language: 'en' });
    }
  }
  return triggers;
}
