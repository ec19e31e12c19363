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

/**
 * Turns a ranking into an outcome. In this order: out of scope wins; a confident candidate without a rival
 * is sure; rivals that are confident together are a tie; the rest is none.
 */
export function decide(
  { candidates, outOfScope }: Ranking,
  { confidenceThreshold: threshold, ambiguityGap: gap }: Thresholds,
): Verdict {
  const [best] = candidates;
  if (best === undefined || best.confidence === 0) {
    return { outcome: 'none', candidates: [], rule: 'no phrasing has a word of this question' };
  }
  const top = `${best.intent} ${show(best.confidence)}`;
  if (outOfScope >= best.confidence) {
    const rule = `out of scope ${show(outOfScope)} is not below the best, ${top}`;
    return { outcome: 'none', candidates: candidates.slice(0, MOST_OFFERED), rule };
  }
  const rivals = candidates
    .filter((rival) => rival === best || best.confidence - rival.confidence < gap)
    .slice(0, MOST_OFFERED);
  if (rivals.length === 1 && best.confidence >= threshold) {
    const rule = `${top} reaches the threshold ${threshold} and leads by the gap ${gap} or more`;
    return { outcome: 'sure', candidates: candidates.slice(0, MOST_OFFERED), rule };
  }
  const together = rivals.reduce((sum, { confidence }) => sum + confidence, 0);
  if (rivals.length > 1 && together >= threshold) {
    const rule = `${rivals.length} candidates within ${gap} of ${top} reach the threshold ${threshold} together`;
    return { outcome: 'tie', candidates: rivals, rule };
  }
  const rule = `${top} is below the threshold ${threshold}`;
  return { outcome: 'none', candidates: candidates.slice(0, MOST_OFFERED), rule };
}

const show = (confidence: number) => confidence.toFixed(3);
