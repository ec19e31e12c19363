import { CallFault } from './api.js';

export type Sending = 'sending' | 'waiting' | 'failed' | 'busy';

interface Item {
  readonly id: string;
  readonly activity: object;
  state: Sending;
}

export interface OutboxEvents {
  /** @throws CallFault */
  post(activity: object): Promise<void>;
  state(id: string, state: Sending): void;
  sent(id: string): void;
}

/** Sends activities one after the other, in order. What cannot go out waits; what was refused can be sent again. */
export class Outbox {
  private items: Item[] = [];
  private running = false;

  constructor(private readonly events: OutboxEvents) {}

  add(id: string, activity: object): void {
    this.items.push({ id, activity, state: 'waiting' });
    void this.flush();
  }

  again(id: string): void {
    const item = this.items.find((known) => known.id === id);
    if (item !== undefined) {
      item.state = 'waiting';
      void this.flush();
    }
  }

  /** The other end has it: its echo came, perhaps after the call itself was lost. */
  confirm(id: string): void {
    if (this.items.some((item) => item.id === id)) {
      this.items = this.items.filter((item) => item.id !== id);
      this.events.sent(id);
    }
  }

  async flush(): Promise<void> {
    if (this.running) {
      return;
    }
    this.running = true;
    let next = this.next();
    while (next !== undefined && (await this.send(next))) {
      next = this.next();
    }
    this.running = false;
  }

  private next(): Item | undefined {
    return this.items.find(({ state }) => state === 'waiting');
  }

  /** False when it makes no sense to go on: nothing gets through. */
  private async send(item: Item): Promise<boolean> {
    item.state = 'sending';
    this.tell([item]);
    try {
      await this.events.post(item.activity);
      this.confirm(item.id);
      return true;
    } catch (fault) {
      const { status, denied } = fault instanceof CallFault ? fault : new CallFault(0);
      const lost = status === 0 || denied;
      item.state = lost ? 'waiting' : status === 429 ? 'busy' : 'failed';
      this.tell(lost ? this.items.filter(({ state }) => state === 'waiting') : [item]);
      return !lost;
    }
  }

  private tell(items: readonly Item[]): void {
    for (const item of items.filter((known) => this.items.includes(known))) {
      this.events.state(item.id, item.state);
    }
  }
}
