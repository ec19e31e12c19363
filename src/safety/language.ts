import { isEnglishWord } from '../text/english.js';
import type { FoundSign } from './finding.js';
import type { Lexeme } from './lexer.js';

/** Phrases of another language count where less than this share of the words is English function words ... */
const ENGLISH_SHARE = 0.34;
/** ... unless there is one and this share of the longer words is in the English dictionary. */
const ENGLISH_WORD_SHARE = 0.8;
/** A text with a smaller share of English among its longer words is none. */
const FOREIGN_WORD_SHARE = 0.4;
const LONG_WORD = 4;
/** What tells Japanese from Chinese, with which it shares characters. */
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const ENGLISH = 'en';
/** Words beside a sign that tell what language a text is of, and the share of them that must be of it. */
const FEWEST_BESIDE = 2;
const HALF = 0.5;

/** How English a text is. */
export interface Englishness {
  /** True for a text that can be of another language; telegraphic English can. */
  readonly mayBeForeign: boolean;
  /** True for one that can hardly be English. */
  readonly isForeign: boolean;
}

/** Judges a text by its function words, and its longer words by the English dictionary. */
export function englishnessOf(
  lexemes: readonly Lexeme[],
  functionWords: ReadonlySet<string>,
): Englishness {
  const words = lexemes.map(({ text }) => text);
  const long = words.filter((word) => word.length >= LONG_WORD);
  const functional = words.filter((word) => functionWords.has(word)).length / (words.length || 1);
  const known = long.filter(isEnglishWord).length / (long.length || 1);
  const few = functional < ENGLISH_SHARE;
  return {
    mayBeForeign: few && !(functional > 0 && known >= ENGLISH_WORD_SHARE),
    isForeign: few && known < FOREIGN_WORD_SHARE,
  };
}

/** Leaves out signs of languages that the text can hardly be of. */
export function inTheirLanguage(
  signs: readonly FoundSign[],
  lexemes: readonly Lexeme[],
  { mayBeForeign }: Englishness,
): readonly FoundSign[] {
  const japanese = lexemes.some(({ text }) => KANA.test(text));
  const readable = signs.filter(
    (sign) =>
      sign.language === ENGLISH ||
      ((mayBeForeign || isWhole(sign, lexemes) || isAtHome(sign)) &&
        !(sign.language === 'zh' && japanese)),
  );
  return inOneLanguage(withoutTwins(asEnglish(readable, lexemes)));
}

/** "Me ahogo" is all sign: its "me" makes it no English. */
const isWhole = ({ start, end }: FoundSign, lexemes: readonly Lexeme[]): boolean =>
  end - start === lexemes.length &&
  lexemes.some(({ text }) => text.length >= LONG_WORD && !isEnglishWord(text));

/** "Y a du sang dans mes selles": its language knows half of the words beside the sign, which English may know too. */
const isAtHome = ({ beside, others }: FoundSign): boolean =>
  others >= FEWEST_BESIDE && beside >= others * HALF;

/**
 * "Temperature shows 39" is French as well. Where the words of a sign are in the English dictionary, and most of the
 * others too, the text is English: such a sign counts as an English one, or not at all where English has its own say
 * on the same words.
 */
function asEnglish(signs: readonly FoundSign[], lexemes: readonly Lexeme[]): readonly FoundSign[] {
  const own = signs.filter(({ language }) => language === ENGLISH);
  const isOwn = ({ start, end }: FoundSign) =>
    own.some((other) => other.start < end && other.end > start);
  const english = lexemes.map(({ text }) => isEnglish(text));
  const total = english.filter(Boolean).length;
  return signs.flatMap((sign) => {
    if (sign.language === ENGLISH || isAtHome(sign)) {
      return [sign];
    }
    const known = knownBeside(sign, english, total);
    if (isOwn(sign)) {
      return known >= HALF ? [] : [sign];
    }
    return known > HALF ? [{ ...sign, language: ENGLISH }] : [sign];
  });
}

/** The share of words beside a sign that are English; none where the sign's own are not. */
function knownBeside(
  { start, end }: FoundSign,
  english: readonly boolean[],
  total: number,
): number {
  const own = end - start;
  const others = english.length - own;
  if (!english.slice(start, end).every(Boolean)) {
    return 0;
  }
  return others === 0 ? 1 : (total - own) / others;
}

/** Numbers are of every language. */
const isEnglish = (word: string): boolean => /^\d/.test(word) || isEnglishWord(word);

/** A word that two languages share ("diarrea") is judged by the one whose other words are in the text as well. */
function withoutTwins(signs: readonly FoundSign[]): readonly FoundSign[] {
  const judged = signs.filter(({ language, status }) => language !== ENGLISH && status !== 'bare');
  const isTwin = (one: FoundSign) =>
    one.language !== ENGLISH &&
    one.status === 'bare' &&
    judged.some((other) => one.start < other.end && one.end > other.start);
  return signs.filter((sign) => !isTwin(sign));
}

/** Several languages share most signs ("diarrea"): the text is of the one that knows most of its words. */
function inOneLanguage(signs: readonly FoundSign[]): readonly FoundSign[] {
  const others = signs.filter(({ language }) => language !== ENGLISH);
  const most = Math.max(...others.map(({ support }) => support));
  const language = others.find(({ support }) => support === most)?.language ?? ENGLISH;
  return signs.map((sign) => (sign.language === ENGLISH ? sign : { ...sign, language }));
}
