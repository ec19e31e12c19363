import { MEANING_SIZE, meaningOf, meanings } from './meaning.js';
import type { SparseVector } from './sparse.js';
import { stem } from './stem.js';

/** Lengths of the three blocks of a vector; chosen by `npm run bench:match`. */
export interface BlockWeights {
  /** Stems and pairs of stems. */
  readonly wordWeight: number;
  /** Character n-grams. */
  readonly gramWeight: number;
  /** Word meanings. */
  readonly meaningWeight: number;
}

/** What is added to the logarithm, so that a word of every text still counts a little. */
const IDF_FLOOR = 0.3;

/** How many texts have each of the features 0 to size - 1; of rows laid end to end as well. */
export function documentFrequencies(
  rows: readonly Pick<SparseVector, 'ids'>[],
  size: number,
): Int32Array {
  const documents = new Int32Array(size);
  for (const { ids } of rows) {
    for (const id of ids) {
      documents[id] = (documents[id] as number) + 1;
    }
  }
  return documents;
}

/** Inverse document frequencies of features 0 to size - 1. */
export function inverseDocumentFrequencies(
  rows: readonly SparseVector[],
  size: number,
): Float32Array {
  return Float32Array.from(
    documentFrequencies(rows, size),
    (df) => Math.log((1 + rows.length) / (1 + df)) + IDF_FLOOR,
  );
}

/** Turns counts into sublinear tf times idf, words and n-grams each at a length of their own. In place. */
export function weighCounts(
  row: SparseVector,
  idf: Float32Array,
  isGram: Uint8Array,
  { wordWeight, gramWeight }: BlockWeights,
): SparseVector {
  const { ids, values } = row;
  let words = 0;
  let grams = 0;
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i] as number;
    const weight = (1 + Math.log(values[i] as number)) * (idf[id] as number);
    values[i] = weight;
    if (isGram[id] === 1) {
      grams += weight * weight;
    } else {
      words += weight * weight;
    }
  }
  const wordScale = wordWeight / Math.sqrt(words || 1);
  const gramScale = gramWeight / Math.sqrt(grams || 1);
  for (let i = 0; i < ids.length; i++) {
    const scale = isGram[ids[i] as number] === 1 ? gramScale : wordScale;
    values[i] = (values[i] as number) * scale;
  }
  return row;
}

/**
 * Adds the meaning block: the weighted sum of the words' vectors, as features `from` and up.
 *
 * @param weight how telling a word is; words with higher weight count more.
 */
export function withMeaning(
  vector: SparseVector,
  tokens: readonly string[],
  from: number,
  { weight, length }: { readonly weight: (word: string) => number; readonly length: number },
): SparseVector {
  if (length === 0) {
    return vector;
  }
  const sum = sumOfMeanings(tokens, weight);
  const norm = Math.sqrt(sum.reduce((squares, value) => squares + value * value, 0));
  if (norm === 0) {
    return vector;
  }
  const size = vector.ids.length;
  const ids = new Int32Array(size + MEANING_SIZE);
  const values = new Float32Array(size + MEANING_SIZE);
  ids.set(vector.ids);
  values.set(vector.values);
  for (let k = 0; k < MEANING_SIZE; k++) {
    ids[size + k] = from + k;
    values[size + k] = ((sum[k] as number) * length) / norm;
  }
  return { ids, values };
}

function sumOfMeanings(tokens: readonly string[], weight: (word: string) => number): Float32Array {
  const sum = new Float32Array(MEANING_SIZE);
  const all = meanings();
  for (const word of new Set(tokens)) {
    const place = meaningOf(stem(word));
    if (place >= 0) {
      const idf = weight(word);
      const at = place * MEANING_SIZE;
      for (let k = 0; k < MEANING_SIZE; k++) {
        sum[k] = (sum[k] as number) + idf * (all[at + k] as number);
      }
    }
  }
  return sum;
}
