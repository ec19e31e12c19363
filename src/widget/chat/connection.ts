import { CallFault, type DirectLineApi, type Page, type Ticket } from './api.js';
import type { Heard } from './heard.js';
import { Inbox } from './inbox.js';
import { Line } from './line.js';

/** Waiting times before each new try to join; the last one goes on. Spread by a quarter each way. */
const BACKOFF_MS = [300, 1000, 2000, 4000, 8000];
/** A connection that held this long was a good one: the next break starts with short waits again. */
const STEADY_MS = 5000;
/** A token lives 30 minutes; it is renewed at half its life, as Microsoft's own clients do. */
const REFRESH_MS = 15 * 60_000;

export type Phase = 'connecting' | 'online' | 'offline' | 'refused';

/** Begun now, found again after a reload, or begun in place of one that was lost. */
export type Joining = 'new' | 'restored' | 'replaced';

export interface ConnectionEvents {
  phase(phase: Phase): void;
  joined(how: Joining, first: readonly Heard[]): void;
  heard(heard: readonly Heard[]): void;
  ticket(ticket: Ticket): void;
}

/** Keeps one conversation reachable: joins it, listens, and joins again whenever the line breaks. */
export class Connection {
  phase: Phase = 'connecting';
  readonly line: Line;
  private readonly inbox = new Inbox();
  private joinedAt: number | null = null;
  private tries = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private joining: Promise<void> | null = null;
  private closed = false;
  private readonly refresher = setInterval(() => void this.refresh(), REFRESH_MS);

  /** @param ticket of the conversation to find again; null to begin one. */
  constructor(
    private readonly api: DirectLineApi,
    private ticket: Ticket | null,
    private readonly locale: string,
    private readonly events: ConnectionEvents,
  ) {
    this.line = new Line({
      page: (page) => this.take(page),
      broken: (fault) => this.lose(fault),
      read: () => this.read(),
    });
  }

  /** Joins now, whatever was planned. */
  connect(): Promise<void> {
    clearTimeout(this.timer);
    this.joining ??= this.join().finally(() => {
      this.joining = null;
    });
    return this.joining;
  }

  /** @throws CallFault */
  async post(activity: object): Promise<void> {
    if (this.ticket === null || this.phase !== 'online') {
      throw new CallFault(0);
    }
    try {
      await this.api.post(this.ticket, activity);
    } catch (fault) {
      // A server in trouble with one activity is still there; its sender decides what becomes of it.
      if (!(fault instanceof CallFault) || fault.status < 500) {
        this.lose(fault);
      }
      throw fault;
    }
  }

  /** Reads what came since; for answers that a stream should have brought. */
  async look(): Promise<void> {
    this.take(await this.read());
  }

  /** The network is known to be gone: waits for `connect`. */
  suspend(): void {
    this.line.close();
    clearTimeout(this.timer);
    this.enter('offline');
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    clearInterval(this.refresher);
    this.line.close();
  }

  private async join(): Promise<void> {
    const known = this.ticket;
    try {
      const ticket = known === null ? await this.begin() : await this.resume(known);
      this.keep(ticket);
      const page = await this.read();
      if (!this.closed) {
        this.enterWith(known, page);
        this.line.listen(ticket);
      }
    } catch (fault) {
      this.lose(fault);
    }
  }

  private async begin(): Promise<Ticket> {
    const { token } = await this.api.mint();
    return { ...(await this.api.start(token, this.locale)) };
  }

  /** After a reload a fresh token comes first; the kept one may be about to end. */
  private async resume(known: Ticket): Promise<Ticket> {
    const fresh = this.joinedAt === null ? await this.api.refresh(known.token) : {};
    const ticket = { ...known, ...fresh };
    return { ...ticket, ...(await this.api.reconnect(ticket, this.inbox.watermark)) };
  }

  private enterWith(known: Ticket | null, page: Page): void {
    const isFirst = this.joinedAt === null;
    this.joinedAt = Date.now();
    if (isFirst || known === null) {
      const how = known !== null ? 'restored' : isFirst ? 'new' : 'replaced';
      this.events.joined(how, this.inbox.take(page));
    } else {
      this.take(page);
    }
    this.enter('online');
  }

  private async read(): Promise<Page> {
    const { ticket } = this;
    return ticket === null ? {} : this.api.read(ticket, this.inbox.watermark);
  }

  private take(page: Page): void {
    const heard = this.inbox.take(page);
    if (heard.length > 0 && !this.closed) {
      this.events.heard(heard);
    }
  }

  /** What a failure means: begin anew, give up, or try later; a refusal of one activity changes nothing. */
  private lose(fault: unknown): void {
    const { status, denied } = fault instanceof CallFault ? fault : new CallFault(0);
    if (denied && this.ticket === null) {
      this.enter('refused');
    } else if (denied) {
      this.ticket = null;
      this.inbox.watermark = '';
      this.retry();
    } else if (status === 0 || status >= 500 || this.phase !== 'online') {
      this.retry();
    }
  }

  private retry(): void {
    if (this.closed) {
      return;
    }
    const held = this.joinedAt === null ? 0 : Date.now() - this.joinedAt;
    if (this.phase === 'online' && held > STEADY_MS) {
      this.tries = 0;
    }
    this.line.close();
    this.enter('offline');
    const pause = BACKOFF_MS[Math.min(this.tries, BACKOFF_MS.length - 1)] ?? 0;
    this.tries += 1;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.connect(), pause * (0.75 + Math.random() / 2));
  }

  private enter(phase: Phase): void {
    if (phase !== this.phase && !this.closed) {
      this.phase = phase;
      this.events.phase(phase);
    }
  }

  private keep(ticket: Ticket): void {
    this.ticket = ticket;
    // A call that was on its way when the chat was cleared must not bring its token back.
    if (!this.closed) {
      this.events.ticket(ticket);
    }
  }

  private async refresh(): Promise<void> {
    if (this.ticket !== null && this.phase === 'online') {
      try {
        this.keep({ ...this.ticket, ...(await this.api.refresh(this.ticket.token)) });
      } catch (fault) {
        this.lose(fault);
      }
    }
  }
}
