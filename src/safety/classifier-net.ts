import type { SafetyExample, SafetyLevel, SafetyThresholds } from '../catalog/safety-types.js';
import { trainClassifier } from '../text/linear-classifier.js';
import { normalise } from '../text/normalise.js';
import { splitSentences } from '../text/sentences.js';
import { tokenise } from '../text/tokens.js';

/** How probable the classifier finds a level, and whether that is enough to trigger it. */
export interface NetScore {
  readonly level: SafetyLevel;
  readonly probability: number;
  readonly triggers: boolean;
}

/** The second net: a linear classifier over the committed example lines. */
export interface ClassifierNet {
  /**
   * The highest score of each level over the text and its sentences.
   *
   * @param words the text as the grammar read it, misspellings mended.
   */
  scores(text: string, words: readonly string[]): NetScore[];
}

/** Sentences looked at one by one; a longer text is looked at as a whole as well. */
const MOST_SENTENCES = 12;
/** Fewer words than this are too little to go by without the grammar. */
const FEWEST_WORDS = 3;

/** Fewer n-grams than the matcher takes: half the time to train, and no worse on these classes. */
const OPTIONS = { gramMin: 3, gramMax: 4, epochs: 10 } as const;

const tokensOf = (text: string) => tokenise(normalise(text));

export function createClassifierNet(
  examples: readonly SafetyExample[],
  thresholds: SafetyThresholds,
): ClassifierNet {
  if (examples.length === 0) {
    return { scores: () => [] };
  }
  const classifier = trainClassifier(
    examples.map(({ label, text }) => ({ label, tokens: tokensOf(text) })),
    OPTIONS,
  );
  return {
    scores: (text) => {
      const best = new Map<string, number>();
      for (const part of partsOf(text)) {
        for (const { label, probability } of classifier.classify(part)) {
          best.set(label, Math.max(best.get(label) ?? 0, probability));
        }
      }
      return [...best].flatMap(([label, probability]): NetScore[] => {
        const level = label as SafetyLevel | 'none';
        return level === 'none'
          ? []
          : [{ level, probability, triggers: probability >= (thresholds[level] ?? 2) }];
      });
    },
  };
}

function partsOf(text: string): string[][] {
  const sentences = splitSentences(normalise(text)).slice(0, MOST_SENTENCES);
  const parts = sentences.map((sentence) => tokenise(sentence));
  const whole = parts.length > 1 && parts.flat().length <= 60 ? [parts.flat()] : [];
  return [...whole, ...parts].filter((tokens) => tokens.length >= FEWEST_WORDS);
}
