import type { SafetyContent } from '../catalog/safety-types.js';
import { isEnglishWord } from '../text/english.js';
import { findAll, makeChart, symbolsOf } from './chart.js';
import { type Compiled, compileContent } from './compiled.js';
import { type Found, type FoundSign, judgeSigns, type Trigger, triggersOf } from './finding.js';
import { type Lexeme, lex } from './lexer.js';
import { type ClauseWords, readClauses } from './reading.js';
import { createSpeller, type Speller } from './spelling.js';

/** What the grammar makes of a text. */
export interface GrammarFinding {
  readonly signs: readonly FoundSign[];
  readonly triggers: readonly Trigger[];
  readonly frames: readonly string[];
  /** The words of each sentence as read: contractions written out, misspellings mended. */
  readonly sentences: readonly (readonly string[])[];
  /** Words that were mended: as typed, as read. */
  readonly mended: readonly (readonly [string, string])[];
}

/** The first net: signs and the words around them, as data interpreted by small functions. */
export interface Grammar {
  find(text: string): GrammarFinding;
  /** Only reads: see {@link GrammarFinding.sentences}. */
  read(text: string): readonly (readonly string[])[];
}

/**
 * Most words judged together. A frame is looked for around each sign, so the work in one stretch grows
 * with its square; bounded stretches keep the whole linear in the text's length.
 */
const WINDOW = 120;
/** Words whose symbols are remembered; a stranger's spellings must not fill the memory. */
const SYMBOL_CACHE = 20_000;
/** Phrases of another language count where less than this share of the words is English. */
const ENGLISH_SHARE = 0.34;

/** Compiles the grammar of `content/safety/`; takes some 30 milliseconds. */
export function createGrammar(content: SafetyContent): Grammar {
  const compiled = compileContent(content);
  const symbols = remembered((word) => symbolsOf(word, compiled.symbols));
  const speller = makeSpeller(content, compiled.vocabulary, (word) => symbols(word).length > 0);
  const aliases = new Map(Object.entries(content.words.aliases));
  const clauseWords = clauseWordsOf(content);
  const english = new Set(content.words.english);
  const judge = (lexemes: readonly Lexeme[]) => findIn(lexemes, compiled, symbols, clauseWords);
  const read = (text: string) => mendAll(lex(text, aliases), speller, aliases);
  return {
    read: (text) => sentencesOf(read(text).lexemes),
    find: (text) => {
      const { lexemes, mended } = read(text);
      const found = windows(lexemes).map(judge);
      const words = lexemes.map((lexeme) => lexeme.text);
      const share = words.filter((word) => english.has(word)).length / (words.length || 1);
      const signs = found
        .flatMap((part) => part.signs)
        .filter(({ language }) => language === 'en' || share < ENGLISH_SHARE);
      const triggers = triggersOf(signs, content.combinations);
      const frames = found.flatMap((part) => part.frames);
      return { signs, triggers, frames, sentences: sentencesOf(lexemes), mended };
    },
  };
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

function sentencesOf(lexemes: readonly Lexeme[]): readonly (readonly string[])[] {
  const sentences: string[][] = [];
  for (const { text, before } of lexemes) {
    if (before === 'stop' || sentences.length === 0) {
      sentences.push([]);
    }
    sentences.at(-1)?.push(text);
  }
  return sentences;
}

/** Stretches of at most WINDOW words, cut after a sentence where there is one in the second half. */
function windows(lexemes: readonly Lexeme[]): (readonly Lexeme[])[] {
  const parts: (readonly Lexeme[])[] = [];
  for (let start = 0; start < lexemes.length; ) {
    let end = Math.min(start + WINDOW, lexemes.length);
    for (let i = end; end < lexemes.length && i > start + WINDOW / 2; i--) {
      if (lexemes[i]?.before === 'stop') {
        end = i;
        break;
      }
    }
    parts.push(lexemes.slice(start, end));
    start = end;
  }
  return parts;
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

function makeSpeller(
  { words }: SafetyContent,
  patternWords: ReadonlySet<string>,
  isSymbol: (word: string) => boolean,
): Speller {
  const ordinary = new Set(words.ordinary);
  const vocabulary = new Set([...patternWords, ...words.spellings]);
  const pieces = [...vocabulary, ...Object.keys(words.aliases)];
  const parts = new Set(pieces.filter((word) => word.length > 1 || word === 'i'));
  const known = (word: string) => ordinary.has(word) || isSymbol(word) || isEnglishWord(word);
  return createSpeller(known, vocabulary, parts);
}

function clauseWordsOf({ frames }: SafetyContent): ClauseWords {
  return {
    contrast: new Set(frames.contrast),
    subjectStart: new Set(frames['subject-start']),
  };
}
