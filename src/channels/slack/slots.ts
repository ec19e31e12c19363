/**
 * Lets so many works run at once; the others wait in line, and leave it when they are no longer wanted. A call that
 * waits costs a closure, one that hangs a socket and all around it.
 */
export class Slots {
  private readonly line = new Set<() => void>();

  constructor(private free: number) {}

  /** Runs the work when a slot is free. It keeps its slot until it ends, wanted or not. */
  async run<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    await this.take(signal);
    try {
      return await work();
    } finally {
      this.release();
    }
  }

  private async take(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.free > 0) {
      this.free -= 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      this.line.add(resolve);
      const leave = () => {
        this.line.delete(resolve);
        reject(signal.reason);
      };
      signal.addEventListener('abort', leave, { once: true });
    });
  }

  private release(): void {
    const [next] = this.line;
    if (next === undefined) {
      this.free += 1;
      return;
    }
    // The slot goes on to who waited longest; it is not free in between.
    this.line.delete(next);
    next();
  }
}
