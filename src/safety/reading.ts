import type { Lexeme } from './lexer.js';

/** What parts a clause from the one before. */
export type Break = 'stop' | 'contrast' | 'comma' | 'and';

export interface Clause {
  /** Words `start` up to `end`, the latter not included. */
  readonly start: number;
  readonly end: number;
  readonly break: Break;
  /** Clauses of one sentence share a number. */
  readonly sentence: number;
  readonly asked: boolean;
}

/** A text as the grammar sees it: words, and the clause each one is in. */
export interface Reading {
  readonly words: readonly string[];
  readonly clauses: readonly Clause[];
  /** Clause of each word. */
  readonly clauseOf: Int32Array;
}

/** Words that part clauses, from `content/safety/frames.yaml`. */
export interface ClauseWords {
  /** "but", "however": what was said before does not reach past them. */
  readonly contrast: ReadonlySet<string>;
  /** Words that begin a clause of its own after "and". */
  readonly subjectStart: ReadonlySet<string>;
}

/** Clauses of a list that are looked at from one of them, so that work grows no faster than the text. */
export const LONGEST_LIST = 12;

const CONJUNCTION = new Set([
  'and',
  'so',
  'because',
  'while',
  'plus',
  'also',
  'then',
  'or',
  '&',
  '+',
]);

/** Splits words into clauses at marks, contrasts, and conjunctions with a subject after them. */
export function readClauses(lexemes: readonly Lexeme[], words: ClauseWords): Reading {
  const clauses: Clause[] = [];
  const clauseOf = new Int32Array(lexemes.length);
  let start = 0;
  let sentence = 0;
  let opened: Break = 'stop';
  const close = (end: number) => {
    if (end > start) {
      const asked = lexemes[end - 1]?.asked === true;
      clauseOf.fill(clauses.length, start, end);
      clauses.push({ start, end, break: opened, sentence, asked });
    }
  };
  for (let i = 0; i < lexemes.length; i++) {
    const parted = i === 0 ? null : breakAt(lexemes, i, words);
    if (parted !== null) {
      close(i);
      sentence += parted === 'stop' ? 1 : 0;
      opened = parted;
      start = i;
    }
  }
  close(lexemes.length);
  return { words: lexemes.map(({ text }) => text), clauses, clauseOf };
}

function breakAt(
  lexemes: readonly Lexeme[],
  i: number,
  { contrast, subjectStart }: ClauseWords,
): Break | null {
  const { text, before } = lexemes[i] as Lexeme;
  if (before === 'stop') {
    return 'stop';
  }
  if (contrast.has(text)) {
    return 'contrast';
  }
  if (before === 'comma') {
    return 'comma';
  }
  const next = lexemes[i + 1]?.text ?? '';
  return CONJUNCTION.has(text) && subjectStart.has(next) ? 'and' : null;
}
