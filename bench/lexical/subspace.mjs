/** Extra directions carried along, and rounds: enough for the wanted ones to settle. */
const EXTRA = 16;
const ROUNDS = 12;

/**
 * Leading left singular vectors and values of a sparse matrix given by rows, largest first.
 *
 * @returns { vectors: one array of `wanted` numbers a row, values }
 */
export function subspace(rows, columns, wanted) {
  const width = wanted + EXTRA;
  let basis = orthonormal(start(rows.length, width), width);
  let image = basis;
  for (let round = 0; round < ROUNDS; round++) {
    image = timesTranspose(rows, columns, basis, width);
    basis = round + 1 < ROUNDS ? orthonormal(image, width) : basis;
  }
  const { values, vectors } = jacobi(product(basis, image, width), width);
  const order = values
    .map((_, k) => k)
    .sort((a, b) => values[b] - values[a])
    .slice(0, wanted);
  return {
    values: order.map((k) => Math.sqrt(Math.max(0, values[k]))),
    vectors: rows.map((_, i) =>
      order.map((k) => {
        let sum = 0;
        for (let j = 0; j < width; j++) {
          sum += basis[i * width + j] * vectors[j * width + k];
        }
        return sum;
      }),
    ),
  };
}

/** Fixed pseudo-random numbers (generator: Park and Miller, 1988). */
function start(height, width) {
  let seed = 1;
  return Float64Array.from({ length: height * width }, () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647 - 0.5;
  });
}

/** M times the transpose of M times the basis. */
function timesTranspose(rows, columns, basis, width) {
  const middle = new Float64Array(columns * width);
  rows.forEach(({ ids, values }, i) => {
    for (let n = 0; n < ids.length; n++) {
      for (let k = 0; k < width; k++) {
        middle[ids[n] * width + k] += values[n] * basis[i * width + k];
      }
    }
  });
  const image = new Float64Array(basis.length);
  rows.forEach(({ ids, values }, i) => {
    for (let n = 0; n < ids.length; n++) {
      for (let k = 0; k < width; k++) {
        image[i * width + k] += values[n] * middle[ids[n] * width + k];
      }
    }
  });
  return image;
}

/** Modified Gram-Schmidt, twice over each column for stability. */
function orthonormal(matrix, width) {
  const height = matrix.length / width;
  const out = Float64Array.from(matrix);
  for (let k = 0; k < width; k++) {
    for (let pass = 0; pass < 2; pass++) {
      for (let j = 0; j < k; j++) {
        const dot = columnDot(out, height, width, j, k);
        for (let i = 0; i < height; i++) {
          out[i * width + k] -= dot * out[i * width + j];
        }
      }
    }
    const length = Math.sqrt(columnDot(out, height, width, k, k)) || 1;
    for (let i = 0; i < height; i++) {
      out[i * width + k] /= length;
    }
  }
  return out;
}

function columnDot(matrix, height, width, a, b) {
  let dot = 0;
  for (let i = 0; i < height; i++) {
    dot += matrix[i * width + a] * matrix[i * width + b];
  }
  return dot;
}

/** Transpose of a times b. */
function product(a, b, width) {
  const out = new Float64Array(width * width);
  for (let i = 0; i < a.length / width; i++) {
    for (let j = 0; j < width; j++) {
      for (let k = 0; k < width; k++) {
        out[j * width + k] += a[i * width + j] * b[i * width + k];
      }
    }
  }
  return out;
}

/** Eigenvalues and vectors of a symmetric matrix by Jacobi rotations (Golub and Van Loan, 8.5). */
function jacobi(matrix, n) {
  const a = Float64Array.from(
    matrix,
    (_, i) => (matrix[i] + matrix[(i % n) * n + Math.floor(i / n)]) / 2,
  );
  const v = Float64Array.from({ length: n * n }, (_, i) => (i % (n + 1) === 0 ? 1 : 0));
  for (let sweep = 0; sweep < 30; sweep++) {
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        rotate(a, v, n, p, q);
      }
    }
  }
  return { values: Array.from({ length: n }, (_, i) => a[i * n + i]), vectors: v };
}

function rotate(a, v, n, p, q) {
  const off = a[p * n + q];
  if (Math.abs(off) < 1e-300) {
    return;
  }
  const theta = (a[q * n + q] - a[p * n + p]) / (2 * off);
  const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < n; k++) {
    turn(a, k * n + p, k * n + q, c, s);
  }
  for (let k = 0; k < n; k++) {
    turn(a, p * n + k, q * n + k, c, s);
    turn(v, k * n + p, k * n + q, c, s);
  }
}

function turn(m, i, j, c, s) {
  const x = m[i];
  m[i] = c * x - s * m[j];
  m[j] = s * x + c * m[j];
}
