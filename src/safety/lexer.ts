import { MAX_TEXT, normalise } from '../text/normalise.js';

/** A word, a number, or a mark that ends something. */
export interface Lexeme {
  readonly text: string;
  /** What stands before it: nothing, a pause (comma) or a stop (sentence end). */
  readonly before: 'none' | 'comma' | 'stop';
  /** True for the last word before a question mark. */
  asked: boolean;
}

/**
 * Most text that is looked at, at some 4 microseconds a character: as much as any channel delivers, since a danger sign
 * may stand anywhere in a long story. Of a longer text the middle is left out.
 */
const MAX_CHARACTERS = 40_000;
/** `normalise` caps what it is given, so a longer text goes through it in pieces. */
const PIECE = 1_500;
/** Where writing has accents or syllables to take apart, a character becomes up to three before that cap. */
const SHORT_PIECE = 500;

/** Numbers with their unit, words with inner apostrophes or masking signs (`s*icide`), and marks. */
const LEXEME =
  /\d+(?:[.,]\d+)*(?:\/\d+)?[a-z]*|\p{L}[\p{L}\p{N}]*(?:['*@$][\p{L}\p{N}]+)*|[.?!;:,()\n\u2026\u3002\uff1f\uff01\u061f\u0964\u060c\uff0c\u3001]| -+ |\+|&/gu;
/** "My cough's gone": "is" or "has", where elsewhere it says whose. */
const IS_SAID = /'s(?= (?:gone|cleared|stopped|settled|been|going|getting|dying)\b)/g;
const STOP = /^[.?!;\n\u2026\u3002\uff1f\uff01\u061f\u0964]$/u;
const QUESTION = /^[?\uff1f\u061f]$/u;
/** Scripts written without spaces: each character is a word of its own. */
export const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const CONTRACTION: readonly (readonly [RegExp, string])[] = [
  [/n't$/, ' not'],
  [/'m$/, ' am'],
  [/'re$/, ' are'],
  [/'ve$/, ' have'],
  [/'ll$/, ' will'],
  [/'d$/, ' would'],
];
const IS = new Set(['he', 'she', 'it', 'that', 'what', 'who', 'there', 'here', 'where', 'how']);

/**
 * Words of a raw text with what separates them: contractions and text-speak written out, units taken
 * off numbers. Linear in the text's length.
 *
 * @param aliases what a word stands for, see `content/safety/words.yaml`.
 */
export function lex(text: string, aliases: ReadonlyMap<string, string>): Lexeme[] {
  const lexemes: Lexeme[] = [];
  let before: Lexeme['before'] = 'none';
  for (const [raw] of foldWhole(text).replace(IS_SAID, ' is').matchAll(LEXEME)) {
    const mark = markOf(raw);
    if (mark === null) {
      for (const word of writeOut(raw, aliases)) {
        addWord(lexemes, word, before, aliases);
        before = 'none';
      }
    } else {
      before = graver(before, mark);
      const last = lexemes.at(-1);
      if (last !== undefined && QUESTION.test(raw)) {
        last.asked = true;
      }
    }
  }
  return lexemes;
}

const graver = (a: Lexeme['before'], b: Lexeme['before']) =>
  a === 'stop' || b === 'stop' ? 'stop' : 'comma';

function markOf(raw: string): 'comma' | 'stop' | null {
  if (/[\p{L}\p{N}+&]/u.test(raw)) {
    return null;
  }
  return STOP.test(raw) ? 'stop' : 'comma';
}

/** Two words may have an alias together: "can not" is `cannot`, "2 breathe" is `to breathe`. */
function addWord(
  lexemes: Lexeme[],
  text: string,
  before: Lexeme['before'],
  aliases: ReadonlyMap<string, string>,
): void {
  const last = lexemes.at(-1);
  const pair = last === undefined || before !== 'none' ? undefined : `${last.text} ${text}`;
  const [first, ...rest] = (pair === undefined ? undefined : aliases.get(pair))?.split(' ') ?? [];
  if (last === undefined || first === undefined) {
    lexemes.push({ text, before, asked: false });
    return;
  }
  lexemes[lexemes.length - 1] = { ...last, text: first };
  lexemes.push(...rest.map((word) => ({ text: word, before: 'none' as const, asked: false })));
}

function foldWhole(text: string): string {
  const capped = text.length > MAX_CHARACTERS ? ends(text) : text;
  return piecesOf(capped, PIECE)
    .flatMap((piece) => (isCut(piece) ? piecesOf(piece, SHORT_PIECE) : [piece]))
    .map(normalise)
    .join(' ');
}

/** True where `normalise` would lose the end of a piece. */
const isCut = (piece: string) =>
  piece.length > SHORT_PIECE && piece.normalize('NFKD').length > MAX_TEXT;

/** Pieces of at most `most` characters, parted at spaces where there are some. */
function piecesOf(text: string, most: number): string[] {
  const pieces: string[] = [];
  for (let start = 0; start < text.length; ) {
    const limit = start + most;
    const space = limit < text.length ? text.slice(start, limit + 1).lastIndexOf(' ') : 0;
    const end = space > 0 ? start + space : limit;
    pieces.push(text.slice(start, end));
    start = end;
  }
  return pieces;
}

/** People put what matters first or last. */
function ends(text: string): string {
  const half = MAX_CHARACTERS / 2;
  return `${text.slice(0, half)}\n${text.slice(-half)}`;
}

function writeOut(raw: string, aliases: ReadonlyMap<string, string>): string[] {
  const alias = aliases.get(raw) ?? aliases.get(raw.replaceAll("'", ''));
  if (alias !== undefined) {
    return alias.split(' ');
  }
  if (/^\d/.test(raw)) {
    const number = /^[\d.,/]+/.exec(raw)?.[0] ?? raw;
    const unit = raw.slice(number.length);
    return unit === '' ? [number] : [number, ...(aliases.get(unit)?.split(' ') ?? [unit])];
  }
  if (UNSPACED.test(raw)) {
    return [...raw];
  }
  return raw.includes("'") ? apart(raw, aliases) : [raw];
}

/** "wasn't" is "was not", "he's" is "he is"; the possessive falls away. */
function apart(raw: string, aliases: ReadonlyMap<string, string>): string[] {
  for (const [ending, words] of CONTRACTION) {
    if (ending.test(raw)) {
      const plain = raw.endsWith("n't") ? raw.replace(/(\p{L})\1/gu, '$1') : raw;
      return (aliases.get(plain) ?? plain.replace(ending, words)).split(' ').filter(Boolean);
    }
  }
  const [head = raw, tail] = raw.split("'");
  if (tail === 's') {
    return IS.has(head) ? [head, 'is'] : [aliases.get(head) ?? head];
  }
  return [raw.replaceAll("'", '')];
}
