import type { Page, Ticket } from './api.js';
import { Stream } from './stream.js';

/** Without a stream: how often to look, and how often while an answer is awaited. */
const POLL_MS = { idle: 10_000, awaited: 1000 };
/** Streams that never open before polling takes over. */
const STREAM_TRIES = 2;

export interface LineEvents {
  page(page: Page): void;
  broken(fault: unknown): void;
  /** Asks for what came since the last page. @throws CallFault */
  read(): Promise<Page>;
}

/** Listens to one conversation: by a stream, or by looking now and then where there is none. */
export class Line {
  /** True while a question has no answer yet. */
  awaiting = false;
  private stream: Stream | null = null;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly events: LineEvents) {}

  get streams(): boolean {
    return this.stream !== null;
  }

  listen({ streamUrl }: Ticket): void {
    this.close();
    if (streamUrl === undefined || this.failures >= STREAM_TRIES) {
      this.poll();
      return;
    }
    this.stream = new Stream(streamUrl, {
      page: (page) => this.events.page(page),
      closed: (end) => this.ended(end),
    });
  }

  close(): void {
    clearTimeout(this.timer);
    this.stream?.close();
    this.stream = null;
  }

  /** After a collision the same conversation is open in another tab, which has the stream from now on. */
  private ended({ opened, reason }: { opened: boolean; reason: string }): void {
    this.stream = null;
    this.failures = opened ? 0 : this.failures + 1;
    if (reason === 'collision' || this.failures >= STREAM_TRIES) {
      this.poll();
    } else {
      this.events.broken(null);
    }
  }

  private poll(): void {
    const pause = this.awaiting ? POLL_MS.awaited : POLL_MS.idle;
    this.timer = setTimeout(() => {
      this.events.read().then(
        (page) => {
          this.events.page(page);
          this.poll();
        },
        (fault) => this.events.broken(fault),
      );
    }, pause);
  }
}
