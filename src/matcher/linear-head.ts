import {
  createFeatureSpace,
  type FeatureSpace,
  type FeatureTable,
  learnFeatures,
  notWords,
  sizeOf,
} from '../text/features.js';
import { type Softmax, scoresOf, trainSoftmax } from '../text/softmax.js';
import type { Head, Phrasing } from './head.js';
import { createNearest, indexPhrasings, type PhrasingIndex } from './nearest.js';
import { DENSE, NEAREST, TRAINING } from './settings.js';
import type { Evidence } from './types.js';

/** What training came to, as plain data. */
export interface TrainedHead {
  readonly features: FeatureTable;
  readonly softmax: Softmax;
  /** Null where phrasings are too few for the nearest of them to say much. */
  readonly phrasings: PhrasingIndex | null;
}

/** Trains a linear softmax over word, character and meaning features, and indexes the phrasings' words. */
export function trainLinearHead(phrasings: readonly Phrasing[], entries: number): TrainedHead {
  const dense = phrasings.length >= entries * DENSE.fewest;
  const { table, rows } = learnFeatures(
    phrasings.map(({ tokens }) => tokens),
    dense ? { fewestTexts: DENSE.fewestTexts } : {},
  );
  const target = Int32Array.from(phrasings, ({ entry }) => entry);
  const sizes = { features: sizeOf(table), classes: entries };
  const training = dense ? DENSE.training : { epochs: epochsFor(phrasings.length) };
  const softmax = trainSoftmax(rows, target, sizes, training);
  const index = dense ? indexPhrasings(rows, target, notWords(table)) : null;
  return { features: table, softmax, phrasings: index };
}

/** Makes a head of what training came to. */
export function createLinearHead({ features, softmax, phrasings }: TrainedHead): Head {
  const space = createFeatureSpace(features);
  const all = Int32Array.from({ length: softmax.classes }, (_, i) => i);
  const nearest = phrasings === null ? null : createNearest(phrasings, softmax.classes);
  return {
    scores: (tokens) => {
      const vector = space.vector(tokens);
      const values = scoresOf(softmax, vector);
      nearest?.(vector).forEach((cosine, entry) => {
        values[entry] = (values[entry] as number) + NEAREST.weight * cosine;
      });
      return { entries: all, values };
    },
    knownShare: (tokens) => knownShare(space, tokens),
    weight: space.weight,
    evidence: (tokens, entry) => {
      const cosine = nearest?.(space.vector(tokens))[entry] ?? 0;
      const like = { feature: 'the phrasing most like it', weight: NEAREST.weight * cosine };
      const found = evidence(space, softmax, tokens, entry);
      return strongestFirst(cosine === 0 ? found : [...found, like]);
    },
  };
}

/** Many phrasings settle in fewer rounds than few. */
function epochsFor(rows: number): number {
  const { rowUpdates, fewest, most } = TRAINING;
  return Math.max(fewest, Math.min(most, Math.round(rowUpdates / rows)));
}

/** Share of the tokens' weight that stems of the catalog carry. */
export function knownShare(
  space: Pick<FeatureSpace, 'knows' | 'weight'>,
  tokens: readonly string[],
): number {
  let known = 0;
  let all = 0;
  for (const token of tokens) {
    const weight = space.weight(token);
    all += weight;
    known += space.knows(token) ? weight : 0;
  }
  return all === 0 ? 0 : known / all;
}

function evidence(
  space: FeatureSpace,
  { classes, weights }: Softmax,
  tokens: readonly string[],
  entry: number,
): Evidence[] {
  const { ids, values } = space.vector(tokens);
  const found: Evidence[] = [];
  ids.forEach((id, i) => {
    const row = weights.subarray(id * classes, (id + 1) * classes);
    const mean = row.reduce((sum, weight) => sum + weight, 0) / classes;
    const weight = (values[i] as number) * ((row[entry] as number) - mean);
    found.push({ feature: space.name(id), weight });
  });
  return merge(found);
}

const strongestFirst = (found: readonly Evidence[]) =>
  [...found].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));

/** The meaning block is one thing to a reader, not 48 numbers. */
function merge(found: readonly Evidence[]): Evidence[] {
  const isMeaning = ({ feature }: Evidence) => feature.startsWith('meaning ');
  const meaning = found.filter(isMeaning).reduce((sum, { weight }) => sum + weight, 0);
  return [
    ...found.filter((item) => !isMeaning(item)),
    ...(meaning === 0 ? [] : [{ feature: 'meaning of the words', weight: meaning }]),
  ];
}
