/** Rows of the table, used again for every pair; words are at most 40 letters (see `tokenise`). */
const WIDTH = 64;
const rows = [new Uint8Array(WIDTH), new Uint8Array(WIDTH), new Uint8Array(WIDTH)];

/**
 * Edits between two words (insert, delete, change, swap of neighbours), given up beyond a limit: optimal
 * string alignment (Damerau, 1964; Boytsov, 2011).
 *
 * @returns the distance, or limit + 1 when it is larger.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit || a.length >= WIDTH || b.length >= WIDTH) {
    return limit + 1;
  }
  let [twoBefore, before, current] = rows as [Uint8Array, Uint8Array, Uint8Array];
  for (let j = 0; j <= b.length; j++) {
    before[j] = j;
  }
  for (let i = 1; i <= a.length; i++) {
    current[0] = i;
    if (fillRow(a, b, i, twoBefore, before, current) > limit) {
      return limit + 1;
    }
    [twoBefore, before, current] = [before, current, twoBefore];
  }
  return Math.min(before[b.length] as number, limit + 1);
}

/** Fills row i and gives its least number: when that is above the limit, so is the distance. */
function fillRow(
  a: string,
  b: string,
  i: number,
  twoBefore: Uint8Array,
  before: Uint8Array,
  current: Uint8Array,
): number {
  const letter = a.charCodeAt(i - 1);
  const last = a.charCodeAt(i - 2);
  let least = i;
  for (let j = 1; j <= b.length; j++) {
    const other = b.charCodeAt(j - 1);
    const change = (before[j - 1] as number) + (letter === other ? 0 : 1);
    let edits = Math.min(change, (before[j] as number) + 1, (current[j - 1] as number) + 1);
    if (i > 1 && j > 1 && last === other && letter === b.charCodeAt(j - 2)) {
      edits = Math.min(edits, (twoBefore[j - 2] as number) + 1);
    }
    current[j] = edits;
    least = edits < least ? edits : least;
  }
  return least;
}
