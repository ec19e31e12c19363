/** Shared computers: what was asked is cleared after this long without a key or a touch. */
export const IDLE_MS = 30 * 60_000;
/** Told this long before, with a button to keep it (WCAG 2.2, 2.2.1 asks for at least 20 seconds). */
const WARN_MS = 2 * 60_000;
const CHECK_MS = 5000;
const USES = ['keydown', 'pointerdown', 'wheel'] as const;

export interface IdleEvents {
  /** @param on where it happened; null when the watch starts. */
  used(at: number, on: EventTarget | null): void;
  warn(): void;
  expire(): void;
}

/** Watches for the last use. Compares clock times, since a sleeping computer runs no timers. */
export class Idle {
  private usedAt = Date.now();
  private warned = false;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly events: IdleEvents) {
    for (const type of USES) {
      addEventListener(type, ({ target }) => this.use(target), { capture: true, passive: true });
    }
    document.addEventListener('visibilitychange', () => this.timer && this.check());
  }

  start(): void {
    this.stop();
    this.use(null);
    this.timer = setInterval(() => this.check(), CHECK_MS);
  }

  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private use(on: EventTarget | null): void {
    this.usedAt = Date.now();
    this.warned = false;
    this.events.used(this.usedAt, on);
  }

  private check(): void {
    const idle = Date.now() - this.usedAt;
    if (idle >= IDLE_MS) {
      this.stop();
      this.events.expire();
    } else if (idle >= IDLE_MS - WARN_MS && !this.warned) {
      this.warned = true;
      this.events.warn();
    }
  }
}
