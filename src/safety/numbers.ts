/** A number as a pattern sees it. */
export interface Figure {
  readonly value: number;
  readonly decimal: boolean;
  /** Second part of a reading such as 70/40; null without one. */
  readonly over: number | null;
}

/** What a pattern asks of a number: `#38-42`, `#.37-43` (with a decimal point), `#40-90/` (a pair). */
export interface Range {
  readonly low: number;
  readonly high: number;
  readonly kind: 'any' | 'decimal' | 'pair';
}

const RANGE = /^#(\.?)(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)(\/?)$/;

/** Reads `38`, `38.5`, `38,5`, `1,000` and `70/40`; null for anything else. */
export function readFigure(text: string): Figure | null {
  if (!/^\d[\d.,]*(?:\/\d+)?$/.test(text)) {
    return null;
  }
  const [first = '', second] = text.split('/');
  const plain = /^\d{1,3}(?:,\d{3})+$/.test(first)
    ? first.replaceAll(',', '')
    : first.replace(',', '.').replace(/\.$/, '');
  const value = Number(plain);
  const over = second === undefined ? null : Number(second);
  return Number.isFinite(value) ? { value, decimal: plain.includes('.'), over } : null;
}

/** Reads a range of a pattern; null when it is not one. */
export function readRange(text: string): Range | null {
  const match = RANGE.exec(text);
  if (match === null) {
    return null;
  }
  const [, dot, low, high, slash] = match;
  const kind = dot === '.' ? 'decimal' : slash === '/' ? 'pair' : 'any';
  return { low: Number(low), high: Number(high), kind };
}

export function inRange({ value, decimal, over }: Figure, { low, high, kind }: Range): boolean {
  const fits = value >= low && value <= high;
  if (kind === 'pair') {
    return fits && over !== null;
  }
  return fits && over === null && (kind === 'any' || decimal);
}
