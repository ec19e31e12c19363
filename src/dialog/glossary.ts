import type { Catalog, GlossaryEntry } from '../catalog/types.js';
import type { DialogDeps } from './deps.js';
import { type Draft, draft } from './draft.js';
import { bare, phraseOf } from './phrasebook.js';
import { suggest } from './topics.js';

/** Looks terms up by any of their forms. */
export type GlossaryIndex = ReadonlyMap<string, GlossaryEntry>;

/** Ways to ask for a word's meaning; the word itself is what is left. */
const ASKS_MEANING = [
  /^what (?:does|do|did) (?:the (?:word|term) |they mean by )?(.+?) (?:actually |really |even )?(?:mean|stand for)(?: here)?$/,
  /^what is (?:meant by|the meaning of|the definition of) (?:the (?:word|term) )?(.+)$/,
  /^(?:the )?(?:meaning|definition) of (?:the (?:word|term) )?(.+)$/,
  /^(?:define|explain the (?:word|term)) (.+)$/,
  /^(.+) (?:meaning|definition|mean|means what)$/,
  /^what do (?:you|they|u) mean by (.+)$/,
  /^what (?:is|are) (?:an? |the )?(?:word|term) (.+)$/,
];

/** Asks only about words of the glossary, so that topics keep their own questions. */
const ASKS_WHAT = /^what (?:is|are|s) (?:an? |the )?(.+)$/;

export function createGlossaryIndex(glossary: readonly GlossaryEntry[]): GlossaryIndex {
  return new Map(
    glossary.flatMap((entry) =>
      [entry.term, ...entry.forms].map((form) => [phraseOf(form), entry] as const),
    ),
  );
}

/**
 * The explanation of a term, when that is what was asked.
 *
 * "What does X mean" is answered for every term; "what is X" only where X is not the topic of an
 * intent of its own, which has more to say.
 */
export function glossaryReply(deps: DialogDeps, utterance: string): Draft | null {
  const phrase = bare(phraseOf(utterance)).replace(/^whats /, 'what is ');
  const entry = findAsked(deps.glossary, phrase, ASKS_MEANING) ?? plainAsk(deps, phrase);
  return entry === null ? null : entryReply(deps.catalog, entry);
}

function plainAsk({ glossary, catalog }: DialogDeps, phrase: string): GlossaryEntry | null {
  const entry = findAsked(glossary, phrase, [ASKS_WHAT]);
  const title = phraseOf(catalog.intents.get(entry?.intent ?? '')?.title ?? '');
  const ownTopic = entry !== null && title.includes(phraseOf(entry.term));
  return ownTopic ? null : entry;
}

function findAsked(
  glossary: GlossaryIndex,
  phrase: string,
  patterns: readonly RegExp[],
): GlossaryEntry | null {
  for (const pattern of patterns) {
    const term = pattern.exec(phrase)?.[1]?.replace(/^(?:an?|the) /, '');
    const entry = term === undefined ? undefined : glossary.get(term);
    if (entry !== undefined) {
      return entry;
    }
  }
  return null;
}

function entryReply(catalog: Catalog, { text, claims, intent }: GlossaryEntry): Draft {
  const source = [...new Set(claims.flatMap((id) => catalog.claims.get(id)?.section ?? []))];
  const suggestions = suggest(catalog, [intent]);
  return draft({ decision: 'answer', intent }, text, { suggestions, source, more: true });
}
