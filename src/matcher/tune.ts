import { settle, type Thresholds } from './decide.js';
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
/** A wider gap turned right answers to real questions into choices without making wrong ones fewer. */
const GAPS = [0, 0.05, 0.1, 0.15, 0.2];
/**
 * What each outcome is worth: a "did you mean" nearly a right answer, one without the right topic in it a wasted
 * turn, a wrong answer two right ones lost.
 */
const WORTH = { correct: 1, clarified: 0.8, abstained: 0, misled: -0.5, wrong: -2 } as const;

/**
 * Share of the left-out phrasings that may be sent away. Without a limit, worth alone would refuse a
 * third of them, since phrasings that nothing else resembles are harder than what people ask.
 */
const MOST_ABSTAINED = 0.135;

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
 * like ours and have no answer. Of the points within the limit the worthiest is taken. Deterministic; one training
 * a fold and a group.
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
  const within = points.filter(({ shares }) => shares.abstained <= MOST_ABSTAINED);
  const best = (within.length > 0 ? within : points).reduce((a, b) => (b.worth > a.worth ? b : a));
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
  const { outcome, rivals } = settle(candidates, thresholds);
  if (refused || outcome === 'none') {
    return intent === null ? 'correct' : 'abstained';
  }
  const offered = rivals.some((rival) => rival.intent === intent);
  if (outcome === 'tie') {
    return offered ? 'clarified' : 'misled';
  }
  return offered ? 'correct' : 'wrong';
}

function describe(asked: number, shares: Readonly<Record<Outcome, number>>): string[] {
  const lines = Object.entries(shares).map(([name, s]) => `  ${name} ${(100 * s).toFixed(1)} %`);
  return [
    `${asked} phrasings, each asked of a matcher that had seen neither it nor, for some, its intent:`,
    ...lines,
  ];
}
