import { el } from '../shared/element.js';

export interface NoticeButton {
  readonly label: string;
  press(): void;
}

/** What there may be to say about the chat itself, the most pressing first. */
const TOPICS = ['clear', 'idle-soon', 'idle', 'refused', 'copy', 'cleared', 'line'] as const;

type Topic = (typeof TOPICS)[number];

/** One line about the chat itself, said once. What is less pressing waits until the other is gone. */
export class Notice {
  readonly element = el('div', { class: 'notice', role: 'status' });
  private readonly waiting = new Map<Topic, Node[]>();
  private readonly timers = new Map<Topic, ReturnType<typeof setTimeout>>();
  private shown: Node[] = [];

  show(topic: Topic, text: string, buttons: readonly NoticeButton[] = []): void {
    clearTimeout(this.timers.get(topic));
    this.waiting.set(topic, [
      el('span', {}, text),
      ...buttons.map(({ label, press }) =>
        el('button', { type: 'button', class: 'small', click: press }, label),
      ),
    ]);
    this.draw();
  }

  showFor(ms: number, topic: Topic, text: string): void {
    this.show(topic, text);
    this.timers.set(
      topic,
      setTimeout(() => this.hide(topic), ms),
    );
  }

  hide(topic: Topic): void {
    clearTimeout(this.timers.get(topic));
    if (this.waiting.delete(topic)) {
      this.draw();
    }
  }

  has(topic: Topic): boolean {
    return this.waiting.has(topic);
  }

  focus(): void {
    this.element.querySelector('button')?.focus();
  }

  /** Puts in only what is new: a line that is put in again would be announced again. */
  private draw(): void {
    const topic = TOPICS.find((one) => this.waiting.has(one));
    const nodes = (topic && this.waiting.get(topic)) ?? [];
    if (nodes !== this.shown) {
      this.shown = nodes;
      this.element.replaceChildren(...nodes);
    }
  }
}
