/** What `intents/` and `content/` hold once loaded: plain data, no behaviour. */

export type IntentKind = 'faq' | 'boundary' | 'dialog' | 'out-of-scope';

export interface Intent {
  readonly id: string;
  /** What a button shows. */
  readonly title: string;
  readonly kind: IntentKind;
  readonly utterances: readonly string[];
  readonly keywords: readonly string[];
  /** Phrasings that are never indexed; `check` and `eval` hold the matcher to them. */
  readonly tests: readonly string[];
  /** Snippet id; null for dialog and out-of-scope. */
  readonly answer: string | null;
  readonly followUps: readonly string[];
  /** Intents the answer names one after the other, for "the second one". */
  readonly lists: readonly string[];
}

/** A clinician's sign-off, bound to the text it was given for. */
export interface Review {
  readonly status: 'unreviewed' | 'reviewed';
  readonly role: string | null;
  /** ISO dates. */
  readonly on: string | null;
  readonly next: string | null;
  /** Hash of the snippet's text at review; a later edit no longer fits it. */
  readonly sha256: string | null;
}

export interface Snippet {
  readonly id: string;
  readonly title: string;
  /** Ids of the claims the text states. */
  readonly claims: readonly string[];
  /** A question to take to the care team. */
  readonly ask: string;
  readonly review: Review;
  /** A withdrawn answer is silent at once. */
  readonly withdrawn: boolean;
  readonly body: string;
  readonly more: string | null;
  readonly short: string | null;
  readonly simple: string | null;
}

/** One fact of the source article, in our own words. */
export interface Claim {
  readonly id: string;
  /** Heading in the article; `Introduction` before the first one. */
  readonly section: string;
  /** Counted from 1 within the section. */
  readonly sentence: number;
  readonly sha256: string;
  readonly statement: string;
  /** True for a statement of benefit: a text that makes it must also say its limit. */
  readonly benefit: boolean;
}

/** A canonical form and the token phrases it stands for. */
export interface LexiconEntry {
  readonly canonical: string;
  readonly group: string;
  readonly variants: readonly string[];
}

/** A technical term the snippets use, explained. */
export interface GlossaryEntry {
  readonly id: string;
  readonly term: string;
  /** Other forms of the word: plurals, abbreviations. */
  readonly forms: readonly string[];
  readonly text: string;
  readonly claims: readonly string[];
  /** The intent whose topic the term belongs to. */
  readonly intent: string;
}

/** A way people go on from an answer ("why?", "is it safe?") and where it leads. */
export interface FollowUpFrame {
  readonly id: string;
  /** Whole utterances, normalised; compared after politeness is stripped. */
  readonly phrases: readonly string[];
  /** True when its shortest phrases ("why?") mean nothing without a topic. */
  readonly leansOnTopic: boolean;
  /** Topic -> intent; `default` for the topics not named. `same` keeps the topic. */
  readonly leadsTo: Readonly<Record<string, string>>;
}

/** Everything the bot says or recognises in conversation that is not a snippet. */
export interface DialogContent {
  /** Text id -> text with `{placeholders}`. */
  readonly texts: Readonly<Record<string, string>>;
  /** Command id (more, shorter, ...) -> whole utterances that mean it. */
  readonly commands: Readonly<Record<string, readonly string[]>>;
  readonly frames: readonly FollowUpFrame[];
  /** Words that point back at what was said before. */
  readonly pointers: readonly string[];
  /** Intent -> what a pointer to its topic stands for; `default` for the intents not named. */
  readonly nouns: Readonly<Record<string, string>>;
  /** Topics offered on the menu and in the welcome. */
  readonly menu: readonly string[];
  readonly welcomeTopics: readonly string[];
  /** Topics whose questions to the care team are listed for a visit while none was talked about. */
  readonly firstVisitTopics: readonly string[];
}

/** Thresholds found by `faq-bot tune`, with the hash of the catalog they were found on. */
export interface Tuning {
  readonly catalog: string;
  readonly confidenceThreshold: number;
  readonly ambiguityGap: number;
}

/** All content, loaded and shape-checked. */
export interface Catalog {
  readonly intents: ReadonlyMap<string, Intent>;
  readonly snippets: ReadonlyMap<string, Snippet>;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly lexicon: readonly LexiconEntry[];
  readonly glossary: readonly GlossaryEntry[];
  readonly dialog: DialogContent;
  /** Parsed `content/safety/` files by path relative to it, for the safety schema. */
  readonly safetyFiles: ReadonlyMap<string, unknown>;
  readonly tuning: Tuning | null;
  /** Hash of every content file: names the text that is served. */
  readonly version: string;
  /** Hash of what the matcher learns from: phrasings, keywords and lexicon. */
  readonly matcherHash: string;
}
