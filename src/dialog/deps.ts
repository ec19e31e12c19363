import type { Catalog } from '../catalog/types.js';
import type { Matcher } from '../matcher/types.js';
import type { SafetyMessages } from '../safety/messages.js';
import type { TriageCheck } from '../safety/types.js';
import type { GlossaryIndex } from './glossary.js';
import type { Phrasebook } from './phrasebook.js';

/** What an operator sets that changes what is said. */
export interface DialogSettings {
  /** How to reach a person, in the operator's words; null without one. */
  readonly handoffContact: string | null;
  readonly privacyUrl: string | null;
  /** True when scrubbed texts of unanswered questions are kept. */
  readonly keepUnanswered: boolean;
}

/** Everything a turn needs, made once at start. */
export interface DialogDeps {
  readonly catalog: Catalog;
  readonly matcher: Matcher;
  readonly triage: TriageCheck;
  readonly messages: SafetyMessages;
  readonly phrasebook: Phrasebook;
  readonly glossary: GlossaryIndex;
  readonly settings: DialogSettings;
  /** True for ordinary English words and words of the content; names are neither. */
  isKnownWord(word: string): boolean;
}
