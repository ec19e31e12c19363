import { inRange, readFigure } from './numbers.js';
import type { CompiledPattern, Step, Symbols } from './pattern.js';
import type { Reading } from './reading.js';

/** A symbol found at a position, up to `end` (not included). */
export interface Entry {
  readonly symbol: number;
  readonly end: number;
}

/** What is found at each position of a text. */
export type Chart = readonly (readonly Entry[])[];

/** Patterns by the symbols they can begin with. */
export type PatternIndex = ReadonlyMap<number, readonly CompiledPattern[]>;

/** A pattern's owner, and the words it was found in. */
export interface Occurrence {
  readonly owner: number;
  readonly start: number;
  readonly end: number;
  /** Words after `end` that belong to it, as far as the clause goes. */
  readonly tail: number;
  /** Words the pattern asks for; those between them only stand in its gaps. */
  readonly asked: readonly number[];
}

export function indexPatterns(patterns: readonly CompiledPattern[]): PatternIndex {
  const index = new Map<number, CompiledPattern[]>();
  for (const pattern of patterns) {
    for (const symbol of pattern.steps[0]?.symbols ?? []) {
      const listed = index.get(symbol);
      if (listed === undefined) {
        index.set(symbol, [pattern]);
      } else {
        listed.push(pattern);
      }
    }
  }
  return index;
}

/** Shortest beginning of a word that can be a stem in a pattern. */
const SHORTEST_STEM = 2;

/** The symbols one word stands for: itself, its beginnings, and the ranges a number is in. */
export function symbolsOf(word: string, { words, stems, ranges }: Symbols): number[] {
  const found: number[] = [];
  const exact = words.get(word);
  if (exact !== undefined) {
    found.push(exact);
  }
  for (let length = SHORTEST_STEM; length <= word.length; length++) {
    const stem = stems.get(word.slice(0, length));
    if (stem !== undefined) {
      found.push(stem);
    }
  }
  const figure = readFigure(word);
  if (figure !== null) {
    found.push(...ranges.filter(({ range }) => inRange(figure, range)).map(({ id }) => id));
  }
  return found;
}

/**
 * Lays out what every position of a text can be: its word's symbols, and the concepts that begin there.
 *
 * @param phrases concept phrases, their owner being the concept's symbol.
 */
export function makeChart(
  reading: Reading,
  symbols: (word: string) => readonly number[],
  phrases: PatternIndex,
): Chart {
  const words = reading.words.map((word, i): Entry[] =>
    symbols(word).map((symbol) => ({ symbol, end: i + 1 })),
  );
  const concepts = findAll(reading, words, phrases);
  for (const { owner, start, end } of concepts) {
    words[start]?.push({ symbol: owner, end });
  }
  return words;
}

/** More words than any window of a text has, see `stretches.ts`. */
const MOST_WORDS = 4096;

/** Every pattern of the index wherever it begins; each at most once a position and owner. */
export function findAll(reading: Reading, chart: Chart, index: PatternIndex): Occurrence[] {
  const found: Occurrence[] = [];
  for (let at = 0; at < chart.length; at++) {
    const seen = new Set<number>();
    for (const { symbol } of chart[at] ?? []) {
      for (const pattern of index.get(symbol) ?? []) {
        const asked: number[] = [];
        const end = matchFrom(pattern, at, { reading, chart, asked });
        const key = pattern.owner * MOST_WORDS + end;
        if (end !== -1 && !seen.has(key)) {
          seen.add(key);
          const { owner, tail } = pattern;
          found.push({ owner, start: at, end, tail, asked });
        }
      }
    }
  }
  return found;
}

/** End of the pattern's match that begins at `at`; -1 when there is none. */
function matchFrom({ steps, atStart, atEnd }: CompiledPattern, at: number, walked: Walk): number {
  const { reading } = walked;
  const clause = reading.clauses[reading.clauseOf[at] ?? 0];
  if (atStart && at !== clause?.start) {
    return -1;
  }
  const end = walk(steps, 0, at, walked);
  const closing = reading.clauses[reading.clauseOf[end - 1] ?? 0];
  return end !== -1 && atEnd && end !== closing?.end ? -1 : end;
}

interface Walk {
  readonly reading: Reading;
  readonly chart: Chart;
  /** Filled with the words the steps took, last first. */
  readonly asked: number[];
}

function walk(steps: readonly Step[], index: number, at: number, walked: Walk): number {
  const step = steps[index];
  if (step === undefined) {
    return at;
  }
  const reach = index === 0 ? 0 : step.gap;
  for (let place = at; place <= at + reach && place < walked.chart.length; place++) {
    if (index > 0 && !connected(walked.reading, place, step.far)) {
      return -1;
    }
    const end = take(steps, index, place, walked);
    if (end !== -1) {
      return end;
    }
  }
  return -1;
}

/** Takes the step at exactly this place and walks on. */
function take(steps: readonly Step[], index: number, place: number, walked: Walk): number {
  for (const { symbol, end } of walked.chart[place] ?? []) {
    const done = steps[index]?.symbols.has(symbol) ? walk(steps, index + 1, end, walked) : -1;
    if (done !== -1) {
      for (let i = place; i < end; i++) {
        walked.asked.push(i);
      }
      return done;
    }
  }
  return -1;
}

/** True when a match may go on from the word before `position` to it. */
function connected({ clauses, clauseOf }: Reading, position: number, far: boolean): boolean {
  const here = clauseOf[position] as number;
  if (here === clauseOf[position - 1]) {
    return true;
  }
  const kind = clauses[here]?.break;
  return far && (kind === 'comma' || kind === 'and');
}
