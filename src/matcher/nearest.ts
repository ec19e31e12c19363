import type { SparseMatrix, SparseVector } from '../text/sparse.js';
import { documentFrequencies } from '../text/tf-idf.js';
import { NEAREST } from './settings.js';

/** Which phrasings have which feature, as plain data: feature f is in those of places starts[f] to starts[f + 1]. */
export interface PhrasingIndex {
  readonly starts: Int32Array;
  readonly phrasings: Int32Array;
  readonly values: Float32Array;
  /** Entry of each phrasing. */
  readonly entries: Int32Array;
}

/**
 * Indexes the phrasings' vectors by feature; features that many phrasings have are left out.
 *
 * @param entries entry of each row.
 * @param never features left out in any case, by number: 1 for out.
 */
export function indexPhrasings(
  rows: SparseMatrix,
  entries: Int32Array,
  never: Uint8Array,
): PhrasingIndex {
  const left = withCommon(never, rows, entries.length * NEAREST.mostShare);
  const starts = startsOf(rows, left);
  const places = starts.slice();
  const phrasings = new Int32Array(starts.at(-1) ?? 0);
  const values = new Float32Array(phrasings.length);
  for (let row = 0; row < entries.length; row++) {
    for (let i = rows.starts[row] as number; i < (rows.starts[row + 1] as number); i++) {
      const id = rows.ids[i] as number;
      if (left[id] === 0) {
        const place = places[id] as number;
        places[id] = place + 1;
        phrasings[place] = row;
        values[place] = rows.values[i] as number;
      }
    }
  }
  return { starts, phrasings, values, entries };
}

/** Marks the features of more than so many rows as well. */
function withCommon(never: Uint8Array, rows: SparseMatrix, most: number): Uint8Array {
  const counts = documentFrequencies([rows], never.length);
  return never.map((out, id) => (out === 1 || (counts[id] as number) > most ? 1 : 0));
}

/** Counts each feature's occurrences and adds them up. */
function startsOf({ ids }: SparseMatrix, left: Uint8Array): Int32Array {
  const starts = new Int32Array(left.length + 1);
  for (const id of ids) {
    if (left[id] === 0) {
      starts[id + 1] = (starts[id + 1] as number) + 1;
    }
  }
  for (let id = 0; id < left.length; id++) {
    starts[id + 1] = (starts[id + 1] as number) + (starts[id] as number);
  }
  return starts;
}

/** Highest cosine of a vector with a phrasing of each entry (Cover and Hart, Nearest neighbor classification, 1967). */
export type Nearest = (vector: SparseVector) => Float64Array;

/** @param count number of entries. */
export function createNearest(index: PhrasingIndex, count: number): Nearest {
  const { starts, phrasings, values, entries } = index;
  const cosines = new Float64Array(entries.length);
  return ({ ids, values: weights }) => {
    cosines.fill(0);
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i] as number;
      const weight = weights[i] as number;
      for (let place = starts[id] as number; place < (starts[id + 1] as number); place++) {
        const row = phrasings[place] as number;
        cosines[row] = (cosines[row] as number) + weight * (values[place] as number);
      }
    }
    const best = new Float64Array(count);
    for (let row = 0; row < cosines.length; row++) {
      const entry = entries[row] as number;
      const cosine = cosines[row] as number;
      if (cosine > (best[entry] as number)) {
        best[entry] = cosine;
      }
    }
    return best;
  };
}
