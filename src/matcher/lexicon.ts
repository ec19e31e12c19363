import { normalise } from '../text/normalise.js';
import { tokenise } from '../text/tokens.js';
import type { CanonicalForm } from './types.js';

/** A phrase that was replaced, and its canonical form. */
export interface Replacement {
  readonly from: string;
  readonly to: string;
}

export interface Canonicalised {
  readonly tokens: readonly string[];
  readonly replaced: readonly Replacement[];
}

/** Brings every variant to its canonical form. */
export interface Lexicon {
  /** Every word of every variant and canonical form: none of them is a misspelling. */
  readonly words: ReadonlySet<string>;
  canonicalise(tokens: readonly string[]): Canonicalised;
}

interface Variant {
  readonly tokens: readonly string[];
  readonly canonical: readonly string[];
}

/** Indexes the variants by their first word, the longest first, so that a text is read once. */
export function createLexicon(forms: readonly CanonicalForm[]): Lexicon {
  const variants = forms.flatMap(({ canonical, variants }) =>
    variants.map((variant) => ({ tokens: wordsOf(variant), canonical: wordsOf(canonical) })),
  );
  const byFirst = new Map<string, Variant[]>();
  for (const variant of variants.sort((a, b) => b.tokens.length - a.tokens.length)) {
    const first = variant.tokens[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), variant]);
  }
  return {
    words: new Set(variants.flatMap(({ tokens, canonical }) => [...tokens, ...canonical])),
    canonicalise: (tokens) => canonicalise(tokens, byFirst),
  };
}

export const wordsOf = (phrase: string): string[] => tokenise(normalise(phrase));

function canonicalise(
  tokens: readonly string[],
  byFirst: ReadonlyMap<string, readonly Variant[]>,
): Canonicalised {
  const out: string[] = [];
  const replaced: Replacement[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as string;
    const found = byFirst.get(token)?.find((variant) => standsAt(variant.tokens, tokens, at));
    if (found === undefined) {
      out.push(token);
      at += 1;
    } else {
      out.push(...found.canonical);
      replaced.push({ from: found.tokens.join(' '), to: found.canonical.join(' ') });
      at += found.tokens.length;
    }
  }
  return { tokens: out, replaced };
}

/** True when the phrase stands in the text at a place. */
export function standsAt(phrase: readonly string[], text: readonly string[], at: number): boolean {
  for (let i = 0; i < phrase.length; i++) {
    if (text[at + i] !== phrase[i]) {
      return false;
    }
  }
  return true;
}
