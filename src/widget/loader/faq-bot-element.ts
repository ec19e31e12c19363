import { inkOn } from '../shared/ink.js';
import { LAUNCHER_LANGUAGES, type LauncherStrings, pickLanguage } from '../shared/strings.js';
import { readFrameSays } from '../shared/wire.js';
import { chatOptions, schemeOf, setting } from './branding.js';
import { Frame } from './frame.js';
import launcherStyle from './launcher.css';
import { Launcher } from './launcher.js';
import { Sheet } from './sheet.js';

/**
 * `<faq-bot>`: a launcher and a sheet in the page, the conversation in a frame of the bot's own origin.
 *
 * Attributes (or `data-` twins): `title`, `label`, `position` (end, start), `color-scheme` (auto, light, dark),
 * `locale`, `token-endpoint`. Parts: `launcher`, `badge`, `sheet`. Methods: `open()`, `close()`.
 *
 * @example <script src="https://bot.example.org/widget.js" defer></script><faq-bot title="Ask us"></faq-bot>
 */
export class FaqBotElement extends HTMLElement {
  static readonly observedAttributes = ['color-scheme', 'data-color-scheme', 'position', 'label'];
  /** Origin the script came from. */
  static bot = '';

  private parts: { launcher: Launcher; sheet: Sheet; frame: Frame } | null = null;

  connectedCallback(): void {
    this.parts ??= this.draw();
    this.parts.launcher.show();
    addEventListener('message', this.hear);
  }

  disconnectedCallback(): void {
    removeEventListener('message', this.hear);
  }

  attributeChangedCallback(): void {
    this.parts?.frame.say({ kind: 'scheme', scheme: schemeOf(this) });
    this.parts?.launcher.become(this.words());
  }

  /** Opens the sheet and puts the cursor into the question field. */
  open(): void {
    const { launcher, sheet, frame } = this.parts ?? this.draw();
    frame.load();
    sheet.open();
    launcher.become({ open: true });
    frame.show();
  }

  /** Closes the sheet; the conversation goes on where it was. */
  close(): void {
    if (this.parts?.sheet.isOpen) {
      const { launcher, sheet, frame } = this.parts;
      sheet.close();
      launcher.become({ open: false });
      frame.hide();
      launcher.focus();
    }
  }

  private draw() {
    const options = chatOptions(this);
    const strings = this.strings();
    const title = options.title ?? strings.title;
    const root = this.attachShadow({ mode: 'open' });
    const sheetOfStyle = new CSSStyleSheet();
    sheetOfStyle.replaceSync(launcherStyle);
    root.adoptedStyleSheets = [sheetOfStyle];
    const frame = new Frame(FaqBotElement.bot, title, () => chatOptions(this));
    const sheet = new Sheet(frame, title, strings, () => this.close());
    const launcher = new Launcher(title, strings, {
      press: () => (sheet.isOpen ? this.close() : this.open()),
      approach: () => frame.load(),
    });
    if (options.accent !== null) {
      this.style.setProperty('--faq-bot-on-accent', inkOn(options.accent));
    }
    launcher.become(this.words());
    root.append(launcher.element, sheet.element);
    this.parts = { launcher, sheet, frame };
    return this.parts;
  }

  /** Only the frame of our own bot is heard, and only messages of the known shapes. */
  private readonly hear = (event: MessageEvent): void => {
    const { launcher, sheet, frame } = this.parts ?? {};
    const said = readFrameSays(event.data);
    if (said === null || event.origin !== FaqBotElement.bot || event.source !== frame?.window) {
      return;
    }
    if (said.kind === 'ready') {
      sheet?.ready();
      frame?.ready();
    } else if (said.kind === 'close') {
      this.close();
    } else {
      launcher?.become({ unread: said.count });
    }
  };

  private words(): { words: string } {
    return { words: setting(this, 'label') ?? this.strings().launcher };
  }

  private strings(): LauncherStrings {
    const locale = setting(this, 'locale') ?? document.documentElement.lang;
    return pickLanguage(LAUNCHER_LANGUAGES, locale).strings;
  }
}
