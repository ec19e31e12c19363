import type { ChatOptions } from '../shared/options.js';
import type { ChatStrings } from '../shared/strings.js';
import { Composer } from './composer.js';
import { Conversation } from './conversation.js';
import { Hearing } from './hearing.js';
import { Host } from './host.js';
import { IDLE_MS, Idle } from './idle.js';
import { draw } from './layout.js';
import { newId } from './new-id.js';
import { Notice } from './notice.js';
import { Pin } from './pin.js';
import { Prompts } from './prompts.js';
import { dropSession, keepSession, readSession, type Session } from './session.js';
import { setScheme } from './theme.js';
import { createTimes, type Times } from './times.js';
import { Transcript } from './transcript.js';

export interface ChatSettings {
  readonly options: ChatOptions;
  readonly locale: string;
  readonly strings: ChatStrings;
}

/** The chat page: what is seen, and one conversation behind it at a time. */
export class Chat {
  private readonly host: Host;
  private readonly hearing: Hearing;
  private readonly notice = new Notice();
  private readonly prompts: Prompts;
  private readonly pin: Pin;
  private readonly transcript: Transcript;
  private readonly composer: Composer;
  private readonly idle: Idle;
  private readonly times: Times;
  private conversation: Conversation | null = null;
  private session: Session | null = readSession();

  constructor(private readonly settings: ChatSettings) {
    const { strings, locale, options } = settings;
    this.host = new Host(options.host);
    this.times = createTimes(locale, strings);
    this.prompts = new Prompts(this.notice, strings, () => this.composer.focus());
    this.pin = new Pin(strings, (id) => this.hearing.readAgain(id));
    this.transcript = new Transcript(strings, this.times, {
      choose: (text) => this.choose(text),
      again: (id) => this.conversation?.again(id),
      rate: (action) => this.conversation?.rate(action),
      copied: (worked) => this.prompts.copied(worked),
    });
    const { transcript, pin, host } = this;
    this.hearing = new Hearing({ transcript, pin, host, strings });
    this.composer = new Composer(strings, {
      ask: (text) => this.ask(text),
      refuse: (reason) => this.prompts.refuse(reason),
    });
    this.idle = new Idle({
      used: (usedAt, on) => this.used(usedAt, on),
      warn: () => this.prompts.idleSoon(),
      expire: () => this.expire(),
    });
  }

  /** Draws the page. The conversation begins when it is seen: at once when the chat stands alone. */
  start(): void {
    const { transcript, composer, notice, pin, host } = this;
    const { element: log, choices } = transcript;
    const parts = [pin.element, log, choices, notice.element, composer.element];
    const { options, strings } = this.settings;
    draw(options.title ?? strings.title, { strings, times: this.times }, parts, {
      clear: () => this.prompts.confirmClear(() => this.clear()),
      ...(host.isThere && { close: () => host.say({ kind: 'close' }) }),
    });
    addEventListener('keydown', ({ key }) => key === 'Escape' && this.escape());
    addEventListener('offline', () => this.conversation?.suspend());
    addEventListener('online', () => this.conversation?.connect());
    host.hear((said) => {
      if (said.kind === 'scheme') {
        setScheme(said.scheme);
      } else if (said.kind === 'shown') {
        this.show();
      } else {
        this.hearing.look(false);
      }
    });
    if (host.isThere) {
      host.say({ kind: 'ready' });
    } else {
      this.show();
    }
  }

  private show(): void {
    this.hearing.look(true);
    this.composer.focus();
    if (this.conversation === null && !this.notice.has('idle')) {
      this.begin();
    }
  }

  /** Goes on with the conversation of this tab, unless it has been idle for too long. */
  private begin(): void {
    const { strings, options, locale } = this.settings;
    this.prompts.forget();
    const isStale = this.session !== null && Date.now() - this.session.usedAt > IDLE_MS;
    if (isStale) {
      this.forget();
      this.transcript.note(strings.idleCleared);
    }
    const tokens = options.tokens ?? new URL('/v3/directline/tokens/generate', location.href).href;
    const ticket = this.session?.ticket ?? null;
    const conversation = new Conversation(
      { tokens, locale, ticket },
      {
        phase: (phase) => this.prompts.line(phase, () => conversation.connect()),
        joined: (how, first) => this.hearing.joined(how, first),
        heard: (heard) => this.hearing.hear(heard),
        ticket: (known) => this.keep({ ticket: known, usedAt: this.session?.usedAt ?? Date.now() }),
        state: (id, state) => this.transcript.become(id, state),
        sent: (id) => this.transcript.sent(id),
      },
    );
    this.conversation = conversation;
    this.idle.start();
    conversation.connect();
  }

  private ask(text: string): void {
    if (this.conversation === null) {
      this.begin();
    }
    const id = newId();
    this.transcript.ask(id, text);
    this.conversation?.ask(id, text, this.settings.locale);
  }

  private choose(text: string): void {
    this.composer.focus();
    this.ask(text);
  }

  private escape(): void {
    if (!this.prompts.closeConfirm()) {
      this.host.say({ kind: 'close' });
    }
  }

  private used(usedAt: number, on: EventTarget | null): void {
    this.prompts.used(on);
    if (this.session !== null) {
      this.keep({ ...this.session, usedAt });
    }
  }

  private expire(): void {
    this.forget();
    this.prompts.idleCleared(() => this.begin());
  }

  private clear(): void {
    this.forget();
    this.begin();
  }

  /** Nothing of the conversation is left in this page. */
  private forget(): void {
    this.conversation?.close();
    this.conversation = null;
    this.session = null;
    dropSession();
    this.idle.stop();
    this.transcript.clear();
    this.composer.clear();
    this.pin.hide();
    this.hearing.forget();
    this.prompts.forget();
  }

  private keep(session: Session): void {
    this.session = session;
    keepSession(session);
  }
}
