import { stem } from '../text/stem.js';
import { standsAt } from './lexicon.js';
import { KEYWORDS } from './settings.js';

/** A keyword found in a text, and what it adds to its entry's score. */
export interface KeywordHit {
  readonly entry: number;
  readonly keyword: string;
  readonly bonus: number;
}

/** Finds keywords in tokens. */
export interface KeywordIndex {
  find(tokens: readonly string[]): KeywordHit[];
}

interface Keyword {
  readonly stems: readonly string[];
  readonly entry: number;
}

/**
 * Indexes keywords by their first stem. A hit counts by the share of the text's weight it covers: a keyword
 * that is the whole question decides it, one in passing hardly matters.
 */
export function createKeywordIndex(
  keywords: readonly { readonly tokens: readonly string[]; readonly entry: number }[],
  weight: (word: string) => number,
): KeywordIndex {
  const byFirst = new Map<string, Keyword[]>();
  for (const { tokens, entry } of keywords) {
    const stems = tokens.map(stem);
    const first = stems[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), { stems, entry }]);
  }
  return {
    find(tokens) {
      const stems = tokens.map(stem);
      const weights = tokens.map(weight);
      const total = weights.reduce((sum, w) => sum + w, 0) || 1;
      const hits = stems.flatMap((first, at) =>
        (byFirst.get(first) ?? [])
          .filter((keyword) => standsAt(keyword.stems, stems, at))
          .map(({ stems: found, entry }) => {
            const covered = weights.slice(at, at + found.length).reduce((sum, w) => sum + w, 0);
            const bonus = (KEYWORDS.bonus * covered) / total;
            return { entry, keyword: found.join(' '), bonus };
          }),
      );
      return strongest(hits);
    },
  };
}

/** One hit an entry: a longer keyword holds the shorter ones. */
function strongest(hits: readonly KeywordHit[]): KeywordHit[] {
  const best = new Map<number, KeywordHit>();
  for (const hit of hits) {
    if (hit.bonus > (best.get(hit.entry)?.bonus ?? 0)) {
      best.set(hit.entry, hit);
    }
  }
  return [...best.values()];
}
