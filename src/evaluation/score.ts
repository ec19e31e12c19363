import type { Verdict } from '../bot.js';
import type { Ranked } from './curve.js';
import { isSevere, type Judgement, judge, labelOf, OUT_OF_SCOPE } from './judge.js';
import type { Labelled } from './labelled.js';

/** One question, what the bot decided, and how that compares. */
export interface Scored extends Labelled {
  readonly verdict: Verdict;
  readonly judgement: Judgement;
  readonly severe: boolean;
  /** True when the text equals an utterance: it then tests memory, not understanding. */
  readonly seen: boolean;
  /** The matcher's best candidate, whatever was decided; null where triage or a command answered. */
  readonly ranked: Ranked | null;
}

export interface Counts {
  readonly n: number;
  readonly correct: number;
  readonly clarified: number;
  readonly abstained: number;
  readonly wrong: number;
  readonly severe: number;
}

export interface LabelRow extends Counts {
  readonly label: string;
}

export interface Confusion {
  readonly expected: string;
  readonly got: string;
  readonly n: number;
}

export interface Scores {
  readonly all: Counts;
  /** Without questions that equal an utterance. */
  readonly unseen: Counts;
  readonly groups: Readonly<Record<'faq' | 'boundary' | 'dialog' | 'safety' | 'oos', Counts>>;
  readonly labels: readonly LabelRow[];
  readonly confusions: readonly Confusion[];
}

/** Judges one verdict. */
export function score(
  labelled: Labelled,
  verdict: Verdict,
  seen: boolean,
  ranked: Ranked | null,
): Scored {
  const { expect, probe } = labelled;
  return {
    ...labelled,
    verdict,
    seen,
    ranked,
    judgement: judge(verdict, expect),
    severe: isSevere(verdict, expect, probe),
  };
}

/** Adds up judged questions. `dialogIntents` tells dialog labels from faq ones. */
export function summarise(scored: readonly Scored[], dialogIntents: ReadonlySet<string>): Scores {
  const groupOf = (label: string) => groupName(label, dialogIntents);
  const inGroup = (name: string) => count(scored.filter((s) => groupOf(first(s)) === name));
  const labels = [...new Set(scored.map(first))].sort();
  return {
    all: count(scored),
    unseen: count(scored.filter(({ seen }) => !seen)),
    groups: {
      faq: inGroup('faq'),
      boundary: inGroup('boundary'),
      dialog: inGroup('dialog'),
      safety: inGroup('safety'),
      oos: inGroup('oos'),
    },
    labels: labels.map((label) => ({ label, ...count(scored.filter((s) => first(s) === label)) })),
    confusions: confusionsOf(scored),
  };
}

const first = ({ expect }: Labelled) => expect[0] ?? OUT_OF_SCOPE;

function groupName(label: string, dialogIntents: ReadonlySet<string>): string {
  if (label === OUT_OF_SCOPE) {
    return 'oos';
  }
  const prefix = /^(boundary|safety):/.exec(label)?.[1];
  return prefix ?? (dialogIntents.has(label) ? 'dialog' : 'faq');
}

/** Counts judgements. */
export function count(scored: readonly Pick<Scored, 'judgement' | 'severe'>[]): Counts {
  const of = (judgement: Judgement) => scored.filter((s) => s.judgement === judgement).length;
  return {
    n: scored.length,
    correct: of('correct'),
    clarified: of('clarified'),
    abstained: of('abstained'),
    wrong: of('wrong'),
    severe: scored.filter(({ severe }) => severe).length,
  };
}

function confusionsOf(scored: readonly Scored[]): Confusion[] {
  const pairs = new Map<string, Confusion>();
  for (const item of scored.filter(({ judgement }) => judgement === 'wrong')) {
    const [expected, got] = [first(item), labelOf(item.verdict)];
    const key = `${expected} ${got}`;
    pairs.set(key, { expected, got, n: (pairs.get(key)?.n ?? 0) + 1 });
  }
  return [...pairs.values()].sort((a, b) => b.n - a.n || a.expected.localeCompare(b.expected));
}
