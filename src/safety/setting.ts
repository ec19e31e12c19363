import type { Occurrence } from './chart.js';
import type { Owner } from './compiled.js';
import type { Clause, Reading } from './reading.js';

/**
 * What a look-alike is: a figure of speech or errand, of whatever is not its own kind below.
 *
 * `biology` never covers a person: "kill myself, the cancer is back". `strangers` hide no wish to die: "a woman in my
 * group wrote ...". `fear` of death is no wish for it, yet low mood. `units` are no reading, yet a dose. `advice`
 * covers requests for advice as well, which name blood tests and the like in earnest.
 */
export type Cover = 'speech' | 'biology' | 'strangers' | 'fear' | 'units' | 'advice';

/** A text with everything found in it that bears on a sign's status. */
export interface Setting {
  readonly reading: Reading;
  /** Occurrences of a list of `frames.yaml`, in order. */
  frame(name: string): readonly Occurrence[];
  /** True where look-alikes of one of these kinds cover a word of the stretch. */
  isCovered(stretch: Pick<Occurrence, 'start' | 'end'>, kinds: readonly Cover[]): boolean;
  /** Words a negation reaches over: 1 for bridges, 2 for other signs. */
  readonly bridged: Uint8Array;
}

export const covers = ({ start, end }: Occurrence, at: number) => start <= at && at < end;

export const inside = (clause: Clause) => (found: Occurrence) =>
  found.start >= clause.start && found.start < clause.end;

export const clauseAt = ({ reading }: Setting, at: number): Clause =>
  reading.clauses[reading.clauseOf[at] ?? 0] as Clause;

export const sentenceAt = (setting: Setting, at: number) => clauseAt(setting, at).sentence;

const OF_BRIDGE = 1;
/** Marks the words of signs in {@link Setting.bridged}. */
export const OF_SIGN = 2;
/** The setting as a sign of some language sees it: the "no" in "dor no peito" denies nothing. */
export function makeSetting(
  owners: readonly Owner[],
  reading: Reading,
  found: readonly Occurrence[],
): (language: string) => Setting {
  const frames = new Map<string, Occurrence[]>();
  for (const occurrence of found) {
    const owner = owners[occurrence.owner];
    if (owner?.kind === 'frame') {
      const key = `${owner.language} ${owner.name}`;
      frames.set(key, [...(frames.get(key) ?? []), occurrence]);
    }
  }
  const bridges = frames.get('en bridge') ?? [];
  const signs = found.filter(({ owner }) => owners[owner]?.kind === 'sign');
  const bridged = new Uint8Array(reading.words.length);
  bridges.forEach(({ start, end }) => void bridged.fill(OF_BRIDGE, start, end));
  signs.forEach(({ start, end }) => void bridged.fill(OF_SIGN, start, end));
  const covered = coversOf(owners, reading, found);
  return (language) => ({
    reading,
    isCovered: ({ start, end }, kinds) =>
      kinds.some((kind) => covered.get(kind)?.subarray(start, end).includes(1) ?? false),
    bridged,
    frame: (name) => frames.get(`${language} ${name}`) ?? [],
  });
}

const KINDS: ReadonlySet<string> = new Set(['biology', 'strangers', 'fear', 'units']);

/** Words that look-alikes cover, by kind: an id of KINDS is one, others are speech; "advice..." covers advice as well. */
function coversOf(
  owners: readonly Owner[],
  reading: Reading,
  found: readonly Occurrence[],
): ReadonlyMap<Cover, Uint8Array> {
  const covers = new Map<Cover, Uint8Array>();
  const cover = (kind: Cover, start: number, end: number) => {
    const words = covers.get(kind) ?? new Uint8Array(reading.words.length);
    covers.set(kind, words.fill(1, start, end));
  };
  for (const occurrence of found) {
    const owner = owners[occurrence.owner];
    if (owner?.kind === 'lookalike') {
      const end = coveredEnd(occurrence, reading);
      cover(KINDS.has(owner.name) ? (owner.name as Cover) : 'speech', occurrence.start, end);
      if (owner.name.startsWith('advice')) {
        cover('advice', occurrence.start, end);
      }
    }
  }
  return covers;
}

/** A look-alike covers its tail as well, as far as the clause goes. */
function coveredEnd({ start, end, tail }: Occurrence, { clauses, clauseOf }: Reading): number {
  const clause = clauses[clauseOf[start] ?? 0];
  return Math.max(end, Math.min(end + tail, clause?.end ?? 0));
}
