import { percentile } from './figures.mjs';
import { everyNth, generator } from './samples.mjs';

/** Phrasings an intent has in the growth table. */
const PER_INTENT = 10;
const SIZES = [1_000, 10_000, 100_000];

/**
 * Phrasings in any number: the training texts of a set with words changed for other words of the set, ten
 * variants of one text an intent. What matters is their count and their words' frequencies, not their sense.
 */
export function manyPhrasings(train, count) {
  const random = generator(11);
  const texts = train.map(([text]) => text.toLowerCase().split(/\s+/));
  const words = texts.flat();
  const rare = [...new Set(words)];
  const pick = (from) => from[Math.floor(random() * from.length)];
  return Array.from({ length: count / PER_INTENT }, (_, intent) => {
    const base = [...texts[intent % texts.length], pick(rare)];
    return Array.from({ length: PER_INTENT }, () => {
      const text = base.map((word) => (random() < 0.25 ? pick(words) : word));
      return [text.join(' '), `intent-${intent}`];
    });
  }).flat();
}

/** Build time and p50 of each library at each size; a library's `largest` says where it stops. */
export async function growth(libraries, set) {
  const rows = [];
  for (const size of SIZES) {
    const train = manyPhrasings(set.train, size);
    for (const library of libraries.filter(
      ({ largest = Number.POSITIVE_INFINITY }) => size <= largest,
    )) {
      rows.push({ size, name: library.name, ...(await time(library, train, set)) });
    }
  }
  return rows;
}

async function time(library, train, set) {
  const start = performance.now();
  const ask = await library.build(train);
  const buildMs = performance.now() - start;
  const times = [];
  for (const [text] of everyNth(set.test, library.growthQuestions ?? 300)) {
    const from = performance.now();
    await ask(text);
    times.push(performance.now() - from);
  }
  return { buildMs, p50Ms: percentile(times, 0.5), p99Ms: percentile(times, 0.99) };
}
