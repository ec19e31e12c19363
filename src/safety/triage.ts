import type { SafetyContent } from '../catalog/safety-types.js';
import type { TrainedClassifier } from '../text/linear-classifier.js';
import {
  type ClassifierNet,
  createClassifierNet,
  type NetScore,
  trainNet,
} from './classifier-net.js';
import { decide, weigh } from './decision.js';
import { createGrammar, type GrammarFinding } from './grammar.js';
import type { Triage, TriageCheck } from './types.js';

/** What each net found, for `--explain`. Holds the person's words: never to be logged. */
export interface TriageExplanation extends Triage {
  readonly words: readonly string[];
  readonly mended: GrammarFinding['mended'];
  /** Signs with their status: `now` triggers, `asked` gets the soft line. */
  readonly signs: readonly {
    readonly id: string;
    readonly status: string;
    readonly words: string;
  }[];
  readonly frames: readonly string[];
  readonly triggers: GrammarFinding['triggers'];
  readonly scores: readonly NetScore[];
}

export interface ExplainingTriage extends TriageCheck {
  explain(utterance: string): TriageExplanation;
}

export interface TriageOptions {
  /** False leaves the second net out; for measuring what each one brings. */
  readonly classifier?: boolean;
  /** What {@link trainTriage} made of the same content; trained now without it. */
  readonly training?: TrainedClassifier;
}

const NO_NET: ClassifierNet = { scores: () => [] };

/** The slow part of making the check, to be done beforehand: plain data. */
export function trainTriage(content: SafetyContent): TrainedClassifier {
  return trainNet(content.examples, createGrammar(content).read);
}

/**
 * Makes the check that runs before anything else: two nets, either of which can trigger. A check takes well
 * under a millisecond.
 */
export function createTriage(
  content: SafetyContent,
  { classifier = true, training }: TriageOptions = {},
): ExplainingTriage {
  const grammar = createGrammar(content);
  const net = classifier
    ? createClassifierNet(training ?? trainNet(content.examples, grammar.read))
    : NO_NET;
  const look = (utterance: string) => {
    const finding = grammar.find(utterance);
    const whole = net.scores(finding.sentences);
    const scores = finding.isExplained ? weigh(whole, net.scores(finding.unexplained)) : whole;
    return { finding, scores, triage: decide({ finding, scores, thresholds: content.thresholds }) };
  };
  return {
    check: (utterance) => look(utterance).triage,
    explain: (utterance) => {
      const { finding, scores, triage } = look(utterance);
      const { sentences, mended, triggers } = finding;
      const signs = finding.signs.map(({ sign, status, words }) => ({
        id: sign.id,
        status,
        words,
      }));
      const frames = [...new Set(finding.frames)];
      return { ...triage, words: sentences.flat(), mended, signs, frames, triggers, scores };
    },
  };
}
