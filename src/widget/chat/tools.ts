import { el, type IconName, icon } from '../shared/element.js';
import type { ChatStrings } from '../shared/strings.js';
import type { Bag, Heard } from './heard.js';
import { printOnly } from './print.js';

export interface AnswerEvents {
  rate(action: Bag): void;
  /** False where the browser does not let pages copy. */
  copied(worked: boolean): void;
}

interface ToolContext {
  readonly strings: ChatStrings;
  readonly time: string;
  /** What is copied. */
  readonly words: HTMLElement;
}

interface Tool {
  readonly sign: IconName;
  readonly label: string;
  /** True where the label is seen; elsewhere the sign stands alone. */
  readonly spelled: boolean;
  press(button: HTMLButtonElement): void;
}

/**
 * The row below an answer: rating, and copying and printing of what one may want to take along. Not announced:
 * a screen reader reads the answer, and finds these on the way.
 */
export function tools(heard: Heard, context: ToolContext, events: AnswerEvents): HTMLElement {
  const isList = heard.intent === 'summary';
  const time = el('time', { datetime: heard.at.toISOString(), dir: 'auto' }, context.time);
  const buttons =
    heard.thumbs === null && !isList
      ? []
      : [...thumbs(heard, context.strings, events), ...keepers(isList, context, events)];
  return el(
    'div',
    { class: isList ? 'tools list' : 'tools', 'aria-live': 'off' },
    ...buttons,
    time,
  );
}

/** Shows which of the pair was pressed; the choice stands. */
export function markPressed(button: HTMLElement): void {
  for (const rated of button.parentElement?.querySelectorAll('[aria-pressed]') ?? []) {
    rated.setAttribute('aria-pressed', String(rated === button));
    rated.setAttribute('aria-disabled', 'true');
  }
}

function thumbs(heard: Heard, strings: ChatStrings, { rate }: AnswerEvents): HTMLElement[] {
  if (heard.thumbs === null) {
    return [];
  }
  const { like, dislike } = heard.thumbs;
  return [
    rating('yes', strings.helpful, like, rate),
    rating('no', strings.notHelpful, dislike, rate),
  ];
}

function rating(
  sign: IconName,
  label: string,
  action: Bag,
  rate: (action: Bag) => void,
): HTMLButtonElement {
  const press = (button: HTMLButtonElement) => {
    if (!button.hasAttribute('aria-disabled')) {
      markPressed(button);
      rate(action);
    }
  };
  const button = toolButton({ sign, label, spelled: true, press });
  button.setAttribute('aria-pressed', 'false');
  button.dataset.action = `${action['@type']} ${action['@id']}`;
  return button;
}

function keepers(
  isList: boolean,
  { strings, words }: ToolContext,
  { copied }: AnswerEvents,
): HTMLElement[] {
  const copy = () => {
    void copyText(words.innerText.trim()).then(copied);
  };
  const print = (button: HTMLButtonElement) => printOnly(button.closest('.turn'));
  const { copyList, copyAnswer, printList, printAnswer } = strings;
  const spelled = isList;
  return [
    toolButton({ sign: 'copy', label: isList ? copyList : copyAnswer, spelled, press: copy }),
    toolButton({ sign: 'print', label: isList ? printList : printAnswer, spelled, press: print }),
  ];
}

function toolButton({ sign, label, spelled, press }: Tool): HTMLButtonElement {
  const attributes = { type: 'button', class: 'tool' };
  const button = spelled
    ? el('button', attributes, icon(sign), el('span', {}, label))
    : el('button', { ...attributes, 'aria-label': label, title: label }, icon(sign));
  button.addEventListener('click', () => press(button));
  return button;
}

/** There is no clipboard on pages that are not https, and a page around the frame may forbid it. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
