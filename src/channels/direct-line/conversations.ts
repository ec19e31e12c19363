import type { Activity } from 'botbuilder';
import { ActivityLog, type Page } from './log.js';
import type { Grant } from './tokens.js';

/** Text is forgotten after this long without an activity. */
const IDLE_MS = 30 * 60_000;
/** Conversations held at once; beyond it the one idle longest goes. */
const MAX_CONVERSATIONS = 10_000;

/** Takes what a conversation gains; a stream is one. */
export interface Listener {
  take(page: Page): void;
  close(reason: string): void;
}

/** One conversation: its text, and the one stream that listens to it. */
export class Conversation {
  private listener: Listener | null = null;
  private usedAt: number;

  constructor(
    readonly grant: Grant,
    private readonly log: ActivityLog,
    private readonly now: () => number,
  ) {
    this.usedAt = now();
  }

  append(activity: Partial<Activity>): Partial<Activity> {
    const stamped = this.log.append(activity, this.grant.conversationId, this.now());
    this.usedAt = this.now();
    this.listener?.take({ activities: [stamped], watermark: this.log.watermark });
    return stamped;
  }

  after(watermark: string | null): Page {
    return this.log.after(watermark);
  }

  /** One stream a conversation: a new one closes the one before, as the protocol says. */
  listen(listener: Listener, watermark: string | null): void {
    this.listener?.close('collision');
    this.listener = listener;
    const page = this.after(watermark);
    if (page.activities.length > 0) {
      listener.take(page);
    }
  }

  unlisten(listener: Listener): void {
    if (this.listener === listener) {
      this.listener = null;
    }
  }

  /** Forgets the text when idle; true when nobody listens either and the rest may go too. */
  rest(): boolean {
    if (this.now() - this.usedAt < IDLE_MS) {
      return false;
    }
    this.log.clear();
    return this.listener === null;
  }

  close(reason: string): void {
    this.listener?.close(reason);
    this.listener = null;
  }
}

/** All conversations of this process, by id. */
export class Conversations {
  private readonly byId = new Map<string, Conversation>();

  constructor(private readonly now: () => number) {}

  get size(): number {
    return this.byId.size;
  }

  find(id: string): Conversation | null {
    return this.byId.get(id) ?? null;
  }

  /** A conversation that begins now. */
  start(grant: Grant): Conversation {
    return this.add(grant, 0);
  }

  /**
   * The conversation of a token, made again when a restart or idleness took it. It counts on from the seconds of the
   * clock, which is above every number it can have had before, so a client's old watermark still works.
   */
  resume(grant: Grant, watermark: string | null = null): Conversation {
    const seen = /^\d{1,15}$/.test(watermark ?? '') ? Number(watermark) : 0;
    const floor = Math.max(seen, Math.floor(this.now() / 1000));
    return this.find(grant.conversationId) ?? this.add(grant, floor);
  }

  /** Forgets what is idle. To be called now and then. */
  sweep(): void {
    for (const [id, conversation] of this.byId) {
      if (conversation.rest()) {
        this.byId.delete(id);
      }
    }
  }

  private add(grant: Grant, floor: number): Conversation {
    if (this.byId.size >= MAX_CONVERSATIONS) {
      this.dropOldest();
    }
    const conversation = new Conversation(grant, new ActivityLog(floor), this.now);
    this.byId.set(grant.conversationId, conversation);
    return conversation;
  }

  /** A Map iterates in the order of insertion: the first one began first. */
  private dropOldest(): void {
    const [oldest] = this.byId;
    if (oldest !== undefined) {
      oldest[1].close('idle');
      this.byId.delete(oldest[0]);
    }
  }
}
