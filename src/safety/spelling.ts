import { editDistance } from '../text/edit-distance.js';
import { asSpoken, dropsG, undisguise, withoutRepeats } from './ways-of-writing.js';

/** Words shorter than this are left as they are: too many ordinary words are one letter away. */
const SHORTEST = 4;
/** From this length on two faults are forgiven. */
const TWO_FAULTS = 8;
/** No danger word is longer; a longer one is not looked at. */
const LONGEST = 20;

/** Mends words that the grammar does not know, towards the words it does know. */
export interface Speller {
  /** One word, or several where they were run together; the word itself where nothing fits. */
  mend(word: string): readonly string[];
}

/**
 * @param known true for words that patterns know or that are ordinary: they stay.
 * @param vocabulary words to mend towards.
 * @param parts words that a run-together text may be made of.
 */
export function createSpeller(
  known: (word: string) => boolean,
  vocabulary: Iterable<string>,
  parts: ReadonlySet<string>,
): Speller {
  const byStart = new Map<string, string[]>();
  for (const word of vocabulary) {
    if (word.length >= SHORTEST) {
      byStart.set(word.charAt(0), [...(byStart.get(word.charAt(0)) ?? []), word]);
    }
  }
  const mend = (word: string): readonly string[] => {
    if (word.length > 60 || known(word)) {
      return [word];
    }
    const plain = undisguise(word);
    const spoken = [plain, ...withoutRepeats(plain), asSpoken(plain)].slice(plain === word ? 1 : 0);
    const meant = spoken.find(known);
    if (meant !== undefined) {
      return [meant];
    }
    if (dropsG(word)) {
      return [`${word}g`];
    }
    const near = nearest(plain, byStart);
    return near === null ? (takeApart(plain, parts) ?? [word]) : [near];
  };
  return { mend };
}

function nearest(word: string, byStart: ReadonlyMap<string, readonly string[]>): string | null {
  if (word.length < SHORTEST || word.length > LONGEST || !/^[a-z]+$/.test(word)) {
    return null;
  }
  let best: string | null = null;
  let least = (word.length >= TWO_FAULTS ? 2 : 1) + 1;
  for (const candidate of candidatesOf(word, byStart)) {
    // Only what could still cost less; of two faults the first that fits is as good as a slip.
    const cost = costOf(word, candidate, Math.ceil(least) - (least > 1 ? 1 : 0));
    if (cost < least) {
      least = cost;
      best = candidate;
    }
  }
  return best;
}

/** People seldom miss the first letter, but swap it with the second. */
function candidatesOf(word: string, byStart: ReadonlyMap<string, readonly string[]>): string[] {
  const [first, second] = [word.charAt(0), word.charAt(1)];
  const swapped = (byStart.get(second) ?? []).filter((other) => other.charAt(1) === first);
  return [...(byStart.get(first) ?? []), ...(first === second ? [] : swapped)];
}

/** Faults, a slip of the finger counting less; beyond `limit` anything larger than it. */
function costOf(word: string, candidate: string, limit: number): number {
  const faults = editDistance(word, candidate, limit);
  return faults <= limit && isSlip(word, candidate) ? faults - SLIP : faults;
}

/** How much less a slip of the finger counts than any other letter: "wqnt" is "want" before "went". */
const SLIP = 0.5;
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'] as const;

/** True where the letters are the same in another order, or one is next to the right one on the keyboard. */
function isSlip(word: string, candidate: string): boolean {
  if (word.length !== candidate.length) {
    return false;
  }
  const at = [...word].findIndex((letter, i) => letter !== candidate[i]);
  const rest = word.slice(at + 1) === candidate.slice(at + 1);
  return rest
    ? areNeighbours(word.charAt(at), candidate.charAt(at))
    : sorted(word) === sorted(candidate);
}

const sorted = (word: string) => [...word].sort().join('');

function areNeighbours(one: string, other: string): boolean {
  const place = (letter: string) => {
    const row = ROWS.findIndex((letters) => letters.includes(letter));
    return { row, column: ROWS[row]?.indexOf(letter) ?? -1 };
  };
  const [a, b] = [place(one), place(other)];
  return Math.abs(a.row - b.row) <= 1 && Math.abs(a.column - b.column) <= 1;
}

/** "cantbreathe": words of `parts` without spaces, longest first, at most one way back. */
function takeApart(word: string, parts: ReadonlySet<string>): string[] | null {
  if (word.length < TWO_FAULTS || !/^[a-z]+$/.test(word)) {
    return null;
  }
  // ways[i]: where the last part of a split of word.slice(0, i) begins; -1 for none.
  const ways = new Int32Array(word.length + 1).fill(-1);
  ways[0] = 0;
  for (let end = 1; end <= word.length; end++) {
    for (let start = Math.max(0, end - LONGEST); start < end; start++) {
      const reached = start === 0 || ways[start] !== -1;
      if (reached && parts.has(word.slice(start, end))) {
        ways[end] = start;
        break;
      }
    }
  }
  const split = ways[word.length] === -1 ? [] : splitBack(word, ways);
  return split.some(isLoose) || split.length === 0 ? null : split;
}

/** "ok sent a a" is no English: a single letter stands before a word. */
const isLoose = (part: string, at: number, split: readonly string[]): boolean =>
  part.length === 1 && (split[at + 1]?.length ?? 0) < 2;

function splitBack(word: string, ways: Int32Array): string[] {
  const split: string[] = [];
  for (let end = word.length; end > 0; end = ways[end] as number) {
    split.unshift(word.slice(ways[end], end));
  }
  return split;
}
