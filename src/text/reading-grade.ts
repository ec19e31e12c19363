import { normalise } from './normalise.js';
import { splitSentences } from './sentences.js';
import { tokenise } from './tokens.js';

/** A listed word is one the text explains or the reader knows by name; it counts like any two-syllable word. */
const LISTED_SYLLABLES = 2;

/**
 * Flesch-Kincaid grade of a text (Kincaid and others, Derivation of new readability formulas, 1975).
 *
 * @param easyWords lower-case words counted as two syllables, with or without a plural s: glossary terms, drug names.
 * @returns a US school grade; 0 for a text without words.
 */
export function readingGrade(text: string, easyWords?: ReadonlySet<string>): number {
  const sentences = splitInto(text);
  const words = sentences.flat();
  if (words.length === 0) {
    return 0;
  }
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word, easyWords), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

/** Words of each sentence, chunk by chunk, since `normalise` caps what it is given. */
function splitInto(text: string): string[][] {
  const paragraphs = text.split(/\n+/);
  return paragraphs
    .flatMap((paragraph) => wholeSentences(paragraph))
    .map((sentence) => tokenise(normalise(sentence)))
    .filter((words) => words.length > 0);
}

/** Full sentences only: a long sentence is hard to read and must count as one. */
function wholeSentences(paragraph: string): string[] {
  const pieces = splitSentences(paragraph);
  const whole: string[] = [];
  for (const piece of pieces) {
    const open = whole.at(-1);
    if (open !== undefined && !/[.?!\u2026]["')\]]*$/.test(open)) {
      whole[whole.length - 1] = `${open} ${piece}`;
    } else {
      whole.push(piece);
    }
  }
  return whole;
}

function syllablesOf(word: string, easyWords: ReadonlySet<string> | undefined): number {
  const listed = easyWords?.has(word) === true || easyWords?.has(word.replace(/s$/, '')) === true;
  return listed ? Math.min(LISTED_SYLLABLES, countSyllables(word)) : countSyllables(word);
}

/** Two vowels spoken apart: ra-di-ation, me-di-um, bi-ology; not na-tion. */
const APART = /[^tcsgx]i[aou]/g;

/**
 * Syllables of an English word: its vowel groups, less silent endings, plus vowels spoken apart.
 *
 * @example countSyllables('radiation') // 4
 */
export function countSyllables(word: string): number {
  const spoken = word.replace(/(?:[^laeiouy]es|[^laeiouytd]ed|[^laeiouy]e)$/, '').replace(/^y/, '');
  const groups = spoken.match(/[aeiouy]{1,2}/g)?.length ?? 1;
  return Math.max(1, groups + (spoken.match(APART)?.length ?? 0));
}
