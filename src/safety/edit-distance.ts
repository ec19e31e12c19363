/**
 * Optimal string alignment distance (Damerau, 1964: one letter more, less, other, or two swapped),
 * given up beyond `limit`.
 *
 * @returns the distance, or limit + 1 when it is larger.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) {
    return limit + 1;
  }
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row.push(cell(a, b, i, j, { row, last, before }));
    }
    if (Math.min(...row) > limit) {
      return limit + 1;
    }
    before = last;
    last = row;
  }
  return Math.min(last[b.length] ?? limit + 1, limit + 1);
}

interface Rows {
  readonly row: readonly number[];
  readonly last: readonly number[];
  readonly before: readonly number[];
}

function cell(a: string, b: string, i: number, j: number, { row, last, before }: Rows): number {
  const cost = a[i - 1] === b[j - 1] ? 0 : 1;
  const plain = Math.min(
    (row[j - 1] as number) + 1,
    (last[j] as number) + 1,
    (last[j - 1] as number) + cost,
  );
  const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
  return swapped ? Math.min(plain, (before[j - 2] as number) + 1) : plain;
}
