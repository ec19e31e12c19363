import { el, type IconName, icon } from '../shared/element.js';
import type { ChatStrings } from '../shared/strings.js';
import type { Heard } from './heard.js';
import { richText } from './rich-text.js';
import { type AnswerEvents, tools } from './tools.js';

const LEVEL_ICONS: Readonly<Record<string, IconName>> = {
  emergency: 'alert',
  'care-line': 'phone',
  'self-harm': 'heart',
};

/** One reply: heading where it is a safety text, body, source line, footer, tools. */
export function answerElement(
  heard: Heard,
  { strings, time }: { readonly strings: ChatStrings; readonly time: string },
  events: AnswerEvents,
): HTMLElement {
  const element = el('div', { class: 'turn answer', 'data-id': heard.id });
  const heading = levelHeading(heard, strings);
  if (heading !== null) {
    element.dataset.level = heard.level ?? '';
  }
  const words = el(
    'div',
    { class: 'words' },
    heading ?? el('span', { class: 'aside' }, `${strings.answer}: `),
    el('div', { class: 'body', dir: 'auto' }, ...richText(heard.body)),
    ...sourceLine(heard, strings),
    ...footer(heard, strings),
  );
  element.append(words, tools(heard, { strings, time, words }, events));
  return element;
}

/** Colour alone says nothing to many: each level has its own words and its own sign too. */
export function levelHeading({ level }: Heard, strings: ChatStrings): HTMLElement | null {
  const levels: Readonly<Record<string, string>> = strings.levels;
  const words = level === null ? undefined : levels[level];
  return words === undefined
    ? null
    : el('h2', { class: 'level' }, icon(LEVEL_ICONS[level ?? ''] ?? 'info'), words);
}

function sourceLine({ source }: Heard, strings: ChatStrings): HTMLElement[] {
  return source.length === 0
    ? []
    : [
        el(
          'p',
          { class: 'source' },
          icon('book'),
          el('span', { dir: 'auto' }, strings.source(source)),
        ),
      ];
}

function footer({ footer: text }: Heard, strings: ChatStrings): HTMLElement[] {
  const words = el('span', { dir: 'auto' }, text);
  const heading = el('span', { class: 'aside' }, `${strings.footer}: `);
  return text === '' ? [] : [el('p', { class: 'footer' }, icon('info'), heading, words)];
}
