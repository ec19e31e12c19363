/** The matcher's public face: plain data in, plain data out. */
import type { TrainedHead } from './linear-head.js';

/** What the matcher learns from: one entry an intent. */
export interface MatcherEntry {
  readonly intent: string;
  readonly title: string;
  readonly utterances: readonly string[];
  /** Phrases that are strong evidence for this intent. */
  readonly keywords: readonly string[];
  /** True for examples of what is not ours: it competes, and never answers. */
  readonly outOfScope: boolean;
}

/** Canonical form and the phrases replaced by it (lower-case tokens, single spaces). */
export interface CanonicalForm {
  readonly canonical: string;
  readonly variants: readonly string[];
}

/** What a matcher learns from its entries, as plain data. */
export interface MatcherTraining {
  /** The catalog's words and how often each occurs. */
  readonly counts: ReadonlyMap<string, number>;
  /** Null for a catalog of so many intents that an index takes the head's place. */
  readonly head: TrainedHead | null;
}

export interface MatcherOptions {
  readonly lexicon: readonly CanonicalForm[];
  /** What `trainMatcher` made of the same entries and lexicon; trained now without it. */
  readonly training?: MatcherTraining;
  /** Below it the matcher does not answer. 0 to 1. */
  readonly confidenceThreshold: number;
  /** Two candidates closer than this are a tie. 0 to 1. */
  readonly ambiguityGap: number;
}

export interface Candidate {
  readonly intent: string;
  /** Calibrated, 0 to 1. */
  readonly confidence: number;
}

export type Outcome = 'sure' | 'tie' | 'none';

export interface Match {
  /** `sure`: answer `candidates[0]`; `tie`: offer the candidates; `none`: fall back. */
  readonly outcome: Outcome;
  /** Best first. For a tie exactly the topics to offer, at most three. Never the out-of-scope entry. */
  readonly candidates: readonly Candidate[];
  /** Further questions of the same text that are sure as well, in the order asked. */
  readonly also: readonly Candidate[];
  /** False when the text is not in English. */
  readonly english: boolean;
  /** True when a sentence of the text is a question, with or without its mark. */
  readonly asks: boolean;
  /** Worked out when first read, so that a plain match stays fast. */
  readonly explanation: Explanation;
}

/** One feature and how far it moved an intent's score. */
export interface Evidence {
  readonly feature: string;
  readonly weight: number;
}

export interface IntentEvidence extends Candidate {
  readonly supports: readonly Evidence[];
  readonly opposes: readonly Evidence[];
}

export interface Explanation {
  /** The sentence of the text that decided. */
  readonly sentence: string;
  readonly tokens: readonly string[];
  readonly repairs: readonly { readonly from: string; readonly to: string }[];
  readonly canonicalForms: readonly { readonly from: string; readonly to: string }[];
  readonly intents: readonly IntentEvidence[];
  readonly thresholds: { readonly confidenceThreshold: number; readonly ambiguityGap: number };
  /** One sentence: which rule decided, and with which numbers. */
  readonly rule: string;
}

export interface Matcher {
  /** Deterministic; linear in the text's length; never throws on any string. */
  match(text: string): Match;
}
