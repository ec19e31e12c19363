import type { FoundSign } from './finding.js';
import type { Lexeme } from './lexer.js';

/**
 * Most words judged together. A frame is looked for around each sign, so the work in one stretch grows
 * with its square; bounded stretches keep the whole linear in the text's length.
 */
const WINDOW = 120;

/** Stretches of at most WINDOW words, cut after a sentence where there is one in the second half. */
export function windows(lexemes: readonly Lexeme[]): (readonly Lexeme[])[] {
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

/** The words of each sentence, but for those of the signs and at the places given. */
export function sentencesOf(
  lexemes: readonly Lexeme[],
  signs: readonly FoundSign[] = [],
  places: readonly number[] = [],
): readonly (readonly string[])[] {
  const left = new Uint8Array(lexemes.length);
  for (const { start, end } of signs) {
    left.fill(1, start, end);
  }
  for (const place of places) {
    left[place] = 1;
  }
  const sentences: string[][] = [];
  lexemes.forEach(({ text, before }, i) => {
    if (before === 'stop' || sentences.length === 0) {
      sentences.push([]);
    }
    if (left[i] === 0) {
      sentences.at(-1)?.push(text);
    }
  });
  return sentences;
}
