import { DirectLineApi, type Ticket } from './api.js';
import { Connection, type Joining, type Phase } from './connection.js';
import type { Bag, Heard } from './heard.js';
import { newId } from './new-id.js';
import { Outbox, type Sending } from './outbox.js';

/** After an accepted question: when to look for its answer, should the stream not have brought it. */
const LOOK_AFTER_MS = 1500;

export interface ConversationOptions {
  /** Where a first token comes from. */
  readonly tokens: string;
  readonly locale: string;
  /** Of the conversation to go on with; null for a new one. */
  readonly ticket: Ticket | null;
}

export interface ConversationEvents {
  phase(phase: Phase): void;
  joined(how: Joining, first: readonly Heard[]): void;
  heard(heard: readonly Heard[]): void;
  ticket(ticket: Ticket): void;
  state(id: string, state: Sending): void;
  sent(id: string): void;
}

/** One conversation: what is said goes out when it can, what is heard comes in once. */
export class Conversation {
  private readonly connection: Connection;
  private readonly outbox: Outbox;
  private looking: ReturnType<typeof setTimeout> | undefined;

  constructor(
    { tokens, locale, ticket }: ConversationOptions,
    private readonly events: ConversationEvents,
  ) {
    const api = new DirectLineApi(new URL('/v3/directline', location.href).href, tokens);
    this.connection = new Connection(api, ticket, locale, {
      ...events,
      phase: (phase) => this.turned(phase),
      joined: (how, first) => {
        this.confirm(first);
        events.joined(how, first);
      },
      heard: (heard) => {
        this.confirm(heard);
        events.heard(heard);
      },
    });
    this.outbox = new Outbox({
      post: (activity) => this.post(activity),
      state: events.state,
      sent: events.sent,
    });
  }

  get phase(): Phase {
    return this.connection.phase;
  }

  connect(): void {
    void this.connection.connect();
  }

  suspend(): void {
    this.connection.suspend();
  }

  close(): void {
    clearTimeout(this.looking);
    this.connection.close();
  }

  ask(id: string, text: string, locale: string): void {
    const channelData = { clientActivityID: id };
    this.outbox.add(id, { type: 'message', text, locale, textFormat: 'plain', from, channelData });
    this.connection.line.awaiting = true;
  }

  again(id: string): void {
    this.outbox.again(id);
  }

  /** A press on helpful or not helpful: one of the two actions that came with the answer. */
  rate(action: Bag): void {
    const name = 'webchat:activity-status/feedback';
    this.outbox.add(newId(), { type: 'event', name, entities: [action], from });
  }

  private async post(activity: object): Promise<void> {
    await this.connection.post(activity);
    const wait = this.connection.line.streams ? LOOK_AFTER_MS : 0;
    clearTimeout(this.looking);
    this.looking = setTimeout(() => {
      if (this.connection.line.awaiting) {
        // A failure here is the line's to notice: it is watched apart.
        this.connection.look().catch(() => undefined);
      }
    }, wait);
  }

  private turned(phase: Phase): void {
    this.events.phase(phase);
    if (phase === 'online') {
      void this.outbox.flush();
    }
  }

  private confirm(heard: readonly Heard[]): void {
    for (const { clientId, kind } of heard) {
      if (clientId !== null) {
        this.outbox.confirm(clientId);
      }
      if (kind === 'answer') {
        this.connection.line.awaiting = false;
      }
    }
  }
}

/** Direct Line wants a sender; the id in the token is the one that counts. */
const from = { id: 'user', role: 'user' } as const;
