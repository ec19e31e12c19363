/** What `content/safety/` holds once loaded: plain data, no behaviour. */

/** The levels a sign can have; the names are those of triage. */
export type SafetyLevel =
  | 'self-harm'
  | 'emergency'
  | 'care-line'
  | 'prognosis'
  | 'personal-advice'
  | 'emotional-support'
  | 'abuse';

/**
 * How far the words around a sign can talk it away: `all` for symptoms (negation, past, question about
 * the treatment), `negation` for what is said of oneself, `none` where the pattern itself says enough, `told`
 * where it says besides that it is happening here: "somebody has collapsed next to me".
 */
export type SignChecks = 'all' | 'negation' | 'none' | 'told';

/** Something a person can say that means more than its words: a symptom, a wish, a request, a context. */
export interface Sign {
  readonly id: string;
  /** null for signs that count only in combinations. */
  readonly level: SafetyLevel | null;
  readonly checks: SignChecks;
  /** Hazard ids of docs/safety.md. */
  readonly hazard: string;
  /** Source ids of docs/safety.md. */
  readonly source: readonly string[];
  /** Which variant of the message fits; null for the level's own. */
  readonly topic: string | null;
  /** Signs that, found anywhere in the text, take this one back. */
  readonly unless: readonly string[];
  readonly patterns: readonly string[];
}

/** Signs that mean more together than alone. */
export interface Combination {
  readonly id: string;
  readonly level: SafetyLevel;
  readonly hazard: string;
  readonly source: readonly string[];
  /** One of each group must be there. */
  readonly all: readonly (readonly string[])[];
}

/** Words that look like a sign and are none: they are taken out before signs are looked for. */
export interface Lookalike {
  readonly id: string;
  readonly patterns: readonly string[];
}

/** Phrases by the part they play in a sentence: negation, past, condition, question and so on. */
export type Frames = Readonly<Record<string, readonly string[]>>;

/** Core danger phrases of one language other than English. */
export interface SafetyLanguage {
  /** BCP 47. */
  readonly language: string;
  readonly name: string;
  /** Everyday words that tell it from languages with which it shares a sign. */
  readonly words: readonly string[];
  /** Phrases that make a question about the treatment of it. */
  readonly information: readonly string[];
  readonly negation: readonly string[];
  /** Signs with the denial that comes after them: "ateşim yok". */
  readonly denied: readonly string[];
  /** Dates that put a sign years back, with the verb; `present` says that it goes on all the same. */
  readonly past: readonly string[];
  readonly present: readonly string[];
  /** What is said after a sign that has gone: "but no longer". */
  readonly over: readonly string[];
  /** Words of dying said of cells, which are no crisis unless the sign names one of `person`. */
  readonly biology: readonly string[];
  readonly person: readonly string[];
  readonly emergency: readonly string[];
  readonly careLine: readonly string[];
  readonly selfHarm: readonly string[];
  readonly prognosis: readonly string[];
  readonly personalAdvice: readonly string[];
}

export interface SafetyWords {
  /** What a word stands for: contractions and text-speak, written out. */
  readonly aliases: Readonly<Record<string, string>>;
  /** Correct spellings that misspelt words are repaired to, beside the words of the patterns. */
  readonly spellings: readonly string[];
  /** Ordinary words one letter away from a danger word: never repaired. */
  readonly ordinary: readonly string[];
  /** Function words by which a text is known to be English. */
  readonly english: readonly string[];
}

/** One line the classifier learns from. */
export interface SafetyExample {
  readonly label: SafetyLevel | 'none';
  readonly text: string;
}

/** Probabilities of the classifier, 0 to 1. */
export interface LevelThresholds {
  /** Below it a sign that the grammar found is none after all, where nothing says who has it or since when. */
  readonly bare: number;
  /** From it on the level is triggered where the grammar found nothing. */
  readonly alone: number;
  /** The same above a lower level that the grammar found. */
  readonly above: number;
  /** The same where the grammar has a reason for doubt: the sign is only asked about, or explained away. */
  readonly doubted: number;
}

/** What each net must come to, by level. A level without thresholds is left to the grammar. */
export type SafetyThresholds = Readonly<Partial<Record<SafetyLevel, LevelThresholds>>>;

/** A route or reply with `{emergency}`, `{crisis}` and `{careLine}` in it. */
export interface LevelMessages {
  readonly emergency: string;
  readonly 'care-line': string;
  readonly 'self-harm': string;
}

/** A reply that refuses the personal part: a general fact that a claim states, and a question to take along. */
export interface TopicMessage {
  readonly id: string;
  readonly level: 'personal-advice' | 'prognosis';
  readonly claims: readonly string[];
  readonly text: string;
}

/** The words or number for each one to call. */
export interface Contacts {
  readonly emergency: string;
  readonly crisis: string;
  readonly careLine: string;
}

/** The routes in a language other than English. */
export interface TranslatedRoutes {
  /** BCP 47. */
  readonly language: string;
  /** The route alone: all that is said where others read along. */
  readonly routes: LevelMessages;
  /** What follows the route where nobody reads along. */
  readonly personal: LevelMessages;
  /** One line on the turns after a route, with `{help}` for whom to call. */
  readonly quiet: string;
  readonly generic: Contacts;
}

export interface RegionNumbers {
  readonly id: string;
  readonly emergency: string;
  readonly crisis: string;
  /** Where the numbers come from, and whether the page was retrieved for this project. */
  readonly source: string;
  readonly retrieved: boolean;
}

export interface SafetyMessagesContent {
  readonly footer: string;
  readonly unwell: string;
  readonly soft: string;
  readonly failure: string;
  readonly levels: LevelMessages;
  /** For channels where others read along: the route only, or a private chat; nothing says what was asked. */
  readonly shared: LevelMessages & {
    /** For personal advice and outlook alike. */
    readonly personal: string;
    readonly emotionalSupport: string;
  };
  /** One line on the turns after a route was given. */
  readonly quiet: LevelMessages;
  readonly topics: readonly TopicMessage[];
  readonly emotionalSupport: string;
  readonly abuse: string;
  /** The words used where no number is configured. */
  readonly generic: Contacts;
  /** How a configured number is put, with `{value}`. */
  readonly configured: { readonly crisis: string; readonly careLine: string };
  readonly regions: readonly RegionNumbers[];
  /** The routes in other languages, said before the English one. */
  readonly languages: readonly TranslatedRoutes[];
}

/** All of `content/safety/`, shape-checked. */
export interface SafetyContent {
  readonly words: SafetyWords;
  /** Named sets of phrases that patterns refer to as `{name}`. */
  readonly concepts: Readonly<Record<string, readonly string[]>>;
  readonly frames: Frames;
  readonly signs: readonly Sign[];
  readonly combinations: readonly Combination[];
  readonly lookalikes: readonly Lookalike[];
  readonly languages: readonly SafetyLanguage[];
  readonly examples: readonly SafetyExample[];
  readonly thresholds: SafetyThresholds;
  readonly messages: SafetyMessagesContent;
}
