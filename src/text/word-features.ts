import { stem } from './stem.js';

/** What a word adds to its text's features, worked out once. */
export interface WordFeatures {
  readonly stem: string;
  /** Feature of the stem; -1 when no text has it. */
  readonly id: number;
  /** Features of its character n-grams; those no text has are left out. */
  readonly grams: Int32Array;
}

/** Says which number a feature has; -1 for none. */
export type LookUp = (feature: string) => number;

/** Marks n-grams apart from stems. */
export const GRAM_MARK = '~';
/** Words remembered; strangers' spellings must not fill the memory. */
const REMEMBERED = 20_000;

/** Reads words into features, with a memory. `shortest` and `longest` are n-gram lengths; 0 for none. */
export function createWordReader(lookUp: LookUp, shortest: number, longest: number) {
  const memory = new Map<string, WordFeatures>();
  return (word: string): WordFeatures => {
    const known = memory.get(word);
    if (known !== undefined) {
      return known;
    }
    const grams = longest === 0 ? [] : gramsIn(word, shortest, longest).map(lookUp);
    const stemmed = stem(word);
    const ids = Int32Array.from(grams.filter((id) => id >= 0));
    const read = { stem: stemmed, id: lookUp(stemmed), grams: ids };
    if (memory.size < REMEMBERED) {
      memory.set(word, read);
    }
    return read;
  };
}

/** Character n-grams of a word with its borders: 'car' has `~_c`, `~ca`, ... `~_car`, `~car_`. */
function gramsIn(word: string, shortest: number, longest: number): string[] {
  const bordered = `_${word}_`;
  const grams: string[] = [];
  for (let length = shortest; length <= longest; length++) {
    for (let at = 0; at + length <= bordered.length; at++) {
      grams.push(GRAM_MARK + bordered.slice(at, at + length));
    }
  }
  return grams;
}
