import { el, icon, roundButton } from '../shared/element.js';
import type { ChatStrings } from '../shared/strings.js';
import { levelHeading } from './answer.js';
import { findContacts } from './contacts.js';
import type { Heard } from './heard.js';

/** Keeps the last route in sight above the conversation, with its numbers as buttons, until it is put away. */
export class Pin {
  readonly element: HTMLElement;

  constructor(
    private readonly strings: ChatStrings,
    private readonly readAgain: (id: string) => void,
  ) {
    this.element = el('aside', { class: 'pin', 'aria-label': strings.pinned, hidden: '' });
  }

  /** A more urgent route is not put away by a less urgent one that comes after it. */
  show(heard: Heard): void {
    const { strings } = this;
    if (!this.element.hidden && urgency(heard.level) < urgency(this.element.dataset.level)) {
      return;
    }
    const again = () => this.readAgain(heard.id);
    const attributes = { type: 'button', class: 'link', click: again };
    const readAgain = el('button', attributes, strings.showPinned);
    this.element.dataset.level = heard.level ?? '';
    this.element.replaceChildren(
      el('div', {}, levelHeading(heard, strings) ?? '', readAgain),
      ...calls(heard, strings),
      roundButton('close', strings.hidePinned, () => this.hide()),
    );
    this.element.hidden = false;
  }

  hide(): void {
    this.element.hidden = true;
    this.element.replaceChildren();
  }
}

function urgency(level: string | null | undefined): number {
  return level === 'care-line' ? 1 : 2;
}

/** The emergency number in a care-line text is for later, "if it gets worse": it would be the wrong button to press. */
const SHORT_NUMBER = /^\d{3}$/;

/** Each number of a route once. */
function calls({ body, level }: Heard, strings: ChatStrings): HTMLElement[] {
  const numbers = findContacts(body).filter(
    ({ kind, text }) => kind === 'number' && !(level === 'care-line' && SHORT_NUMBER.test(text)),
  );
  const byHref = new Map(numbers.map(({ href, text: number }) => [href, number]));
  return [...byHref].map(([href, number]) =>
    el('a', { class: 'call', href }, icon('phone'), strings.call(number)),
  );
}
