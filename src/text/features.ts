import { MEANING_SIZE } from './meaning.js';
import { type SparseMatrix, type SparseVector, Tally, toMatrix } from './sparse.js';
import { stem } from './stem.js';
import {
  type BlockWeights,
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
}

export const FEATURE_DEFAULTS: FeatureOptions = {
  gramMin: 2,
  gramMax: 4,
  wordWeight: 1,
  gramWeight: 1,
  meaningWeight: 0.7,
};

/** The features of a set of texts. */
export interface FeatureSpace {
  readonly size: number;
  /** Vectors of the texts the space was made from, in order. */
  readonly rows: SparseMatrix;
  /** The vector of any text; features the texts do not have are left out. */
  vector(tokens: readonly string[]): SparseVector;
  /** A feature in print: `word`, `two words`, `~gram`, `meaning 3`; `^` and `$` stand for a text's ends. */
  name(id: number): string;
  /** True when a text of the set has a word of this stem. */
  knows(word: string): boolean;
  /** How telling a word is: the inverse document frequency of its stem, highest for a stranger. */
  weight(word: string): number;
}

const START = '^';
const END = '$';

/**
 * Makes a space of stem uni- and bigrams with sentence marks, of character n-grams inside words, and of
 * word meanings: three blocks of tf-idf weights (Salton and Buckley, 1988), each at a length of its own.
 *
 * @param texts tokens of each text, see `tokenise`.
 * @example createFeatureSpace([['does', 'it', 'hurt']]).vector(['hurts'])
 */
export function createFeatureSpace(
  texts: readonly (readonly string[])[],
  options: Partial<FeatureOptions> = {},
): FeatureSpace {
  const settings = { ...FEATURE_DEFAULTS, ...options };
  const ids = new Map<string, number>();
  const find = (feature: string) => ids.get(feature) ?? -1;
  const counts = texts.map(createCounter(learnInto(ids), settings));
  const names = [...ids.keys()];
  const idf = inverseDocumentFrequencies(counts, names.length);
  const isGram = Uint8Array.from(names, (name) => (name.startsWith(GRAM_MARK) ? 1 : 0));
  const highest = Math.log(1 + texts.length);
  const weight = (word: string) => idf[find(stem(word))] ?? highest;
  const meaning = { weight, length: settings.meaningWeight };
  const weigh = (row: SparseVector, tokens: readonly string[]) =>
    withMeaning(weighCounts(row, idf, isGram, settings), tokens, names.length, meaning);
  const count = createCounter(find, settings);
  return {
    size: names.length + MEANING_SIZE,
    rows: toMatrix(counts.map((row, i) => weigh(row, texts[i] as readonly string[]))),
    vector: (tokens) => weigh(count(tokens), tokens),
    name: (id) => names[id] ?? `meaning ${id - names.length + 1}`,
    knows: (word) => ids.has(stem(word)),
    weight,
  };
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
