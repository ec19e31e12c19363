import type { ChatStrings } from '../shared/strings.js';
import type { Joining } from './connection.js';
import type { Heard } from './heard.js';
import type { Host } from './host.js';
import type { Pin } from './pin.js';
import type { Transcript } from './transcript.js';

interface HearingParts {
  readonly transcript: Transcript;
  readonly pin: Pin;
  readonly host: Host;
  readonly strings: ChatStrings;
}

/** What becomes of what is heard: shown, scrolled to, kept in sight, and counted while nobody looks. */
export class Hearing {
  private seen = false;
  private unread = 0;

  constructor(private readonly parts: HearingParts) {}

  /** The sheet is open, or it is not. */
  look(seen: boolean): void {
    this.seen = seen;
    if (seen) {
      this.forget();
    }
  }

  forget(): void {
    this.unread = 0;
    this.parts.host.say({ kind: 'unread', count: 0 });
  }

  joined(how: Joining, first: readonly Heard[]): void {
    const { transcript, strings } = this.parts;
    const isWhole = first[0] !== undefined && (first[0].sequence ?? 1) <= 1;
    if (how === 'restored' && !isWhole) {
      transcript.note(strings.earlierGone);
    }
    if (how === 'replaced') {
      transcript.note(strings.replaced);
    }
    if (how === 'restored') {
      this.keepInSight(first);
      transcript.restore(first);
    } else {
      this.hear(first);
    }
  }

  hear(heard: readonly Heard[]): void {
    const { transcript, host } = this.parts;
    const answers = heard.flatMap((one) => transcript.hear(one) ?? []);
    const [first] = answers;
    // Before scrolling: what is kept in sight takes room from the rest.
    this.keepInSight(heard);
    if (first !== undefined) {
      transcript.scrollTo(first);
    }
    if (!this.seen && answers.length > 0) {
      this.unread += answers.length;
      host.say({ kind: 'unread', count: this.unread });
    }
  }

  /** Back to a route that was said before, and the focus with it. */
  readAgain(id: string): void {
    const turn = document.querySelector(`[data-id="${CSS.escape(id)}"]`);
    if (turn instanceof HTMLElement) {
      this.parts.transcript.scrollTo(turn);
      turn.setAttribute('tabindex', '-1');
      turn.focus({ preventScroll: true });
    }
  }

  private keepInSight(heard: readonly Heard[]): void {
    const route = heard.filter((one) => one.route && one.kind === 'answer').at(-1);
    if (route !== undefined) {
      this.parts.pin.show(route);
    }
  }
}
