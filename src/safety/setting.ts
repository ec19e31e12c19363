import type { Occurrence } from './chart.js';
import type { Owner } from './compiled.js';
import type { Clause, Reading } from './reading.js';

/** A text with everything found in it that bears on a sign's status. */
export interface Setting {
  readonly reading: Reading;
  /** Occurrences of a list of `frames.yaml`, in order. */
  frame(name: string): readonly Occurrence[];
  /** True for words that a look-alike covers, other than biology. */
  readonly masked: Uint8Array;
  /** The same for biology, which never covers a person: "kill myself, the cancer is back". */
  readonly maskedAsBiology: Uint8Array;
  /** The same for what strangers have, which hides no wish to die: "a woman in my group wrote ..." */
  readonly maskedAsStranger: Uint8Array;
  /** The same for a fear of death, which is no wish for it, yet low mood. */
  readonly maskedAsFear: Uint8Array;
  /** The same for requests for advice, which name blood tests and the like in earnest. */
  readonly maskedAdvice: Uint8Array;
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
/** Look-alikes that count for requests for advice as well have ids that begin so. */
const ADVICE = 'advice';
const BIOLOGY = 'biology';
const STRANGERS = 'strangers';
const FEAR = 'fear';

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
  const masks = masksOf(owners, reading, found);
  return (language) => ({
    reading,
    ...masks,
    bridged,
    frame: (name) => frames.get(`${language} ${name}`) ?? [],
  });
}

function masksOf(
  owners: readonly Owner[],
  reading: Reading,
  found: readonly Occurrence[],
): Pick<
  Setting,
  'masked' | 'maskedAsBiology' | 'maskedAsStranger' | 'maskedAsFear' | 'maskedAdvice'
> {
  const fresh = () => new Uint8Array(reading.words.length);
  const [masked, maskedAdvice] = [fresh(), fresh()];
  const others = new Map([
    [BIOLOGY, fresh()],
    [STRANGERS, fresh()],
    [FEAR, fresh()],
  ]);
  for (const occurrence of found) {
    const owner = owners[occurrence.owner];
    if (owner?.kind === 'lookalike') {
      const covered = coveredEnd(occurrence, reading);
      const mask = others.get(owner.name) ?? masked;
      mask.fill(1, occurrence.start, covered);
      if (owner.name.startsWith(ADVICE)) {
        maskedAdvice.fill(1, occurrence.start, covered);
      }
    }
  }
  const of = (name: string) => others.get(name) ?? masked;
  return {
    masked,
    maskedAsBiology: of(BIOLOGY),
    maskedAsStranger: of(STRANGERS),
    maskedAsFear: of(FEAR),
    maskedAdvice,
  };
}

/** A look-alike covers its tail as well, as far as the clause goes. */
function coveredEnd({ start, end, tail }: Occurrence, { clauses, clauseOf }: Reading): number {
  const clause = clauses[clauseOf[start] ?? 0];
  return Math.max(end, Math.min(end + tail, clause?.end ?? 0));
}
