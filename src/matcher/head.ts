import type { Evidence } from './types.js';

/** Scores of some entries; the others are out of the running. */
export interface Scores {
  readonly entries: Int32Array;
  /** Logarithms of the probabilities but for a constant, one for each of `entries`. */
  readonly values: Float64Array;
}

/** The part that was trained: how well a text fits each entry. Entries are numbered as they were given. */
export interface Head {
  scores(tokens: readonly string[]): Scores;
  /** Share of the words' weight that the catalog knows, 0 to 1. */
  knownShare(tokens: readonly string[]): number;
  /** How telling a word is; highest for one the catalog does not have. */
  weight(word: string): number;
  /** What moved an entry's score, strongest first. */
  evidence(tokens: readonly string[], entry: number): Evidence[];
}

/** A phrasing as tokens, and the entry it belongs to. */
export interface Phrasing {
  readonly tokens: readonly string[];
  readonly entry: number;
}
