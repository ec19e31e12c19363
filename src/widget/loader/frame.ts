import { el } from '../shared/element.js';
import { type ChatOptions, writeOptions } from '../shared/options.js';
import { type HostSays, pack } from '../shared/wire.js';

/** No top navigation, no downloads; scripts and storage are those of the bot's own origin. */
const SANDBOX =
  'allow-scripts allow-same-origin allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox';

/** The frame that holds the conversation. Loaded when a hand comes near the launcher, not before. */
export class Frame {
  readonly element: HTMLIFrameElement;
  private isReady = false;
  private isShown = false;

  constructor(
    private readonly bot: string,
    title: string,
    private readonly options: () => ChatOptions,
  ) {
    this.element = el('iframe', { title, part: 'frame', allow: 'clipboard-write' });
    // On the bot's own pages the frame could take its sandbox off, so there it would only look safe.
    if (bot !== location.origin) {
      this.element.setAttribute('sandbox', SANDBOX);
    }
  }

  get window(): Window | null {
    return this.element.contentWindow;
  }

  /** Address of the chat on a page of its own. */
  get address(): string {
    return `${this.bot}/chat`;
  }

  load(): void {
    if (!this.element.hasAttribute('src')) {
      this.element.src = `${this.address}#${writeOptions(this.options())}`;
    }
  }

  ready(): void {
    this.isReady = true;
    if (this.isShown) {
      this.show();
    }
  }

  show(): void {
    this.isShown = true;
    this.element.focus();
    this.say({ kind: 'shown' });
  }

  hide(): void {
    this.isShown = false;
    this.say({ kind: 'hidden' });
  }

  say(message: HostSays): void {
    if (this.isReady) {
      this.window?.postMessage(pack(message), this.bot);
    }
  }
}
