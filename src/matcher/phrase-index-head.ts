import { createFeatureSpace, type FeatureSpace, learnFeatures } from '../text/features.js';
import type { SparseMatrix, SparseVector } from '../text/sparse.js';
import type { Head, Phrasing, Scores } from './head.js';
import { knownShare } from './linear-head.js';
import { createPostings, type Postings } from './postings.js';
import { PHRASE_INDEX } from './settings.js';
import type { Evidence } from './types.js';

/**
 * For catalogs too large to train: finds entries by the centroid of their phrasings, then ranks the best of
 * them by their nearest phrasing (nearest centroid: Han and Karypis, 2000). Words only: character n-grams
 * would touch every entry.
 */
export function createPhraseIndexHead(phrasings: readonly Phrasing[], entries: number): Head {
  const ordered = [...phrasings].sort((a, b) => a.entry - b.entry);
  const { table, rows } = learnFeatures(
    ordered.map(({ tokens }) => tokens),
    { gramMax: 0, meaningWeight: 0 },
  );
  const space = createFeatureSpace(table);
  const firsts = firstRows(ordered, entries);
  const postings = createPostings(rows, firsts, space.size);
  const query = new Float32Array(space.size);
  const scores = (tokens: readonly string[]): Scores => {
    const vector = space.vector(tokens);
    const shortlist = postings.best(vector, PHRASE_INDEX.shortlist);
    spread(vector, query);
    const values = Float64Array.from(shortlist.entries, (entry, i) => {
      const nearest = nearestRow(rows, query, firsts, entry);
      return PHRASE_INDEX.scale * ((shortlist.values[i] as number) + nearest);
    });
    clear(vector, query);
    return { entries: shortlist.entries, values };
  };
  return {
    scores,
    weight: space.weight,
    knownShare: (tokens) => knownShare(space, tokens),
    evidence: (tokens, entry) => evidence(space, postings, tokens, entry),
  };
}

/** Where each entry's rows begin; its rows end where the next entry's begin. */
function firstRows(ordered: readonly Phrasing[], entries: number): Int32Array {
  const firsts = new Int32Array(entries + 1);
  for (const { entry } of ordered) {
    firsts[entry + 1] = (firsts[entry + 1] as number) + 1;
  }
  for (let entry = 0; entry < entries; entry++) {
    firsts[entry + 1] = (firsts[entry + 1] as number) + (firsts[entry] as number);
  }
  return firsts;
}

function spread({ ids, values }: SparseVector, query: Float32Array): void {
  ids.forEach((id, i) => {
    query[id] = values[i] as number;
  });
}

function clear({ ids }: SparseVector, query: Float32Array): void {
  for (const id of ids) {
    query[id] = 0;
  }
}

/** Highest cosine of the query with a phrasing of the entry. */
function nearestRow(
  rows: SparseMatrix,
  query: Float32Array,
  firsts: Int32Array,
  entry: number,
): number {
  let nearest = 0;
  for (let row = firsts[entry] as number; row < (firsts[entry + 1] as number); row++) {
    let cosine = 0;
    for (let i = rows.starts[row] as number; i < (rows.starts[row + 1] as number); i++) {
      cosine += (rows.values[i] as number) * (query[rows.ids[i] as number] as number);
    }
    nearest = cosine > nearest ? cosine : nearest;
  }
  return nearest;
}

function evidence(
  space: FeatureSpace,
  postings: Postings,
  tokens: readonly string[],
  entry: number,
): Evidence[] {
  const { ids, values } = space.vector(tokens);
  return [...ids]
    .map((id, i) => ({
      feature: space.name(id),
      weight: PHRASE_INDEX.scale * (values[i] as number) * postings.weight(id, entry),
    }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
}
