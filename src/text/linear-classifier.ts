import { createFeatureSpace, type FeatureOptions } from './features.js';
import { probabilities, type SoftmaxOptions, trainSoftmax } from './softmax.js';

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

/** Tells which class a text belongs to. */
export interface LinearClassifier {
  /** Labels in order of first occurrence in the examples. */
  readonly labels: readonly string[];
  /** Every label with its probability, best first; the probabilities add up to 1. */
  classify(tokens: readonly string[]): LabelProbability[];
  /** Probability of one label; 0 for a label that was not in the examples. */
  probabilityOf(label: string, tokens: readonly string[]): number;
}

export type ClassifierOptions = Partial<FeatureOptions & SoftmaxOptions>;

/**
 * Trains a linear softmax over word and character features. Deterministic, about 0.5 s for 7,000 texts.
 *
 * @example
 * const classifier = trainClassifier([
 *   { label: 'price', tokens: ['what', 'does', 'it', 'cost'] },
 *   { label: 'time', tokens: ['how', 'long', 'does', 'it', 'take'] },
 * ]);
 * classifier.classify(['cost'])[0]?.label; // 'price'
 */
export function trainClassifier(
  examples: readonly LabelledTokens[],
  options: ClassifierOptions = {},
): LinearClassifier {
  const labels = [...new Set(examples.map(({ label }) => label))];
  const index = new Map(labels.map((label, i) => [label, i]));
  const space = createFeatureSpace(
    examples.map(({ tokens }) => tokens),
    options,
  );
  const target = Int32Array.from(examples, ({ label }) => index.get(label) ?? 0);
  const sizes = { features: space.size, classes: labels.length };
  const head = trainSoftmax(space.rows, target, sizes, options);
  const all = (tokens: readonly string[]) => probabilities(head, space.vector(tokens));
  return {
    labels,
    classify: (tokens) =>
      [...all(tokens)]
        .map((probability, i) => ({ label: labels[i] ?? '', probability }))
        .sort((a, b) => b.probability - a.probability),
    probabilityOf: (label, tokens) => all(tokens)[index.get(label) ?? -1] ?? 0,
  };
}
