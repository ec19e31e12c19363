import { el, icon } from '../shared/element.js';
import type { LauncherStrings } from '../shared/strings.js';
import type { Frame } from './frame.js';

/** Screens that the sheet fills; the same line stands in launcher.css. */
const SMALL = '(max-width: 480px), (max-height: 480px)';
/** A page that long without a word from the frame gets told so. */
const PATIENCE_MS = 10_000;

/** The dialog that holds the frame: beside the page on a desktop, over it on a phone. */
export class Sheet {
  readonly element: HTMLDialogElement;
  private readonly cover: HTMLDivElement;
  private readonly message: HTMLParagraphElement;
  private isReady = false;

  constructor(
    private readonly frame: Frame,
    title: string,
    private readonly strings: LauncherStrings,
    close: () => void,
  ) {
    const { element: iframe } = frame;
    this.message = el('p', { role: 'status' }, strings.loading);
    const shut = el(
      'button',
      { type: 'button', class: 'shut', 'aria-label': strings.close, click: close },
      icon('close'),
    );
    this.cover = el('div', { class: 'cover' }, shut, this.message);
    const attributes = { part: 'sheet', class: 'sheet', 'aria-label': title, popover: 'manual' };
    this.element = el('dialog', attributes, iframe, this.cover);
    this.element.addEventListener('cancel', (event) => {
      event.preventDefault();
      close();
    });
    this.element.addEventListener('keydown', ({ key }) => key === 'Escape' && close());
    visualViewport?.addEventListener('resize', () => this.fit());
  }

  get isOpen(): boolean {
    return this.element.open || this.element.matches(':popover-open');
  }

  /** Modal where it covers the page, so that nothing behind it can be reached; beside the page otherwise. */
  open(): void {
    if (this.isOpen) {
      return;
    }
    if (matchMedia(SMALL).matches) {
      this.element.removeAttribute('popover');
      this.element.showModal();
    } else {
      this.element.setAttribute('popover', 'manual');
      this.element.showPopover();
    }
    this.fit();
    setTimeout(() => this.isReady || this.giveUp(), PATIENCE_MS);
  }

  close(): void {
    if (this.element.open) {
      this.element.close();
    } else {
      this.element.hidePopover();
    }
  }

  ready(): void {
    this.isReady = true;
    this.cover.hidden = true;
  }

  private giveUp(): void {
    const { failed, elsewhere } = this.strings;
    const link = el(
      'a',
      { href: this.frame.address, target: '_blank', rel: 'noopener' },
      elsewhere,
    );
    this.message.replaceChildren(failed, ' ', link);
  }

  /** An on-screen keyboard covers the lower part of a page without making it smaller. */
  private fit(): void {
    const { height, offsetTop } = visualViewport ?? { height: innerHeight, offsetTop: 0 };
    this.element.style.setProperty('--height', `${height}px`);
    this.element.style.setProperty('--top', `${offsetTop}px`);
  }
}
