import { el, icon } from '../shared/element.js';
import type { ChatStrings } from '../shared/strings.js';

/** Characters of one question. */
export const LIMIT = 500;
/** From here on the counter shows. */
const COUNT_FROM = 400;
/** A text of this length is no slip of the finger: it is not taken at all. */
const REFUSE_FROM = 4 * LIMIT;

export interface ComposerEvents {
  ask(text: string): void;
  refuse(reason: string): void;
}

/** The question field, its counter and the button. */
export class Composer {
  readonly element: HTMLFormElement;
  readonly field: HTMLTextAreaElement;
  private readonly counter = el('p', { class: 'counter', id: 'counter', hidden: '' });

  constructor(
    private readonly strings: ChatStrings,
    private readonly events: ComposerEvents,
  ) {
    this.field = el('textarea', {
      id: 'question',
      rows: '1',
      placeholder: strings.placeholder,
      'aria-describedby': 'counter',
      autocomplete: 'off',
      enterkeyhint: 'send',
      dir: 'auto',
      input: () => this.changed(),
      beforeinput: (event) => this.guard(event as InputEvent),
      keydown: (event) => this.key(event as KeyboardEvent),
    });
    this.element = el(
      'form',
      { class: 'composer', 'aria-label': strings.label, submit: (event) => this.submit(event) },
      el('label', { for: 'question', class: 'aside' }, strings.label),
      this.field,
      el('button', { class: 'send', 'aria-label': strings.send }, icon('send')),
      this.counter,
    );
  }

  focus(): void {
    this.field.focus();
  }

  clear(): void {
    this.field.value = '';
    this.changed();
  }

  private submit(event: Event): void {
    event.preventDefault();
    const text = this.field.value.trim();
    if (text.length > LIMIT) {
      this.events.refuse(this.strings.tooLong(LIMIT));
    } else if (text !== '') {
      this.clear();
      this.events.ask(text);
    }
    this.focus();
  }

  /** Enter sends, with Shift it breaks the line; while an input method composes, it only picks a word. */
  private key(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.element.requestSubmit();
    }
  }

  private guard(event: InputEvent): void {
    const { value, selectionStart, selectionEnd } = this.field;
    const pasted = event.data ?? event.dataTransfer?.getData('text/plain') ?? '';
    if (value.length - (selectionEnd - selectionStart) + pasted.length >= REFUSE_FROM) {
      event.preventDefault();
      this.events.refuse(this.strings.tooLong(LIMIT));
    }
  }

  private changed(): void {
    const { strings, field, counter } = this;
    const { length } = field.value;
    counter.hidden = length < COUNT_FROM;
    counter.textContent =
      length > LIMIT ? strings.over(length - LIMIT) : strings.left(LIMIT - length);
    counter.classList.toggle('over', length > LIMIT);
    field.setAttribute('aria-invalid', String(length > LIMIT));
    field.style.blockSize = 'auto';
    field.style.blockSize = `${field.scrollHeight}px`;
  }
}
