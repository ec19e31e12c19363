import type { SafetyExample, SafetyLevel } from '../catalog/safety-types.js';
import {
  createClassifier,
  type TrainedClassifier,
  trainClassifier,
} from '../text/linear-classifier.js';

/** How much the second net finds a text to be of a level, in log-odds: 0 is as likely as not. */
export interface NetScore {
  readonly level: SafetyLevel;
  /** Of the whole text; of one sentence of it only where that one speaks much more clearly. */
  readonly evidence: number;
  /** Of the whole or of any one sentence: the most that could be said for the level. */
  readonly most: number;
}

/** A text as words, sentence by sentence. */
export type Sentences = readonly (readonly string[])[];

/** The second net: a linear classifier over the committed example lines. */
export interface ClassifierNet {
  /** Every level's score; those of nothing where no word is left. */
  scores(sentences: Sentences): NetScore[];
}

/** Fewer words say too little without the grammar, or without the other sentences. */
export const FEWEST_WORDS = 3;
/** Log-odds a sentence is worth less than the whole: the best of many is high by chance alone. */
const SENTENCE_DISCOUNT = 2;
/** Probabilities nearer to 0 or 1 than this tell no more. */
const SUREST = 0.001;

/**
 * Chosen on lines that neither the rules nor the examples had seen: character n-grams count for more here than in
 * the matcher, meanings for nothing (docs/safety.md). Pairs and n-grams of one line win nothing.
 */
const OPTIONS = {
  gramMin: 3,
  gramMax: 4,
  fewestTexts: 2,
  epochs: 8,
  shrink: 1e-6,
  meaningWeight: 0,
} as const;

/** Logarithm of the odds of a probability, within bounds. */
export function logOdds(probability: number): number {
  const bounded = Math.min(Math.max(probability, SUREST), 1 - SUREST);
  return Math.log(bounded / (1 - bounded));
}

/**
 * Trains the net; some three seconds for 35,000 lines, much of it reading them.
 *
 * @param read reads an example as the texts will be read.
 */
export function trainNet(
  examples: readonly SafetyExample[],
  read: (text: string) => Sentences,
): TrainedClassifier {
  const tokens = examples.map(({ label, text }) => ({ label, tokens: read(text).flat() }));
  return trainClassifier(tokens, OPTIONS);
}

/** Makes the net of what training came to. */
export function createClassifierNet(trained: TrainedClassifier): ClassifierNet {
  const classifier = createClassifier(trained);
  const levels = trained.labels.filter((label) => label !== 'none') as SafetyLevel[];
  const oddsOf = (words: readonly string[]): Odds => {
    const found = words.length === 0 ? [] : classifier.classify(words);
    return new Map(found.map(({ label, probability }) => [label, logOdds(probability)]));
  };
  return {
    scores: (sentences) => {
      const words = sentences.flat();
      const whole = oddsOf(words);
      // Every one of them, however many: one in the middle of a long story may be the one that counts.
      const parts = sentences.length > 1 ? sentences : [];
      const odds = parts.map((part) => ({ speaks: part.length >= FEWEST_WORDS, of: oddsOf(part) }));
      return levels.map((level) => {
        const of = (found: Odds) => found.get(level) ?? logOdds(0);
        const best = (found: typeof odds) => Math.max(logOdds(0), ...found.map((o) => of(o.of)));
        const all = words.length < FEWEST_WORDS ? logOdds(0) : of(whole);
        const clear = best(odds.filter(({ speaks }) => speaks));
        const evidence = Math.max(all, clear - SENTENCE_DISCOUNT);
        return { level, evidence, most: Math.max(of(whole), best(odds)) };
      });
    },
  };
}

/** Log-odds by label. */
type Odds = ReadonlyMap<string, number>;
