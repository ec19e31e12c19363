import type { ChatStrings } from '../shared/strings.js';
import type { Phase } from './connection.js';
import type { Notice } from './notice.js';

const LINGER_MS = 4000;

/** What the chat says and asks about itself, in words. */
export class Prompts {
  constructor(
    private readonly notice: Notice,
    private readonly strings: ChatStrings,
    /** Puts the cursor back where a question is typed. */
    private readonly settle: () => void,
  ) {}

  line(phase: Phase, press: () => void): void {
    const { notice, strings } = this;
    const retry = { label: strings.tryAgain, press };
    if (phase === 'offline') {
      notice.show('line', strings.offline, [retry]);
    } else if (phase === 'refused') {
      notice.show('line', strings.refused, [retry]);
    } else if (phase === 'online' && notice.has('line')) {
      notice.showFor(LINGER_MS, 'line', strings.online);
    }
  }

  refuse(reason: string): void {
    this.notice.showFor(2 * LINGER_MS, 'refused', reason);
  }

  copied(worked: boolean): void {
    const { copied, copyFailed } = this.strings;
    this.notice.showFor(LINGER_MS, 'copy', worked ? copied : copyFailed);
  }

  confirmClear(clear: () => void): void {
    const { confirmClear, confirmYes, confirmNo, cleared } = this.strings;
    const press = () => {
      clear();
      this.closeConfirm();
      this.notice.showFor(LINGER_MS, 'cleared', cleared);
    };
    this.notice.show('clear', confirmClear, [
      { label: confirmYes, press },
      { label: confirmNo, press: () => this.closeConfirm() },
    ]);
    this.notice.focus();
  }

  /** False when nothing was being asked. */
  closeConfirm(): boolean {
    const asked = this.notice.has('clear');
    if (asked) {
      this.notice.hide('clear');
      this.settle();
    }
    return asked;
  }

  idleSoon(): void {
    const { idleSoon, idleKeep } = this.strings;
    const press = () => {
      this.notice.hide('idle-soon');
      this.settle();
    };
    this.notice.show('idle-soon', idleSoon, [{ label: idleKeep, press }]);
  }

  /** The person is there. A press on the warning's own button must still find it. */
  used(on: EventTarget | null): void {
    if (!(on instanceof Node && this.notice.element.contains(on))) {
      this.notice.hide('idle-soon');
    }
  }

  idleCleared(again: () => void): void {
    const { idleCleared, startAgain } = this.strings;
    const press = () => {
      again();
      this.settle();
    };
    this.notice.show('idle', idleCleared, [{ label: startAgain, press }]);
  }

  /** What was said of a conversation that is no more. */
  forget(): void {
    for (const topic of ['line', 'idle', 'idle-soon'] as const) {
      this.notice.hide(topic);
    }
  }
}
