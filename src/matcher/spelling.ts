import { editDistance } from '../text/edit-distance.js';
import { isEnglishWord } from '../text/english.js';
import { SPELLING } from './settings.js';

/** Repairs words that are neither the catalog's nor English. */
export interface Spelling {
  /**
   * What a word was meant to be: one word, or two that were run together.
   *
   * @returns null for a word that is right, or that is like none of the catalog's.
   */
  repair(word: string): readonly string[] | null;
}

interface Target {
  readonly word: string;
  readonly letters: number;
  readonly count: number;
}

/**
 * @param counts the catalog's words and how often each occurs.
 * @param trusted words that are right however rare: the lexicon's.
 */
export function createSpelling(
  counts: ReadonlyMap<string, number>,
  trusted: ReadonlySet<string>,
): Spelling {
  const countOf = (word: string) => counts.get(word) ?? 0;
  const right = (word: string) =>
    countOf(word) >= SPELLING.sureCount || trusted.has(word) || isEnglishWord(word);
  const words = new Set([...counts.keys(), ...trusted].filter(right));
  const buckets = bucket(words, counts);
  const memory = new Map<string, readonly string[] | null>();
  return {
    repair(word) {
      const known = memory.get(word);
      if (known !== undefined) {
        return known;
      }
      const sure = trusted.has(word) || isEnglishWord(word);
      const repaired = sure ? null : mend(word, words, buckets, leastCount(countOf(word), word));
      if (memory.size >= SPELLING.remembered) {
        memory.clear();
      }
      memory.set(word, repaired);
      return repaired;
    },
  };
}

type Buckets = readonly (readonly Target[])[];

/** The catalog's words by length. */
function bucket(words: ReadonlySet<string>, counts: ReadonlyMap<string, number>): Buckets {
  const buckets: Target[][] = Array.from({ length: 50 }, () => []);
  for (const word of words) {
    if (word.length >= SPELLING.shortestTarget) {
      buckets[word.length]?.push({ word, letters: lettersIn(word), count: counts.get(word) ?? 0 });
    }
  }
  return buckets;
}

/**
 * How often a word must occur that another is repaired to. The catalog has misspelt phrasings too: a long word of
 * its own gives way to a far more common one.
 */
function leastCount(own: number, word: string): number {
  if (own === 0) {
    return 0;
  }
  return word.length < SPELLING.ownLength ? Number.POSITIVE_INFINITY : own * SPELLING.timesAsCommon;
}

function mend(word: string, words: ReadonlySet<string>, buckets: Buckets, least: number) {
  if (word.length < SPELLING.shortest || /\d/.test(word)) {
    return null;
  }
  const near = nearest(word, 1, buckets, least);
  if (near !== null) {
    return [near];
  }
  const parts = least === 0 ? split(word, words) : null;
  if (parts !== null || word.length < SPELLING.twoEdits) {
    return parts;
  }
  const far = nearest(word, 2, buckets, least);
  return far === null ? null : [far];
}

/** The most frequent word within so many edits, `least` or more times in the catalog; one with the same first letter wins over others. */
function nearest(word: string, edits: number, buckets: Buckets, least: number): string | null {
  const letters = lettersIn(word);
  let best: Target | null = null;
  let bestRank = -1;
  for (let length = word.length - edits; length <= word.length + edits; length++) {
    for (const target of buckets[length] ?? []) {
      const apart = bitsIn(letters ^ target.letters);
      if (
        target.count < least ||
        apart > 2 * edits ||
        editDistance(word, target.word, edits) > edits
      ) {
        continue;
      }
      const rank = target.count + (word[0] === target.word[0] ? SPELLING.sameStart : 0);
      if (rank > bestRank) {
        best = target;
        bestRank = rank;
      }
    }
  }
  return best?.word ?? null;
}

/** Two words of the catalog that were run together, the longer first half winning. */
function split(word: string, words: ReadonlySet<string>): readonly string[] | null {
  for (let at = word.length - SPELLING.shortestPart; at >= SPELLING.shortestPart; at--) {
    const parts = [word.slice(0, at), word.slice(at)] as const;
    if (words.has(parts[0]) && words.has(parts[1])) {
      return parts;
    }
  }
  return null;
}

/** The letters of a word as bits: words of few edits differ in few letters, and bits compare fast. */
function lettersIn(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i++) {
    bits |= 1 << (word.charCodeAt(i) - 97);
  }
  return bits;
}

function bitsIn(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
