import { shuffled } from './shuffle.js';
import type { SparseMatrix, SparseVector } from './sparse.js';

/** How a softmax head is trained; chosen by `npm run bench:match`. */
export interface SoftmaxOptions {
  readonly epochs: number;
  /** Step size of the first row; it falls evenly to nearly nothing, so that the last rows weigh no more than others. */
  readonly rate: number;
  /** Share by which a step shrinks all weights, per unit of step size (L2 penalty). */
  readonly shrink: number;
  /** Probability spread evenly over all classes in the targets (Szegedy and others, 2016). */
  readonly smoothing: number;
  /** Gradients smaller than this are skipped: for most rows most classes are settled. */
  readonly skip: number;
}

export const SOFTMAX_DEFAULTS: SoftmaxOptions = {
  epochs: 12,
  rate: 2,
  shrink: 3e-5,
  smoothing: 0.05,
  skip: 0.003,
};

/** The bias moves slower than the weights: classes of many phrasings are not more probable for that. */
const BIAS_RATE = 0.1;

/** What is left of the step size in the end. */
const LAST_STEP = 0.02;

/** A trained head: the weight of feature f for class c is `weights[f * classes + c]`. */
export interface Softmax {
  readonly classes: number;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/**
 * Trains multinomial logistic regression by stochastic gradient descent. The order of rows is fixed, so the
 * same rows give the same weights, bit for bit.
 *
 * @param target class of each row, 0 to classes - 1.
 */
export function trainSoftmax(
  rows: SparseMatrix,
  target: Int32Array,
  { features, classes }: { readonly features: number; readonly classes: number },
  options: Partial<SoftmaxOptions> = {},
): Softmax {
  const { epochs, rate, shrink, smoothing, skip } = { ...SOFTMAX_DEFAULTS, ...options };
  const weights = new Float32Array(features * classes);
  const head = { classes, weights, bias: new Float32Array(classes) };
  const order = shuffled(target.length);
  const gradient = new Float64Array(classes);
  const moving = new Int32Array(classes);
  // Weights are kept as weights / scale, so that shrinking them all is one multiplication.
  let scale = 1;
  const visits = epochs * order.length;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let turn = 0; turn < order.length; turn++) {
      const row = order[turn] as number;
      const step = rate * (1 - (epoch * order.length + turn) / visits) + LAST_STEP;
      const from = rows.starts[row] as number;
      const to = rows.starts[row + 1] as number;
      addScores(head, rows, from, to, scale, gradient);
      toProbabilities(gradient);
      toGradient(gradient, target[row] as number, smoothing);
      scale *= 1 - step * shrink;
      descend(head, rows, from, to, gradient, { step, skip, scale, moving });
    }
  }
  for (let i = 0; i < weights.length; i++) {
    weights[i] = (weights[i] as number) * scale;
  }
  return head;
}

/** Class scores of a vector: logarithms of the probabilities but for a constant. */
export function scoresOf(head: Softmax, vector: SparseVector): Float64Array {
  const scores = new Float64Array(head.classes);
  addScores(head, vector, 0, vector.ids.length, 1, scores);
  return scores;
}

/** Class probabilities of a vector; they add up to 1. */
export function probabilities(head: Softmax, vector: SparseVector): Float64Array {
  const scores = scoresOf(head, vector);
  toProbabilities(scores);
  return scores;
}

/** Adds four features at a time: each then costs one load instead of a load and a store of every score. */
function addScores(
  { classes, weights, bias }: Softmax,
  { ids, values }: SparseVector,
  from: number,
  to: number,
  scale: number,
  scores: Float64Array,
): void {
  scores.fill(0);
  let i = from;
  for (; i + 3 < to; i += 4) {
    const a = (ids[i] as number) * classes;
    const b = (ids[i + 1] as number) * classes;
    const c = (ids[i + 2] as number) * classes;
    const d = (ids[i + 3] as number) * classes;
    const u = values[i] as number;
    const v = values[i + 1] as number;
    const w = values[i + 2] as number;
    const x = values[i + 3] as number;
    for (let k = 0; k < classes; k++) {
      scores[k] =
        (scores[k] as number) +
        u * (weights[a + k] as number) +
        v * (weights[b + k] as number) +
        w * (weights[c + k] as number) +
        x * (weights[d + k] as number);
    }
  }
  for (; i < to; i++) {
    const a = (ids[i] as number) * classes;
    const u = values[i] as number;
    for (let k = 0; k < classes; k++) {
      scores[k] = (scores[k] as number) + u * (weights[a + k] as number);
    }
  }
  for (let k = 0; k < classes; k++) {
    scores[k] = (scores[k] as number) * scale + (bias[k] as number);
  }
}

/** Turns scores into probabilities, in place. */
export function toProbabilities(scores: Float64Array): void {
  let top = Number.NEGATIVE_INFINITY;
  for (const score of scores) {
    top = score > top ? score : top;
  }
  let sum = 0;
  for (let c = 0; c < scores.length; c++) {
    const e = Math.exp((scores[c] as number) - top);
    scores[c] = e;
    sum += e;
  }
  for (let c = 0; c < scores.length; c++) {
    scores[c] = (scores[c] as number) / sum;
  }
}

function toGradient(probabilities: Float64Array, target: number, smoothing: number): void {
  const spread = smoothing / probabilities.length;
  for (let c = 0; c < probabilities.length; c++) {
    probabilities[c] = (probabilities[c] as number) - spread;
  }
  probabilities[target] = (probabilities[target] as number) - (1 - smoothing);
}

interface Descent {
  readonly step: number;
  readonly skip: number;
  readonly scale: number;
  /** Room for the classes that move. */
  readonly moving: Int32Array;
}

function descend(
  { classes, weights, bias }: Softmax,
  { ids, values }: SparseVector,
  from: number,
  to: number,
  gradient: Float64Array,
  { step, skip, scale, moving }: Descent,
): void {
  let count = 0;
  for (let c = 0; c < classes; c++) {
    const slope = gradient[c] as number;
    if (slope > skip || slope < -skip) {
      moving[count++] = c;
      bias[c] = (bias[c] as number) - step * slope * BIAS_RATE;
    }
  }
  for (let i = from; i < to; i++) {
    const at = (ids[i] as number) * classes;
    const move = (step * (values[i] as number)) / scale;
    for (let m = 0; m < count; m++) {
      const c = moving[m] as number;
      weights[at + c] = (weights[at + c] as number) - move * (gradient[c] as number);
    }
  }
}
