import type { Thresholds } from './decide.js';
import { createMatcher } from './matcher.js';
import type { Candidate, CanonicalForm, MatcherEntry } from './types.js';

/** What tuning came to, and the figures it was chosen by. */
export interface Tuned extends Thresholds {
  readonly evidence: readonly string[];
}

/** Parts the phrasings are split into; each is asked of a matcher that learned from the others. */
const FOLDS = 5;
/** Groups the intents are split into; each is asked of a matcher that does not know these intents. */
const GROUPS = 4;
/** One in so many phrasings of a left-out intent is asked: strangers are a tenth of all questions, not half. */
const STRANGERS = 60;
const THRESHOLDS = [0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7];
/** Beyond it every third question would be answered with a question. */
const GAPS = [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3];
/**
 * What each outcome is worth: a "did you mean" nearly a right answer, one without the right topic in it a wasted
 * turn, a wrong answer two right ones lost.
 */
const WORTH = { correct: 1, clarified: 0.8, abstained: 0, misled: -0.5, wrong: -2 } as const;

/** Points this close in worth are level: the same catalog with ten more phrasings would order them otherwise. */
const LEVEL = 0.01;

/** A phrasing that was left out, with what the matcher made of it. */
interface Asked {
  /** The intent it belongs to; null for an example of what is not ours. */
  readonly intent: string | null;
  readonly candidates: readonly Candidate[];
  /** True when the matcher took it for out of scope. */
  readonly refused: boolean;
}

/**
 * Finds the thresholds from the catalog alone. Phrasings are left out in turn: every one, in scope or out of
 * it, is asked of a matcher that has not seen it. And whole intents are left out in turn: their phrasings sound
 * like ours and have no answer. Of points that are level the one that sends fewest people away is taken. Deterministic; one
 * training a fold and a group.
 */
export function tuneThresholds(
  entries: readonly MatcherEntry[],
  lexicon: readonly CanonicalForm[],
): Tuned {
  const count = (length: number) => Array.from({ length }, (_, i) => i);
  const asked = [
    ...count(FOLDS).flatMap((fold) => askFold(entries, lexicon, fold)),
    ...count(GROUPS).flatMap((group) => askStrangers(entries, lexicon, group)),
  ];
  const points = THRESHOLDS.flatMap((confidenceThreshold) =>
    GAPS.map((ambiguityGap) => weigh(asked, { confidenceThreshold, ambiguityGap })),
  );
  const most = Math.max(...points.map(({ worth }) => worth));
  const good = points.filter(({ worth }) => worth >= most - LEVEL);
  const best = good.reduce((a, b) => (b.shares.abstained < a.shares.abstained ? b : a));
  const { confidenceThreshold, ambiguityGap } = best.thresholds;
  return { confidenceThreshold, ambiguityGap, evidence: describe(asked.length, best.shares) };
}

function askFold(
  entries: readonly MatcherEntry[],
  lexicon: readonly CanonicalForm[],
  fold: number,
): Asked[] {
  const inFold = (i: number) => i % FOLDS === fold;
  const taught = entries.map((entry) => ({
    ...entry,
    utterances: entry.utterances.filter((_, i) => !inFold(i)),
  }));
  const ask = asker(taught, lexicon);
  return entries.flatMap(({ intent, outOfScope, utterances }) =>
    utterances.filter((_, i) => inFold(i)).map((text) => ask(text, outOfScope ? null : intent)),
  );
}

function askStrangers(
  entries: readonly MatcherEntry[],
  lexicon: readonly CanonicalForm[],
  group: number,
): Asked[] {
  const isLeftOut = ({ outOfScope }: MatcherEntry, i: number) =>
    !outOfScope && i % GROUPS === group;
  const ask = asker(
    entries.filter((entry, i) => !isLeftOut(entry, i)),
    lexicon,
  );
  return entries
    .filter(isLeftOut)
    .flatMap(({ utterances }) =>
      utterances.filter((_, i) => i % STRANGERS === 0).map((text) => ask(text, null)),
    );
}

/** Trains on what is given; asks without thresholds, which are what is looked for. */
function asker(taught: readonly MatcherEntry[], lexicon: readonly CanonicalForm[]) {
  const matcher = createMatcher(taught, { lexicon, confidenceThreshold: 0, ambiguityGap: 0 });
  return (text: string, intent: string | null): Asked => {
    const { candidates, outcome } = matcher.match(text);
    return { intent, candidates, refused: outcome === 'none' };
  };
}

type Outcome = keyof typeof WORTH;

function weigh(asked: readonly Asked[], thresholds: Thresholds) {
  const shares: Record<Outcome, number> = {
    correct: 0,
    clarified: 0,
    abstained: 0,
    misled: 0,
    wrong: 0,
  };
  for (const one of asked) {
    shares[outcomeOf(one, thresholds)] += 1 / asked.length;
  }
  const names = Object.keys(WORTH) as Outcome[];
  const worth = names.reduce((sum, name) => sum + WORTH[name] * shares[name], 0);
  return { thresholds, shares, worth };
}

function outcomeOf({ intent, candidates, refused }: Asked, thresholds: Thresholds): Outcome {
  const [best] = candidates;
  if (refused || best === undefined || best.confidence < thresholds.confidenceThreshold) {
    return intent === null ? 'correct' : 'abstained';
  }
  const rivals = candidates.filter((c) => best.confidence - c.confidence < thresholds.ambiguityGap);
  if (rivals.length > 1) {
    return rivals.some((rival) => rival.intent === intent) ? 'clarified' : 'misled';
  }
  return best.intent === intent ? 'correct' : 'wrong';
}

function describe(asked: number, shares: Readonly<Record<Outcome, number>>): string[] {
  const lines = Object.entries(shares).map(([name, s]) => `  ${name} ${(100 * s).toFixed(1)} %`);
  return [
    `${asked} phrasings, each asked of a matcher that had seen neither it nor, for some, its intent:`,
    ...lines,
  ];
}
