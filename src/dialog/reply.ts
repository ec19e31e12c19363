import type { TriageLevel } from '../safety/types.js';

export type Decision = 'answer' | 'clarify' | 'boundary' | 'dialog' | 'triage' | 'fallback';

/** A choice a person can tap or type. */
export interface Suggestion {
  readonly title: string;
  /** What tapping sends: the text a person could type as well. */
  readonly text: string;
  /** The intent it leads to; null for choices that are not a topic ("none of these"). */
  readonly intent: string | null;
}

/** One reply, for every channel. Renderers lay it out; they change no word. */
export interface Reply {
  /** Markdown; with the route in it for triage; never the footer. */
  readonly body: string;
  /** The safety footer; empty only where a route stands in its place. */
  readonly footer: string;
  readonly level: TriageLevel | null;
  readonly suggestions: readonly Suggestion[];
  /** Sections of the source article the body rests on; empty where it states none of its facts. */
  readonly source: readonly string[];
  /** True when "tell me more" has something to give. */
  readonly more: boolean;
  /** True where asking "was this helpful?" makes sense. */
  readonly feedback: boolean;
  /** True when the text is a list made to be copied or printed. */
  readonly printable: boolean;
}

export interface RankedIntent {
  readonly intent: string;
  readonly confidence: number;
}

/** What was decided, apart from how it is said. */
export interface Verdict {
  readonly decision: Decision;
  readonly intent: string | null;
  readonly confidence: number;
  readonly candidates: readonly RankedIntent[];
  /** Further questions answered in the same reply. */
  readonly also: readonly string[];
}
