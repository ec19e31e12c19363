/** One question as the curves see it: how sure the best candidate was, and whether it was right. */
export interface Ranked {
  /** Confidence of the best candidate, 0 to 1. */
  readonly confidence: number;
  /** True when answering with the best candidate would be correct. */
  readonly right: boolean;
}

export interface CurvePoint {
  readonly threshold: number;
  /** Share of all questions answered at this threshold. */
  readonly coverage: number;
  /** Share of the answered ones that are wrong. */
  readonly wrong: number;
}

/** Coverage and error at every threshold, most confident first. */
export function coverageCurve(ranked: readonly Ranked[]): CurvePoint[] {
  const sorted = [...ranked].sort((a, b) => b.confidence - a.confidence);
  let wrong = 0;
  return sorted.map(({ confidence, right }, i) => {
    wrong += right ? 0 : 1;
    return { threshold: confidence, coverage: (i + 1) / sorted.length, wrong: wrong / (i + 1) };
  });
}

/** The largest share of questions that can be answered while at most `wrong` of the answers are wrong. */
export function coverageAt(curve: readonly CurvePoint[], wrong: number): number {
  return Math.max(0, ...curve.filter((point) => point.wrong <= wrong).map((p) => p.coverage));
}

export interface CalibrationBin {
  /** Bounds of the confidences in the bin. */
  readonly from: number;
  readonly to: number;
  readonly n: number;
  readonly confidence: number;
  readonly accuracy: number;
}

/** Mean confidence against accuracy in ten equal bins; empty bins are left out. */
export function calibration(ranked: readonly Ranked[], bins = 10): CalibrationBin[] {
  return Array.from({ length: bins }, (_, i) => {
    const [from, to] = [i / bins, (i + 1) / bins];
    const inside = ranked.filter(
      ({ confidence }) =>
        confidence >= from && (confidence < to || (i === bins - 1 && confidence <= to)),
    );
    const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
    return {
      from,
      to,
      n: inside.length,
      confidence: mean(inside.map(({ confidence }) => confidence)),
      accuracy: mean(inside.map(({ right }) => (right ? 1 : 0))),
    };
  }).filter(({ n }) => n > 0);
}

/** Expected calibration error: the bins' distance from the diagonal, weighted by size. */
export function calibrationError(bins: readonly CalibrationBin[]): number {
  const total = bins.reduce((sum, { n }) => sum + n, 0);
  return bins.reduce((sum, b) => sum + (b.n / total) * Math.abs(b.confidence - b.accuracy), 0);
}
