import { el } from '../shared/element.js';
import type { ChatStrings } from '../shared/strings.js';
import { answerElement } from './answer.js';
import type { Heard, Suggestion } from './heard.js';
import type { Sending } from './outbox.js';
import { Question } from './question.js';
import { startOfDay, type Times } from './times.js';
import { type AnswerEvents, markPressed } from './tools.js';

/** Space left above an answer that is scrolled to. */
const ABOVE_PX = 12;

export interface TranscriptEvents extends AnswerEvents {
  choose(text: string): void;
  again(id: string): void;
}

/** The conversation as it is seen: one list, announced as it grows. */
export class Transcript {
  readonly element: HTMLElement;
  /** Buttons that belong to the last answer. Not announced with it: there is a way to them by key. */
  readonly choices: HTMLElement;
  private readonly turns = el('div', { class: 'turns' });
  private readonly typing: HTMLElement;
  private readonly questions = new Map<string, Question>();
  private day = 0;

  constructor(
    private readonly strings: ChatStrings,
    private readonly times: Times,
    private readonly events: TranscriptEvents,
  ) {
    const dots = [el('i'), el('i'), el('i')];
    const label = el('span', { class: 'aside' }, strings.typing);
    this.typing = el('div', { class: 'typing', 'aria-live': 'off', hidden: '' }, ...dots, label);
    this.choices = el('div', {
      class: 'choices',
      role: 'group',
      'aria-label': strings.topics,
      'aria-live': 'off',
    });
    this.element = el(
      'div',
      { class: 'log', role: 'log', 'aria-label': strings.conversation, tabindex: '0' },
      this.turns,
      this.typing,
    );
  }

  /** Puts in what was said before, all at once and without announcing it. */
  restore(heard: readonly Heard[]): void {
    this.element.setAttribute('aria-live', 'off');
    for (const one of heard) {
      this.hear(one);
    }
    setTimeout(() => this.element.removeAttribute('aria-live'), 500);
  }

  /** @returns the element of an answer, to be scrolled to. */
  hear(heard: Heard): HTMLElement | null {
    if (heard.kind === 'question') {
      this.showQuestion(heard);
      return null;
    }
    if (heard.kind === 'feedback') {
      this.showPressed(heard);
      return null;
    }
    this.wait(false);
    this.separate(heard.at);
    const time = this.times.time(heard.at);
    const element = answerElement(heard, { strings: this.strings, time }, this.events);
    this.turns.append(element);
    this.offer(heard);
    return element;
  }

  /** A question of this page, shown before it is sent. */
  ask(id: string, text: string): void {
    this.offer(null);
    this.place(id, text, new Date());
    this.wait(true);
    this.box.scrollTop = this.box.scrollHeight;
  }

  become(id: string, state: Sending): void {
    this.questions.get(id)?.become(state);
    if (state !== 'sending') {
      this.wait(false);
      this.box.scrollTop = this.box.scrollHeight;
    }
  }

  sent(id: string): void {
    this.questions.get(id)?.sent();
  }

  note(text: string): void {
    this.turns.append(el('p', { class: 'note' }, text));
    this.box.scrollTop = this.box.scrollHeight;
  }

  /** A long answer is read from its start; a short one is seen whole, with the question before it. */
  scrollTo(answer: HTMLElement): void {
    const { box } = this;
    const before = answer.previousElementSibling ?? answer;
    const height = answer.getBoundingClientRect().bottom - before.getBoundingClientRect().top;
    const start = height + ABOVE_PX < box.clientHeight ? before : answer;
    const from = box === this.element ? box.getBoundingClientRect().top : 0;
    box.scrollTop += start.getBoundingClientRect().top - from - ABOVE_PX;
  }

  clear(): void {
    this.turns.replaceChildren();
    this.questions.clear();
    this.offer(null);
    this.wait(false);
    this.day = 0;
  }

  wait(waiting: boolean): void {
    this.typing.hidden = !waiting;
  }

  /** What scrolls: the list, or the whole page where there is too little room for both. */
  private get box(): Element {
    const isList = getComputedStyle(this.element).overflowY !== 'visible';
    return isList ? this.element : document.documentElement;
  }

  private showQuestion({ clientId, id, body, at }: Heard): void {
    const known = this.questions.get(clientId ?? id);
    if (known === undefined) {
      this.offer(null);
      this.place(clientId ?? id, body, at);
    } else {
      known.sent();
    }
  }

  private place(id: string, text: string, date: Date): void {
    this.separate(date);
    const at = { date, time: this.times.time(date) };
    const question = new Question(text, at, this.strings, () => this.events.again(id));
    this.questions.set(id, question);
    this.turns.append(question.element);
  }

  private showPressed({ pressed }: Heard): void {
    const action = `${pressed?.['@type']} ${pressed?.['@id']}`;
    const button = this.turns.querySelector(`[data-action="${CSS.escape(action)}"]`);
    if (button instanceof HTMLElement) {
      markPressed(button);
    }
  }

  /** Buttons below the last answer; those of earlier ones would answer a question long past. */
  private offer(heard: Heard | null): void {
    const { strings, events } = this;
    const suggestions: Suggestion[] = [...(heard?.suggestions ?? [])];
    if (heard?.more && !suggestions.some(({ text }) => text === strings.moreCommand)) {
      suggestions.unshift({ title: strings.more, text: strings.moreCommand });
    }
    this.placeChoices();
    this.choices.replaceChildren(
      ...suggestions.map(({ title, text }) =>
        el('button', { type: 'button', class: 'choice', click: () => events.choose(text) }, title),
      ),
    );
  }

  /** Those of the welcome stay in sight below the list; later ones come after the answer, which is read first. */
  private placeChoices(): void {
    const isWelcome = this.turns.querySelectorAll('.turn').length <= 1;
    if (isWelcome && this.choices.parentElement === this.element) {
      this.element.after(this.choices);
    } else if (!isWelcome) {
      this.element.append(this.choices);
    }
  }

  private separate(at: Date): void {
    const day = startOfDay(at);
    if (day !== this.day) {
      this.day = day;
      this.turns.append(el('p', { class: 'day' }, this.times.day(at, new Date())));
    }
  }
}
