import { MEANING_SIZE } from './meaning.js';
import { type SparseMatrix, type SparseVector, Tally, toMatrix } from './sparse.js';
import { stem } from './stem.js';
import {
  type BlockWeights,
  documentFrequencies,
  inverseDocumentFrequencies,
  weighCounts,
  withMeaning,
} from './tf-idf.js';
import { createWordReader, GRAM_MARK, type LookUp } from './word-features.js';

/** How texts become numbers; chosen by `npm run bench:match`. */
export interface FeatureOptions extends BlockWeights {
  /** Shortest and longest character n-gram taken inside a word; 0 for none. */
  readonly gramMin: number;
  readonly gramMax: number;
  /** Texts that a pair of words or an n-gram must be in to become a feature. */
  readonly fewestTexts: number;
}

export const FEATURE_DEFAULTS: FeatureOptions = {
  gramMin: 2,
  gramMax: 4,
  fewestTexts: 1,
  wordWeight: 1,
  gramWeight: 1,
  meaningWeight: 0.7,
};

/** What a set of texts taught about features, as plain data. */
export interface FeatureTable {
  /** Features in order of their numbers: `word`, `two words`, `~gram`; `^` and `$` stand for a text's ends. */
  readonly names: readonly string[];
  readonly idf: Float32Array;
  /** Texts it was learned from. */
  readonly texts: number;
  readonly options: FeatureOptions;
}

/** The features of a set of texts. */
export interface FeatureSpace {
  readonly size: number;
  /** The vector of any text; features the texts do not have are left out. */
  vector(tokens: readonly string[]): SparseVector;
  /** A feature in print: as in the table, or `meaning 3`. */
  name(id: number): string;
  /** True when a text of the set has a word of this stem. */
  knows(word: string): boolean;
  /** How telling a word is: the inverse document frequency of its stem, highest for a stranger. */
  weight(word: string): number;
}

const START = '^';
const END = '$';

/**
 * Learns stem uni- and bigrams with sentence marks, character n-grams inside words, and how telling each is.
 *
 * @param texts tokens of each text, see `tokenise`.
 * @returns the table a space is opened from, and the vectors of the texts, in order.
 */
export function learnFeatures(
  texts: readonly (readonly string[])[],
  given: Partial<FeatureOptions> = {},
): { readonly table: FeatureTable; readonly rows: SparseMatrix } {
  const options = { ...FEATURE_DEFAULTS, ...given };
  const ids = new Map<string, number>();
  const all = texts.map(createCounter(learnInto(ids), options));
  const { counts, names } = withoutRare(all, [...ids.keys()], options.fewestTexts);
  const idf = inverseDocumentFrequencies(counts, names.length);
  const table = { names, idf, texts: texts.length, options };
  const weigh = createWeigher(table, new Map(names.map((name, id) => [name, id])));
  return { table, rows: toMatrix(counts.map((row, i) => weigh(row, texts[i] ?? []))) };
}

/**
 * Opens the space of a table: three blocks of tf-idf weights (Salton and Buckley, 1988), words, character
 * n-grams and word meanings, each at a length of its own.
 *
 * @example createFeatureSpace(learnFeatures([['does', 'it', 'hurt']]).table).vector(['hurts'])
 */
export function createFeatureSpace(table: FeatureTable): FeatureSpace {
  const { names } = table;
  const ids = new Map(names.map((name, id) => [name, id]));
  const find = finder(ids);
  const weigh = createWeigher(table, ids);
  const count = createCounter(find, table.options);
  return {
    size: sizeOf(table),
    vector: (tokens) => weigh(count(tokens), tokens),
    name: (id) => names[id] ?? `meaning ${id - names.length + 1}`,
    knows: (word) => ids.has(stem(word)),
    weight: createWordWeight(table, find),
  };
}

/** Features of a table's space: its own and the numbers of a meaning. */
export const sizeOf = ({ names }: FeatureTable): number => names.length + MEANING_SIZE;

/** By number: 0 for a word or a pair of words, 1 for every other feature. */
export function notWords(table: FeatureTable): Uint8Array {
  const marks = new Uint8Array(sizeOf(table)).fill(1);
  table.names.forEach((name, id) => {
    marks[id] = name.startsWith(GRAM_MARK) ? 1 : 0;
  });
  return marks;
}

/** Leaves out pairs of words and n-grams of too few texts, and numbers the rest anew in the same order. */
function withoutRare(rows: readonly SparseVector[], names: readonly string[], fewest: number) {
  if (fewest <= 1) {
    return { counts: rows, names };
  }
  const texts = documentFrequencies(rows, names.length);
  const isWord = (name: string) => !name.includes(' ') && !name.startsWith(GRAM_MARK);
  const kept = names.filter((name, id) => isWord(name) || (texts[id] as number) >= fewest);
  const places = new Map(kept.map((name, place) => [name, place]));
  const place = Int32Array.from(names, (name) => places.get(name) ?? -1);
  const counts = rows.map((row) => renumber(row, place));
  return { counts, names: kept };
}

/** A vector whose features got other numbers; -1 for one that is gone. */
function renumber({ ids, values }: SparseVector, numbers: Int32Array): SparseVector {
  const newIds = new Int32Array(ids.length);
  const newValues = new Float32Array(ids.length);
  let size = 0;
  for (let i = 0; i < ids.length; i++) {
    const id = numbers[ids[i] as number] as number;
    if (id >= 0) {
      newIds[size] = id;
      newValues[size++] = values[i] as number;
    }
  }
  return { ids: newIds.subarray(0, size), values: newValues.subarray(0, size) };
}

const finder =
  (ids: ReadonlyMap<string, number>): LookUp =>
  (feature) =>
    ids.get(feature) ?? -1;

function createWordWeight({ idf, texts }: FeatureTable, find: LookUp) {
  const highest = Math.log(1 + texts);
  return (word: string) => idf[find(stem(word))] ?? highest;
}

function createWeigher(table: FeatureTable, ids: ReadonlyMap<string, number>) {
  const { names, idf, options } = table;
  const isGram = notWords(table);
  const meaning = {
    weight: createWordWeight(table, finder(ids)),
    length: options.meaningWeight,
  };
  return (row: SparseVector, tokens: readonly string[]) =>
    withMeaning(weighCounts(row, idf, isGram, options), tokens, names.length, meaning);
}

/** Numbers features in order of first occurrence. */
function learnInto(ids: Map<string, number>): LookUp {
  return (feature) => {
    const known = ids.get(feature);
    if (known === undefined) {
      ids.set(feature, ids.size);
    }
    return known ?? ids.size - 1;
  };
}

/** Counts a text's word and n-gram features. */
function createCounter(lookUp: LookUp, { gramMin, gramMax }: FeatureOptions) {
  const tally = new Tally();
  const read = createWordReader(lookUp, gramMin, gramMax);
  return (tokens: readonly string[]): SparseVector => {
    let before = START;
    for (const token of tokens) {
      const word = read(token);
      tally.add(word.id);
      tally.add(lookUp(`${before} ${word.stem}`));
      before = word.stem;
      for (const gram of word.grams) {
        tally.add(gram);
      }
    }
    tally.add(lookUp(`${before} ${END}`));
    return tally.take();
  };
}
