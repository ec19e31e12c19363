import PorterStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';

/** Stems kept. English as it is asked fits; past it the cache starts anew, so that it cannot grow for ever. */
const CACHE_SIZE = 20_000;

const cache = new Map<string, string>();

/**
 * Porter's stem of a lower-case word (M. F. Porter, An algorithm for suffix stripping, 1980).
 *
 * @example stem('responding') // 'respond'
 */
export function stem(word: string): string {
  const known = cache.get(word);
  if (known !== undefined) {
    return known;
  }
  if (cache.size >= CACHE_SIZE) {
    cache.clear();
  }
  const made = PorterStemmer.stem(word);
  cache.set(word, made);
  return made;
}
