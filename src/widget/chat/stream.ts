import type { Page } from './api.js';

/** Both sides send an empty frame every 20 s; a connection silent for longer than two of them is dead. */
const BEAT_MS = 20_000;
const SILENCE_MS = 50_000;

export interface StreamEvents {
  page(page: Page): void;
  /** `opened` is false when it never came up: something on the way may not know WebSockets. */
  closed(end: { readonly opened: boolean; readonly reason: string }): void;
}

/** The WebSocket half of Direct Line. Closes itself when it falls silent. */
export class Stream {
  private readonly socket: WebSocket;
  private readonly beat: ReturnType<typeof setInterval>;
  private opened = false;
  private heardAt = Date.now();

  constructor(url: string, { page, closed }: StreamEvents) {
    this.socket = new WebSocket(url);
    this.socket.onopen = () => {
      this.opened = true;
    };
    this.socket.onmessage = ({ data }) => {
      this.heardAt = Date.now();
      const read = readPage(data);
      if (read !== null) {
        page(read);
      }
    };
    this.socket.onclose = ({ reason }) => {
      clearInterval(this.beat);
      closed({ opened: this.opened, reason });
    };
    this.beat = setInterval(() => this.check(), BEAT_MS);
  }

  /** Ends it without a word to anyone. */
  close(): void {
    clearInterval(this.beat);
    this.socket.onclose = null;
    this.socket.onmessage = null;
    this.socket.close();
  }

  private check(): void {
    if (Date.now() - this.heardAt > SILENCE_MS) {
      this.socket.close();
    } else if (this.socket.readyState === WebSocket.OPEN) {
      this.socket.send('');
    }
  }
}

function readPage(data: unknown): Page | null {
  try {
    return typeof data === 'string' && data !== '' ? (JSON.parse(data) as Page) : null;
  } catch {
    return null;
  }
}
