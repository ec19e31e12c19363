import type { Ranking } from './ranker.js';
import type { Candidate, Outcome } from './types.js';

export interface Thresholds {
  readonly confidenceThreshold: number;
  readonly ambiguityGap: number;
}

export interface Verdict {
  readonly outcome: Outcome;
  readonly candidates: readonly Candidate[];
  /** One sentence: which rule decided, and with which numbers. */
  readonly rule: string;
}

/** Topics one clarifying question offers at most: more is a menu, not a question. */
export const MOST_OFFERED = 3;

/** Share of the best one's confidence below which a third topic is not worth offering. */
const WORTH_OFFERING = 0.15;

/**
 * Turns a ranking into an outcome. In this order: out of scope wins; a confident candidate without a rival
 * is sure; candidates that are confident together are a tie; the rest is none.
 */
export function decide({ candidates, outOfScope }: Ranking, thresholds: Thresholds): Verdict {
  const { confidenceThreshold: threshold, ambiguityGap: gap } = thresholds;
  const [best] = candidates;
  if (best === undefined || best.confidence === 0) {
    return { outcome: 'none', candidates: [], rule: 'no phrasing has a word of this question' };
  }
  const top = `${best.intent} ${show(best.confidence)}`;
  if (outOfScope >= best.confidence) {
    const rule = `out of scope ${show(outOfScope)} is not below the best, ${top}`;
    return { outcome: 'none', candidates: candidates.slice(0, MOST_OFFERED), rule };
  }
  const { outcome, rivals } = settle(candidates, thresholds);
  if (outcome === 'sure') {
    const rule = `${top} reaches the threshold ${threshold} and leads by the gap ${gap} or more`;
    return { outcome, candidates: candidates.slice(0, MOST_OFFERED), rule };
  }
  if (outcome === 'tie') {
    const rule =
      best.confidence < threshold
        ? `${top} and the next ${rivals.length - 1} reach the threshold ${threshold} only together`
        : `${rivals.length} candidates lie within the gap ${gap} of ${top}`;
    return { outcome, candidates: rivals, rule };
  }
  const rule = `${top} is below the threshold ${threshold}`;
  return { outcome: 'none', candidates: candidates.slice(0, MOST_OFFERED), rule };
}

/**
 * What candidates in scope, best first, come to. Rivals are those within the gap of the best, itself among them;
 * a best that does not reach the threshold by itself is joined by the next ones: a third of such answers would
 * be wrong, but the right one is nearly always among them.
 */
export function settle(
  candidates: readonly Candidate[],
  { confidenceThreshold, ambiguityGap }: Thresholds,
): { readonly outcome: Outcome; readonly rivals: readonly Candidate[] } {
  const best = candidates[0]?.confidence ?? 0;
  const alone = best >= confidenceThreshold;
  const least = alone ? best - ambiguityGap : best * WORTH_OFFERING;
  const rivals = candidates
    .filter(({ confidence }, i) => i === 0 || (i === 1 && !alone) || confidence > least)
    .slice(0, MOST_OFFERED);
  const together = rivals.reduce((sum, { confidence }) => sum + confidence, 0);
  if (together < confidenceThreshold) {
    return { outcome: 'none', rivals };
  }
  return { outcome: rivals.length === 1 ? 'sure' : 'tie', rivals };
}

const show = (confidence: number) => confidence.toFixed(3);
