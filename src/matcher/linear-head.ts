import {
  createFeatureSpace,
  type FeatureSpace,
  type FeatureTable,
  learnFeatures,
  sizeOf,
} from '../text/features.js';
import { type Softmax, scoresOf, trainSoftmax } from '../text/softmax.js';
import type { Head, Phrasing } from './head.js';
import { TRAINING } from './settings.js';
import type { Evidence } from './types.js';

/** What training came to, as plain data. */
export interface TrainedHead {
  readonly features: FeatureTable;
  readonly softmax: Softmax;
}

/** Trains a linear softmax over word, character and meaning features. */
export function trainLinearHead(phrasings: readonly Phrasing[], entries: number): TrainedHead {
  const { table, rows } = learnFeatures(phrasings.map(({ tokens }) => tokens));
  const target = Int32Array.from(phrasings, ({ entry }) => entry);
  const sizes = { features: sizeOf(table), classes: entries };
  const softmax = trainSoftmax(rows, target, sizes, { epochs: epochsFor(phrasings.length) });
  return { features: table, softmax };
}

/** Makes a head of what training came to. */
export function createLinearHead({ features, softmax }: TrainedHead): Head {
  const space = createFeatureSpace(features);
  const all = Int32Array.from({ length: softmax.classes }, (_, i) => i);
  return {
    scores: (tokens) => ({ entries: all, values: scoresOf(softmax, space.vector(tokens)) }),
    knownShare: (tokens) => knownShare(space, tokens),
    weight: space.weight,
    evidence: (tokens, entry) => evidence(space, softmax, tokens, entry),
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
  return merge(found).sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}

/** The meaning block is one thing to a reader, not 48 numbers. */
function merge(found: readonly Evidence[]): Evidence[] {
  const isMeaning = ({ feature }: Evidence) => feature.startsWith('meaning ');
  const meaning = found.filter(isMeaning).reduce((sum, { weight }) => sum + weight, 0);
  return [
    ...found.filter((item) => !isMeaning(item)),
    ...(meaning === 0 ? [] : [{ feature: 'meaning of the words', weight: meaning }]),
  ];
}
