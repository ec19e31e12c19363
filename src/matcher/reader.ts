import { tokenise } from '../text/tokens.js';
import { createLexicon, type Replacement, wordsOf } from './lexicon.js';
import { SPELLING } from './settings.js';
import { createSpelling } from './spelling.js';
import type { CanonicalForm, MatcherEntry } from './types.js';

/** A text as the matcher understands it, and what was changed on the way. */
export interface Reading {
  readonly tokens: readonly string[];
  readonly repairs: readonly Replacement[];
  readonly canonicalForms: readonly Replacement[];
}

/** Reads texts in the catalog's words: repairs spelling, then brings phrases to canonical form. */
export interface Reader {
  read(normalised: string): Reading;
  /** Tokens of a phrase of the catalog: canonical, and never repaired. */
  readOwn(phrase: string): readonly string[];
  /** True for a word of the catalog, or a misspelling of one. */
  recognises(word: string): boolean;
}

/** @param counts the catalog's words and how often each occurs, see {@link countWords}. */
export function createReader(
  counts: ReadonlyMap<string, number>,
  forms: readonly CanonicalForm[],
): Reader {
  const lexicon = createLexicon(forms);
  const spelling = createSpelling(counts, lexicon.words);
  return {
    read(normalised) {
      const { tokens, repairs } = repairAll(tokenise(normalised), spelling.repair);
      const { tokens: canonical, replaced } = lexicon.canonicalise(tokens);
      return { tokens: canonical, repairs, canonicalForms: replaced };
    },
    readOwn: (phrase) => lexicon.canonicalise(wordsOf(phrase)).tokens,
    recognises: (word) =>
      counts.has(word) || lexicon.words.has(word) || spelling.repair(word) !== null,
  };
}

/** The words of all phrasings, keywords and titles. */
export function countWords(entries: readonly MatcherEntry[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { utterances, keywords, title } of entries) {
    for (const phrase of [...utterances, ...keywords, title]) {
      for (const word of wordsOf(phrase)) {
        counts.set(word, (counts.get(word) ?? 0) + 1);
      }
    }
  }
  return counts;
}

function repairAll(
  words: readonly string[],
  repair: (word: string) => readonly string[] | null,
): { tokens: readonly string[]; repairs: readonly Replacement[] } {
  const tokens: string[] = [];
  const repairs: Replacement[] = [];
  for (const word of words) {
    const repaired = repairs.length < SPELLING.mostPerText ? repair(word) : null;
    tokens.push(...(repaired ?? [word]));
    if (repaired !== null) {
      repairs.push({ from: word, to: repaired.join(' ') });
    }
  }
  return { tokens, repairs };
}
