import type { Triage, TriageLevel } from '../safety/types.js';
import type { Reply, Suggestion, Verdict } from './reply.js';

/** A reply before its footer, and what was decided. The last step of the turn makes a Reply of it. */
export interface Draft {
  readonly verdict: Verdict;
  readonly body: string;
  readonly level: TriageLevel | null;
  /** What triage found in the turn; null for ordinary content. */
  readonly finding: Triage | null;
  readonly suggestions: readonly Suggestion[];
  readonly source: readonly string[];
  readonly more: boolean;
  readonly printable: boolean;
  /** What "the second one" and bare numbers refer to from now on. */
  readonly offers: {
    readonly kind: 'clarify' | 'list' | 'menu' | 'suggestions';
    readonly intents: readonly string[];
  } | null;
  /** Which text of the answer was said, so that it can be said again. */
  readonly part: 'body' | 'more' | 'short' | 'simple' | 'other';
}

const NO_VERDICT = { confidence: 1, candidates: [], also: [] } as const;

/** A draft that says `body` and decides as told; everything else is empty unless given. */
export function draft(
  verdict: Pick<Verdict, 'decision' | 'intent'> & Partial<Verdict>,
  body: string,
  rest: Partial<Omit<Draft, 'verdict' | 'body'>> = {},
): Draft {
  return {
    verdict: { ...NO_VERDICT, ...verdict },
    body,
    level: null,
    finding: null,
    suggestions: [],
    source: [],
    more: false,
    printable: false,
    offers: null,
    part: 'other',
    ...rest,
  };
}

/** Answers and misses can be helpful or not; greetings, routes and feedback itself are not asked about. */
export function wantsFeedback({ verdict }: Draft): Reply['feedback'] {
  return ['answer', 'boundary', 'fallback'].includes(verdict.decision);
}
