import type { Thresholds, Verdict } from './decide.js';
import type { Ranker } from './ranker.js';
import type { Reading } from './reader.js';
import type { Explanation, IntentEvidence } from './types.js';

/** Features shown for and against an intent. */
const SHOWN = 5;

interface Judged extends Verdict {
  readonly sentence: string;
  readonly reading: Reading;
}

/** What was read, what spoke for and against the best intents, and the rule that decided. */
export function explain(
  { sentence, reading, candidates, rule }: Judged,
  { ranker, thresholds }: { readonly ranker: Ranker; readonly thresholds: Thresholds },
): Explanation {
  return {
    sentence,
    ...reading,
    intents: candidates.slice(0, 3).map((candidate): IntentEvidence => {
      const evidence = ranker.evidence(reading.tokens, candidate.intent);
      return {
        ...candidate,
        supports: evidence.filter(({ weight }) => weight > 0).slice(0, SHOWN),
        opposes: evidence.filter(({ weight }) => weight < 0).slice(0, SHOWN),
      };
    }),
    thresholds,
    rule,
  };
}
