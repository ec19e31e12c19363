import { UNSPACED } from './lexer.js';
import { type Range, readRange } from './numbers.js';

/** One step of a pattern: any of its symbols, after at most `gap` other words. */
export interface Step {
  readonly symbols: ReadonlySet<number>;
  readonly gap: number;
  /** True where the gap may pass a comma. */
  readonly far: boolean;
}

/** A pattern without optional parts; `owner` says what it is evidence of. */
export interface CompiledPattern {
  readonly owner: number;
  readonly steps: readonly Step[];
  /** Only at the beginning, or up to the end, of a clause. */
  readonly atStart: boolean;
  readonly atEnd: boolean;
  /** Words after the last step that belong to it as well: `mattress for ..3`. */
  readonly tail: number;
}

/** Names for everything a step can ask for: words, stems, concepts and ranges of numbers. */
export class Symbols {
  readonly words = new Map<string, number>();
  readonly stems = new Map<string, number>();
  readonly concepts = new Map<string, number>();
  readonly ranges: { readonly range: Range; readonly id: number }[] = [];
  /** Alternatives of several words (`put_on`): phrases, each a concept of its own. */
  readonly phrases: { readonly text: string; readonly id: number }[] = [];
  private readonly ids = new Map<string, number>();

  /** The id of one alternative of a step, such as `chest`, `breath*`, `{cannot}` or `#38-42`. */
  id(symbol: string): number {
    const known = this.ids.get(symbol);
    if (known !== undefined) {
      return known;
    }
    const id = this.ids.size;
    this.ids.set(symbol, id);
    this.register(symbol, id);
    return id;
  }

  private register(symbol: string, id: number): void {
    const range = readRange(symbol);
    if (range !== null) {
      this.ranges.push({ range, id });
    } else if (symbol.includes('_')) {
      this.phrases.push({ text: symbol.replaceAll('_', ' '), id });
    } else if (symbol.startsWith('{')) {
      this.concepts.set(symbol.slice(1, -1), id);
    } else if (symbol.endsWith('*')) {
      this.stems.set(symbol.slice(0, -1), id);
    } else {
      this.words.set(symbol, id);
    }
  }
}

interface RawStep {
  readonly alternatives: readonly string[];
  readonly optional: boolean;
  readonly gap: number;
  readonly far: boolean;
}

/** Words between two steps where a pattern says only `..`. */
const PLAIN_GAP = 3;
const GAP = /^\.\.(\d*)(,?)$/;
const EITHER_ORDER = / ~(\d+)(,?) /;

/**
 * Compiles one pattern of `content/safety/`.
 *
 * `word`, `stem*`, `{concept}`, `#38-42`, `two_words` and `a|b` are steps; `?` after a step makes it optional; `..4`
 * lets up to 4 words pass (`..4,` also a comma); `A ~4 B` means A and B in either order; `^` and `$`
 * bind the pattern to the beginning and end of a clause.
 *
 * @returns one pattern for each way the optional parts can be left out.
 */
export function compilePattern(text: string, owner: number, symbols: Symbols): CompiledPattern[] {
  const either = EITHER_ORDER.exec(text);
  if (either !== null) {
    const [joint, reach, far] = either;
    const a = text.slice(0, either.index);
    const b = text.slice(either.index + joint.length);
    const gap = ` ..${reach}${far} `;
    return [a + gap + b, b + gap + a].flatMap((way) => compilePattern(way, owner, symbols));
  }
  const parts = text.split(' ').filter(Boolean);
  const atStart = parts[0] === '^';
  const atEnd = parts.at(-1) === '$';
  const inner = parts.slice(atStart ? 1 : 0, atEnd ? -1 : undefined);
  const last = GAP.exec(inner.at(-1) ?? '');
  const tail = last === null ? 0 : Number(last[1] || PLAIN_GAP);
  return withoutOptional(readSteps(inner)).map((steps) => ({
    owner,
    tail,
    atStart,
    atEnd,
    steps: steps.map(({ alternatives, gap, far }) => ({
      symbols: new Set(alternatives.map((symbol) => symbols.id(symbol))),
      gap,
      far,
    })),
  }));
}

function readSteps(parts: readonly string[]): RawStep[] {
  const steps: RawStep[] = [];
  let gap = 0;
  let far = false;
  for (const part of parts) {
    const match = GAP.exec(part);
    if (match !== null) {
      gap = match[1] === '' ? PLAIN_GAP : Number(match[1]);
      far = match[2] === ',';
      continue;
    }
    for (const piece of UNSPACED.test(part) ? part : [part]) {
      const optional = piece.endsWith('?');
      const alternatives = (optional ? piece.slice(0, -1) : piece).split('|');
      steps.push({ alternatives, optional, gap, far });
      gap = 0;
      far = false;
    }
  }
  return steps;
}

/** A left-out step hands its gap to the one after it. */
function withoutOptional(steps: readonly RawStep[]): RawStep[][] {
  const at = steps.findIndex(({ optional }) => optional);
  if (at === -1) {
    return steps.length === 0 ? [] : [[...steps]];
  }
  const step = steps[at] as RawStep;
  const kept = [...steps.slice(0, at), { ...step, optional: false }, ...steps.slice(at + 1)];
  const next = steps[at + 1];
  const after =
    next === undefined
      ? []
      : [{ ...next, gap: Math.max(next.gap, step.gap), far: next.far || step.far }];
  const left = [...steps.slice(0, at), ...after, ...steps.slice(at + 2)];
  return [...withoutOptional(kept), ...withoutOptional(left)];
}
