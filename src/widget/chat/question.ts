import { el } from '../shared/element.js';
import type { ChatStrings } from '../shared/strings.js';
import type { Sending } from './outbox.js';

/** What the person said, and what became of it on its way. */
export class Question {
  readonly element: HTMLElement;
  private readonly status = el('p', { class: 'status', hidden: '' });

  constructor(
    text: string,
    at: { readonly date: Date; readonly time: string },
    private readonly strings: ChatStrings,
    private readonly again: () => void,
  ) {
    const time = el('time', { datetime: at.date.toISOString(), dir: 'auto' }, at.time);
    const words = el('p', { dir: 'auto' }, text);
    const said = el(
      'div',
      { class: 'words' },
      el('span', { class: 'aside' }, `${strings.you}: `),
      words,
    );
    this.element = el('div', { class: 'turn question' }, said, this.status, time);
  }

  sent(): void {
    this.status.hidden = true;
    this.status.replaceChildren();
    this.element.classList.remove('unsent');
  }

  become(state: Sending): void {
    if (state === 'sending') {
      this.sent();
      return;
    }
    const { strings } = this;
    const words = { waiting: strings.waiting, failed: strings.failed, busy: strings.busy }[state];
    const retry = el('button', { type: 'button', class: 'link', click: this.again }, strings.retry);
    this.status.replaceChildren(words, ...(state === 'waiting' ? [] : [' ', retry]));
    this.status.hidden = false;
    this.element.classList.add('unsent');
  }
}
