import {
  createFeatureSpace,
  type FeatureOptions,
  type FeatureTable,
  learnFeatures,
  sizeOf,
} from './features.js';
import { probabilities, type Softmax, type SoftmaxOptions, trainSoftmax } from './softmax.js';

/** A text whose class is known, as tokens (see `tokenise`). */
export interface LabelledTokens {
  readonly label: string;
  readonly tokens: readonly string[];
}

/** How probable a label is, 0 to 1. */
export interface LabelProbability {
  readonly label: string;
  readonly probability: number;
}

/** What training came to, as plain data. */
export interface TrainedClassifier {
  /** Labels in order of first occurrence in the examples. */
  readonly labels: readonly string[];
  readonly features: FeatureTable;
  readonly softmax: Softmax;
}

/** Tells which class a text belongs to. */
export interface LinearClassifier {
  /** Every label with its probability, best first; the probabilities add up to 1. */
  classify(tokens: readonly string[]): LabelProbability[];
}

export type ClassifierOptions = Partial<FeatureOptions & SoftmaxOptions>;

/**
 * Trains a linear softmax over word and character features. Deterministic, about 0.5 s for 7,000 texts.
 *
 * @example
 * const trained = trainClassifier([
 *   { label: 'price', tokens: ['what', 'does', 'it', 'cost'] },
 *   { label: 'time', tokens: ['how', 'long', 'does', 'it', 'take'] },
 * ]);
 * createClassifier(trained).classify(['cost'])[0]?.label; // 'price'
 */
export function trainClassifier(
  examples: readonly LabelledTokens[],
  options: ClassifierOptions = {},
): TrainedClassifier {
  const labels = [...new Set(examples.map(({ label }) => label))];
  const index = new Map(labels.map((label, i) => [label, i]));
  const { table, rows } = learnFeatures(
    examples.map(({ tokens }) => tokens),
    options,
  );
  const target = Int32Array.from(examples, ({ label }) => index.get(label) ?? 0);
  const sizes = { features: sizeOf(table), classes: labels.length };
  return { labels, features: table, softmax: trainSoftmax(rows, target, sizes, options) };
}

/** Makes a classifier of what training came to. */
export function createClassifier(trained: TrainedClassifier): LinearClassifier {
  const { labels, features, softmax } = trained;
  const space = createFeatureSpace(features);
  return {
    classify: (tokens) =>
      [...probabilities(softmax, space.vector(tokens))]
        .map((probability, i) => ({ label: labels[i] ?? '', probability }))
        .sort((a, b) => b.probability - a.probability),
  };
}
