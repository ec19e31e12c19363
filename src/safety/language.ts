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
    ({ language }) => language === 'en' || (mayBeForeign && !(language === 'zh' && japanese)),
  );
  return withoutTwins(readable);
}

/** A word that two languages share ("diarrea") is judged by the one whose other words are in the text as well. */
function withoutTwins(signs: readonly FoundSign[]): readonly FoundSign[] {
  const judged = signs.filter(({ language, status }) => language !== 'en' && status !== 'bare');
  const isTwin = (one: FoundSign) =>
    one.language !== 'en' &&
    one.status === 'bare' &&
    judged.some((other) => one.start < other.end && one.end > other.start);
  return signs.filter((sign) => !isTwin(sign));
}
