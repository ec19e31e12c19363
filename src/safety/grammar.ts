import type { SafetyContent, Sign } from '../catalog/safety-types.js';
import { isEnglishWord } from '../text/english.js';
import { findAll, makeChart, symbolsOf } from './chart.js';
import { type Compiled, compileContent } from './compiled.js';
import { type Found, type FoundSign, judgeSigns, type Trigger, triggersOf } from './finding.js';
import { englishnessOf, inTheirLanguage } from './language.js';
import { type Lexeme, lex } from './lexer.js';
import { type ClauseWords, readClauses } from './reading.js';
import { createSpeller, type Speller } from './spelling.js';
import { isPresent, type Status } from './status.js';
import { sentencesOf, windows } from './stretches.js';

/** What the grammar makes of a text. */
export interface GrammarFinding {
  readonly signs: readonly FoundSign[];
  readonly triggers: readonly Trigger[];
  readonly frames: readonly string[];
  /** The words of each sentence as read: contractions written out, misspellings mended. */
  readonly sentences: readonly (readonly string[])[];
  /** The same without look-alikes and signs that are denied or past. */
  readonly unexplained: readonly (readonly string[])[];
  /** True where that is less than the whole. */
  readonly isExplained: boolean;
  /** True for a text that can hardly be English. */
  readonly isForeign: boolean;
  /** Words that were mended: as typed, as read. */
  readonly mended: readonly (readonly [string, string])[];
}

/** The first net: signs and the words around them, as data interpreted by small functions. */
export interface Grammar {
  find(text: string): GrammarFinding;
  /** Only reads: see {@link GrammarFinding.sentences}. */
  read(text: string): readonly (readonly string[])[];
}

/** Words whose symbols are remembered; a stranger's spellings must not fill the memory. */
const SYMBOL_CACHE = 20_000;
const EXPLAINED: ReadonlySet<Status> = new Set(['negated', 'past', 'masked']);
/** Compiles the grammar of `content/safety/`; takes some 30 milliseconds. */
export function createGrammar(content: SafetyContent): Grammar {
  const compiled = compileContent(content);
  const symbols = remembered((word) => symbolsOf(word, compiled.symbols));
  const speller = makeSpeller(content, compiled);
  const aliases = new Map(Object.entries(content.words.aliases));
  const clauseWords = clauseWordsOf(content);
  const functionWords = new Set(content.words.english);
  const judge = (lexemes: readonly Lexeme[]) => findIn(lexemes, compiled, symbols, clauseWords);
  const read = (text: string) => mendAll(lex(text, aliases), speller, aliases);
  return {
    read: (text) => sentencesOf(read(text).lexemes),
    find: (text) => {
      const { lexemes, mended } = read(text);
      const { signs: all, covered, frames } = judgeAll(lexemes, judge);
      const englishness = englishnessOf(lexemes, functionWords);
      const readable = inTheirLanguage(all, lexemes, englishness);
      const triggers = triggersOf(readable, content.combinations);
      const away = explainedAway(readable, lexemes.length);
      return {
        signs: readable,
        triggers,
        frames,
        sentences: sentencesOf(lexemes),
        unexplained: sentencesOf(lexemes, away, covered),
        isExplained: away.length + covered.length > 0,
        isForeign: englishness.isForeign,
        mended,
      };
    },
  };
}

/** What is denied, over or no sign at all, unless the same words hold a sign of that level that counts. */
function explainedAway(signs: readonly FoundSign[], size: number): FoundSign[] {
  const counting = new Map<Sign['level'], Uint8Array>();
  for (const { sign, status, start, end } of signs) {
    if (isPresent(status)) {
      const words = counting.get(sign.level) ?? new Uint8Array(size);
      counting.set(sign.level, words.fill(1, start, end));
    }
  }
  const counts = ({ sign, start, end }: FoundSign) =>
    counting.get(sign.level)?.subarray(start, end).includes(1) ?? false;
  return signs.filter((sign) => EXPLAINED.has(sign.status) && !counts(sign));
}

/** What each stretch holds, put together; places count from the beginning of the text. */
function judgeAll(lexemes: readonly Lexeme[], judge: (part: readonly Lexeme[]) => Found): Found {
  const signs: FoundSign[] = [];
  const frames: string[] = [];
  const covered: number[] = [];
  let at = 0;
  for (const part of windows(lexemes)) {
    const found = judge(part);
    for (const sign of found.signs) {
      signs.push({ ...sign, start: sign.start + at, end: sign.end + at });
    }
    covered.push(...found.covered.map((place) => place + at));
    frames.push(...found.frames);
    at += part.length;
  }
  return { signs, covered, frames };
}

function findIn(
  lexemes: readonly Lexeme[],
  compiled: Compiled,
  symbols: (word: string) => readonly number[],
  clauseWords: ClauseWords,
): Found {
  const reading = readClauses(lexemes, clauseWords);
  const chart = makeChart(reading, symbols, compiled.phrases);
  return judgeSigns(compiled.owners, reading, findAll(reading, chart, compiled.patterns));
}

interface Mended {
  readonly lexemes: readonly Lexeme[];
  readonly mended: GrammarFinding['mended'];
}

function mendAll(
  lexemes: readonly Lexeme[],
  speller: Speller,
  aliases: ReadonlyMap<string, string>,
): Mended {
  const mended: [string, string][] = [];
  const read = lexemes.flatMap((lexeme) => {
    const pieces = speller.mend(lexeme.text);
    const words = pieces.flatMap((piece) => aliases.get(piece)?.split(' ') ?? [piece]);
    if (words.length === 1 && words[0] === lexeme.text) {
      return [lexeme];
    }
    mended.push([lexeme.text, words.join(' ')]);
    return words.map((text, i) => ({
      text,
      before: i === 0 ? lexeme.before : ('none' as const),
      asked: lexeme.asked && i === words.length - 1,
    }));
  });
  return { lexemes: read, mended };
}

function remembered(find: (word: string) => number[]): (word: string) => readonly number[] {
  const cache = new Map<string, readonly number[]>();
  return (word) => {
    const known = cache.get(word);
    if (known !== undefined) {
      return known;
    }
    const found = find(word);
    if (cache.size < SYMBOL_CACHE) {
      cache.set(word, found);
    }
    return found;
  };
}

function makeSpeller({ words }: SafetyContent, { symbols, vocabulary: ours }: Compiled): Speller {
  const ordinary = new Set(words.ordinary);
  const vocabulary = new Set([...ours, ...words.spellings]);
  const pieces = [...vocabulary, ...Object.keys(words.aliases)];
  const parts = new Set(pieces.filter((word) => word.length > 1 || word === 'i' || word === 'a'));
  const known = (word: string) =>
    ordinary.has(word) || symbols.words.has(word) || isEnglishWord(word);
  return createSpeller(known, vocabulary, parts);
}

function clauseWordsOf({ frames }: SafetyContent): ClauseWords {
  return {
    contrast: new Set(frames.contrast),
    subjectStart: new Set(frames['subject-start']),
  };
}
