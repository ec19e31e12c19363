/** A sparse vector: feature ids, each once, and their values. */
export interface SparseVector {
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

/** Sparse rows one after the other: row i is `ids` and `values` from starts[i] up to starts[i + 1]. */
export interface SparseMatrix {
  readonly starts: Int32Array;
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

/** Lays vectors end to end. */
export function toMatrix(rows: readonly SparseVector[]): SparseMatrix {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, i) => {
    starts[i + 1] = (starts[i] as number) + row.ids.length;
  });
  const total = starts[rows.length] as number;
  const ids = new Int32Array(total);
  const values = new Float32Array(total);
  rows.forEach((row, i) => {
    ids.set(row.ids, starts[i]);
    values.set(row.values, starts[i]);
  });
  return { starts, ids, values };
}

/** Adds up how often each id occurs, in order of first occurrence. Grows with the ids it meets. */
export class Tally {
  private counts = new Int32Array(1024);
  private touched = new Int32Array(1024);
  private size = 0;

  add(id: number): void {
    if (id < 0) {
      return;
    }
    if (id >= this.counts.length) {
      const room = Math.max(id + 1, this.counts.length * 2);
      this.counts = grown(this.counts, room);
      this.touched = grown(this.touched, room);
    }
    if (this.counts[id] === 0) {
      this.touched[this.size++] = id;
    }
    this.counts[id] = (this.counts[id] as number) + 1;
  }

  /** The counts so far as a vector; the tally is empty afterwards. */
  take(): SparseVector {
    const ids = this.touched.slice(0, this.size);
    const values = new Float32Array(ids.length);
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i] as number;
      values[i] = this.counts[id] as number;
      this.counts[id] = 0;
    }
    this.size = 0;
    return { ids, values };
  }
}

function grown(numbers: Int32Array, room: number) {
  const larger = new Int32Array(room);
  larger.set(numbers);
  return larger;
}
