/** Figures from scored answers: `{ right, score }` each. */

/** Share of right answers. */
export const accuracy = (answers) => answers.filter(({ right }) => right).length / answers.length;

/** Probability that an in-scope question scores above an out-of-scope one (Hanley and McNeil, 1982). */
export function auroc(inScope, outOfScope) {
  const all = [
    ...inScope.map((score) => ({ score, own: true })),
    ...outOfScope.map((score) => ({ score, own: false })),
  ].sort((a, b) => a.score - b.score);
  let ranks = 0;
  for (let i = 0; i < all.length; ) {
    let j = i;
    while (j < all.length && all[j].score === all[i].score) {
      j += 1;
    }
    const mean = (i + 1 + j) / 2;
    for (let n = i; n < j; n++) {
      ranks += all[n].own ? mean : 0;
    }
    i = j;
  }
  const n = inScope.length;
  return (ranks - (n * (n + 1)) / 2) / (n * outOfScope.length);
}

/** Share of out-of-scope questions refused by the threshold that answers 95 % of the others. */
export function recallAt95(inScope, outOfScope) {
  const sorted = [...inScope].sort((a, b) => a - b);
  const threshold = sorted[Math.floor(sorted.length * 0.05)];
  return outOfScope.filter((score) => score < threshold).length / outOfScope.length;
}

/** Largest share of in-scope questions answered while at most 5 % of the answers are wrong. */
export function coverageAt5(answers) {
  const sorted = [...answers].sort((a, b) => b.score - a.score);
  let wrong = 0;
  let best = 0;
  sorted.forEach(({ right }, i) => {
    wrong += right ? 0 : 1;
    best = wrong / (i + 1) <= 0.05 ? (i + 1) / sorted.length : best;
  });
  return best;
}

/** Value below which such a share lies. */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
