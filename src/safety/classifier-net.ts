import type { SafetyExample, SafetyLevel, SafetyThresholds } from '../catalog/safety-types.js';
import {
  createClassifier,
  type TrainedClassifier,
  trainClassifier,
} from '../text/linear-classifier.js';

/** How probable the classifier finds a level, and whether that is enough to trigger it. */
export interface NetScore {
  readonly level: SafetyLevel;
  readonly probability: number;
  /** Enough for a short text with an anchor word in which the grammar found nothing. */
  readonly alone: boolean;
  /** Enough where it is longer, or has no anchor word. */
  readonly bare: boolean;
  /** Enough where it is both, and to go above a level the grammar found. */
  readonly over: boolean;
}

/** A text as words, sentence by sentence. */
export type Sentences = readonly (readonly string[])[];

/** The second net: a linear classifier over the committed example lines. */
export interface ClassifierNet {
  /** The highest score of each level over the text and its sentences. */
  scores(sentences: Sentences): NetScore[];
}

/** Sentences looked at one by one. */
const MOST_SENTENCES = 12;
/** A text of fewer words than this is looked at as a whole as well. */
const WHOLE = 60;
/** No probability reaches these. */
const NEVER = { alone: 2, bare: 2, over: 2 } as const;
/** Fewer words than this are too little to go by without the grammar. */
const FEWEST_WORDS = 3;

/**
 * Chosen on lines that neither the rules nor the examples had seen: character n-grams count for more here than in
 * the matcher, meanings for nothing (docs/safety.md). Pairs and n-grams of one line win nothing.
 */
const OPTIONS = {
  gramMin: 3,
  gramMax: 4,
  fewestTexts: 2,
  epochs: 6,
  shrink: 1e-5,
  meaningWeight: 0,
} as const;

/**
 * Trains the net; about a second for 15,000 lines, much of it reading them.
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
export function createClassifierNet(
  trained: TrainedClassifier,
  thresholds: SafetyThresholds,
): ClassifierNet {
  const classifier = createClassifier(trained);
  const score = (level: SafetyLevel, probability: number): NetScore => {
    const { alone, bare, over } = thresholds[level] ?? NEVER;
    const reaches = (threshold: number) => probability >= threshold;
    return { level, probability, alone: reaches(alone), bare: reaches(bare), over: reaches(over) };
  };
  return {
    scores: (sentences) => {
      const best = new Map<string, number>();
      for (const part of partsOf(sentences)) {
        for (const { label, probability } of classifier.classify(part)) {
          best.set(label, Math.max(best.get(label) ?? 0, probability));
        }
      }
      best.delete('none');
      return [...best].map(([label, probability]) => score(label as SafetyLevel, probability));
    },
  };
}

function partsOf(sentences: Sentences): Sentences {
  const whole = sentences.flat();
  const parts = sentences.slice(0, MOST_SENTENCES);
  const all = sentences.length > 1 && whole.length <= WHOLE ? [whole, ...parts] : parts;
  return all.filter((words) => words.length >= FEWEST_WORDS);
}
