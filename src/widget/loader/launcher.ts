import { el, icon } from '../shared/element.js';
import type { LauncherStrings } from '../shared/strings.js';

interface LauncherEvents {
  press(): void;
  /** A pointer, a finger or the focus has come near: a tap may follow. */
  approach(): void;
}

/** The button that is always there. */
export class Launcher {
  readonly element: HTMLElement;
  private readonly button: HTMLButtonElement;
  private readonly sign = el('span', { class: 'sign' });
  private readonly label = el('span');
  private readonly badge = el('span', { part: 'badge', class: 'badge', hidden: '' });
  private state: { open: boolean; unread: number; words: string };

  constructor(
    private readonly title: string,
    private readonly strings: LauncherStrings,
    { press, approach }: LauncherEvents,
  ) {
    this.state = { open: false, unread: 0, words: strings.launcher };
    this.button = el(
      'button',
      {
        type: 'button',
        part: 'launcher',
        class: 'launcher',
        'aria-haspopup': 'dialog',
        click: press,
        pointerenter: approach,
        pointerdown: approach,
        focus: approach,
      },
      this.sign,
      this.label,
      this.badge,
    );
    this.element = el('div', { class: 'corner', popover: 'manual' }, this.button);
    this.become({});
  }

  /** In the top layer no z-index of the page reaches it. */
  show(): void {
    this.element.showPopover?.();
  }

  focus(): void {
    this.button.focus();
  }

  /** Its name says what a press does, beginning with the words on it, for people who speak to their device. */
  become(change: Partial<Launcher['state']>): void {
    this.state = { ...this.state, ...change };
    const { open, unread, words } = this.state;
    const { button, strings, title } = this;
    const name = open ? strings.close : `${words}. ${strings.open(title)}`;
    button.setAttribute('aria-label', unread > 0 ? `${name}. ${strings.unread(unread)}` : name);
    button.setAttribute('aria-expanded', String(open));
    this.sign.replaceChildren(icon(open ? 'close' : 'ask'));
    this.label.textContent = open ? strings.shut : words;
    this.badge.textContent = unread > 9 ? '9+' : String(unread);
    this.badge.hidden = unread === 0;
  }
}
