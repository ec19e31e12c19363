import type { LoadedBot } from '../bot.js';
import { accepts, OUT_OF_SCOPE } from './judge.js';
import type { Labelled } from './labelled.js';

/** What the matcher alone would come to with a pair of thresholds; shares of all questions, 0 to 1. */
export interface SweepPoint {
  readonly confidenceThreshold: number;
  readonly ambiguityGap: number;
  readonly correct: number;
  readonly clarified: number;
  readonly abstained: number;
  readonly wrong: number;
}

const THRESHOLDS = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8];
const GAPS = [0, 0.05, 0.1, 0.2, 0.3];
/** Most topics a "did you mean" offers. */
const MAX_OFFERED = 3;

/** A question's candidates, and whether each would be accepted. */
interface Ranking {
  readonly candidates: readonly { readonly confidence: number; readonly right: boolean }[];
  /** True when falling back is the accepted reply. */
  readonly outOfScope: boolean;
}

/**
 * Sweeps both thresholds over the matcher's rankings. Triage, conversation and the matcher's further
 * rules stay out of it: the table shows what the thresholds do, not what the bot does.
 */
export function sweepThresholds(
  { matcher }: LoadedBot,
  questions: readonly Labelled[],
): SweepPoint[] {
  const rankings = questions
    .filter(({ expect }) => !expect[0]?.startsWith('safety:'))
    .map(({ text, expect }): Ranking => {
      const { candidates } = matcher.match(text);
      return {
        candidates: candidates.map(({ intent, confidence }) => ({
          confidence,
          right: accepts(expect, intent),
        })),
        outOfScope: expect.includes(OUT_OF_SCOPE),
      };
    });
  return THRESHOLDS.flatMap((threshold) => GAPS.map((gap) => pointAt(rankings, threshold, gap)));
}

function pointAt(rankings: readonly Ranking[], threshold: number, gap: number): SweepPoint {
  const outcomes = rankings.map((ranking) => outcomeAt(ranking, threshold, gap));
  const share = (name: string) =>
    outcomes.filter((outcome) => outcome === name).length / Math.max(1, outcomes.length);
  return {
    confidenceThreshold: threshold,
    ambiguityGap: gap,
    correct: share('correct'),
    clarified: share('clarified'),
    abstained: share('abstained'),
    wrong: share('wrong'),
  };
}

function outcomeAt({ candidates, outOfScope }: Ranking, threshold: number, gap: number): string {
  const [best, next] = candidates;
  if (best === undefined || best.confidence < threshold) {
    return outOfScope ? 'correct' : 'abstained';
  }
  if (next !== undefined && best.confidence - next.confidence < gap) {
    return candidates.slice(0, MAX_OFFERED).some(({ right }) => right) ? 'clarified' : 'wrong';
  }
  return best.right ? 'correct' : 'wrong';
}
