import { el, roundButton } from '../shared/element.js';
import type { ChatStrings } from '../shared/strings.js';
import type { Times } from './times.js';

interface BarEvents {
  clear(): void;
  /** Absent where there is no sheet to close. */
  close?(): void;
}

/** The frame of the page: a bar on top, the parts below it. */
export function draw(
  title: string,
  { strings, times }: { readonly strings: ChatStrings; readonly times: Times },
  parts: readonly HTMLElement[],
  events: BarEvents,
): void {
  document.title = title;
  const buttons = [
    roundButton('print', strings.print, () => print()),
    roundButton('clear', strings.clear, events.clear),
    ...(events.close === undefined ? [] : [roundButton('close', strings.close, events.close)]),
  ];
  const stamp = el('p', { class: 'stamp' });
  addEventListener('beforeprint', () => {
    stamp.textContent = strings.printedOn(times.full(new Date()));
  });
  const subtitle = el('p', {}, el('span', { dir: 'auto' }, strings.subtitle));
  const names = el('div', {}, el('h1', {}, title), subtitle, stamp);
  // The one landmark has a name: in a frame it stands beside those of the page around.
  const bar = el('div', { class: 'bar' }, names, ...buttons);
  document.body.replaceChildren(el('main', { 'aria-label': title }, bar, ...parts));
}
