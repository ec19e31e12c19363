/** A share with the interval that holds its true value with 95 % confidence; bounds 0 to 1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

const ALPHA = 0.05;

/**
 * Clopper-Pearson interval of a share (Clopper and Pearson, Biometrika 1934): exact, so 59 hits in 59
 * show 93.9 % or more.
 *
 * @param hits 0 to `n`.
 */
export function clopperPearson(hits: number, n: number): Interval {
  if (n === 0) {
    return { low: 0, high: 1 };
  }
  // The bounds are where the binomial tail reaches half of alpha; the tails are monotone in p.
  const low = hits === 0 ? 0 : bisect((p) => 1 - cumulative(hits - 1, n, p), ALPHA / 2);
  const high = hits === n ? 1 : 1 - bisect((q) => cumulative(hits, n, 1 - q), ALPHA / 2);
  return { low, high };
}

/** The p in 0 to 1 where a rising function reaches `value`. */
function bisect(rising: (p: number) => number, value: number): number {
  let [from, to] = [0, 1];
  for (let i = 0; i < 60; i += 1) {
    const middle = (from + to) / 2;
    [from, to] = rising(middle) < value ? [middle, to] : [from, middle];
  }
  return (from + to) / 2;
}

/** P(X <= hits) for a binomial X, summed in logarithms so that large n do not underflow. */
function cumulative(hits: number, n: number, p: number): number {
  if (p <= 0 || p >= 1) {
    return p <= 0 || hits >= n ? 1 : 0;
  }
  let logTerm = n * Math.log1p(-p);
  let sum = Math.exp(logTerm);
  for (let k = 1; k <= hits; k += 1) {
    logTerm += Math.log((n - k + 1) / k) + Math.log(p) - Math.log1p(-p);
    sum += Math.exp(logTerm);
  }
  return Math.min(1, sum);
}
