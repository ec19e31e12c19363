import { isEnglishWord } from '../text/english.js';

/** Digits and signs that stand in for letters: "su1c1de", "k1ll", "s*icide". */
const DISGUISE: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '*': '',
};

/** "lookin", "endin": written as spoken. */
export const dropsG = (word: string): boolean =>
  /^[a-z]{2,20}in$/.test(word) && !isEnglishWord(word) && isEnglishWord(`${word}g`);

/** "feva", "docta": written as spoken. */
export const asSpoken = (word: string): string => word.replace(/a$/, 'er');

/** Most letters of a word that are looked at for being doubled: two to the power of it ways to write it. */
const MOST_DOUBLED = 4;

/** "breeaathee", "wannt": every way to write it with some of its doubled letters single, the fewest changes first. */
export function withoutRepeats(word: string): string[] {
  const doubled = [...word.matchAll(/([a-z])\1/g)].map(({ index }) => index);
  if (doubled.length === 0 || doubled.length > MOST_DOUBLED) {
    return [];
  }
  const ways = Array.from({ length: 2 ** doubled.length - 1 }, (_, i) =>
    doubled.filter((_, bit) => ((i + 1) >> bit) % 2 === 1),
  );
  return ways
    .sort((a, b) => a.length - b.length)
    .map((dropped) => [...word].filter((_, at) => !dropped.includes(at)).join(''));
}

/** Digits at the end alone are part of a name: "cd47", "lag3", "d5". */
export function undisguise(word: string): string {
  const isName = /^[a-z]+\d+$/.test(word);
  return /[a-z]/.test(word) && !isName
    ? word.replace(/[013457@$*]/g, (sign) => DISGUISE[sign] ?? sign)
    : word;
}
