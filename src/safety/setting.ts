import type { Occurrence } from './chart.js';
import type { Clause, Reading } from './reading.js';

/** A text with everything found in it that bears on a sign's status. */
export interface Setting {
  readonly reading: Reading;
  /** Occurrences of a list of `frames.yaml`, in order. */
  frame(name: string): readonly Occurrence[];
  /** True for words that a look-alike covers. */
  readonly masked: Uint8Array;
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
