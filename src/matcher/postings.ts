import type { SparseMatrix, SparseVector } from '../text/sparse.js';
import type { Scores } from './head.js';
import { PHRASE_INDEX } from './settings.js';

/** For each feature the entries that have it, and how much of it. */
export interface Postings {
  /** The entries whose centroids fit a vector best, best first; among equals the lower number. */
  best(vector: SparseVector, most: number): Scores;
  /** Weight of a feature in an entry's centroid; 0 when pruned. */
  weight(feature: number, entry: number): number;
}

interface Lists {
  readonly starts: Int32Array;
  readonly entries: Int32Array;
  readonly weights: Float32Array;
}

/**
 * Makes postings of entry centroids.
 *
 * @param firsts entry e has rows firsts[e] up to firsts[e + 1].
 */
export function createPostings(rows: SparseMatrix, firsts: Int32Array, features: number): Postings {
  const lists = invert(centroids(rows, firsts, features), features);
  const sums = new Float32Array(firsts.length - 1);
  return {
    best: (vector, most) => best(lists, sums, vector, most),
    weight(feature, entry) {
      const from = lists.starts[feature] as number;
      const at = lists.entries.subarray(from, lists.starts[feature + 1]).indexOf(entry);
      return at < 0 ? 0 : (lists.weights[from + at] as number);
    },
  };
}

interface Centroid {
  readonly entry: number;
  readonly ids: readonly number[];
  readonly values: readonly number[];
}

function centroids(rows: SparseMatrix, firsts: Int32Array, features: number): Centroid[] {
  const sum = new Float64Array(features);
  return Array.from({ length: firsts.length - 1 }, (_, entry) => {
    const ids = new Set<number>();
    const from = rows.starts[firsts[entry] as number] as number;
    const to = rows.starts[firsts[entry + 1] as number] as number;
    for (let i = from; i < to; i++) {
      const id = rows.ids[i] as number;
      ids.add(id);
      sum[id] = (sum[id] as number) + (rows.values[i] as number);
    }
    const own = [...ids];
    const length = Math.hypot(...own.map((id) => sum[id] as number)) || 1;
    const values = own.map((id) => (sum[id] as number) / length);
    for (const id of own) {
      sum[id] = 0;
    }
    return { entry, ids: own, values };
  });
}

/** Lists by feature, each cut to the entries that have most of it: a word everyone uses tells nobody apart. */
function invert(all: readonly Centroid[], features: number): Lists {
  const lists: { entry: number; weight: number }[][] = Array.from({ length: features }, () => []);
  for (const { entry, ids, values } of all) {
    ids.forEach((id, i) => {
      lists[id]?.push({ entry, weight: values[i] as number });
    });
  }
  const kept = lists.map((list) =>
    list.sort((a, b) => b.weight - a.weight || a.entry - b.entry).slice(0, PHRASE_INDEX.longest),
  );
  const flat = kept.flat();
  const starts = new Int32Array(features + 1);
  kept.forEach((list, id) => {
    starts[id + 1] = (starts[id] as number) + list.length;
  });
  return {
    starts,
    entries: Int32Array.from(flat, ({ entry }) => entry),
    weights: Float32Array.from(flat, ({ weight }) => weight),
  };
}

function best(lists: Lists, sums: Float32Array, vector: SparseVector, most: number): Scores {
  const touched = addUp(lists, sums, vector);
  const order = touched
    .sort((a, b) => (sums[b] as number) - (sums[a] as number) || a - b)
    .slice(0, most);
  const values = Float64Array.from(order, (entry) => sums[entry] as number);
  for (const entry of touched) {
    sums[entry] = 0;
  }
  return { entries: Int32Array.from(order), values };
}

function addUp(lists: Lists, sums: Float32Array, { ids, values }: SparseVector): number[] {
  const touched: number[] = [];
  ids.forEach((id, n) => {
    const value = values[n] as number;
    for (let i = lists.starts[id] as number; i < (lists.starts[id + 1] as number); i++) {
      const entry = lists.entries[i] as number;
      if (sums[entry] === 0) {
        touched.push(entry);
      }
      sums[entry] = (sums[entry] as number) + value * (lists.weights[i] as number);
    }
  });
  return touched;
}
