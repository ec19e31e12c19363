import { inkOn } from '../shared/ink.js';
import type { ChatOptions } from '../shared/options.js';
import type { Scheme } from '../shared/wire.js';

const RIGHT_TO_LEFT = new Set(['ar', 'dv', 'fa', 'he', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** Dresses the page as its host wishes: direction, colours, corners, letters. All values were checked when read. */
export function dress(options: ChatOptions, lang: string, locale: string): void {
  const { documentElement: root } = document;
  const { dir, accent, radius, font } = options;
  const byLanguage = RIGHT_TO_LEFT.has(locale.toLowerCase().split('-')[0] ?? '') ? 'rtl' : 'ltr';
  root.lang = lang;
  root.dir = dir ?? byLanguage;
  setScheme(options.scheme);
  const properties = {
    '--accent': accent,
    '--on-accent': accent === null ? null : inkOn(accent),
    '--radius': radius,
    '--font': font,
  };
  for (const [name, value] of Object.entries(properties)) {
    if (value !== null) {
      root.style.setProperty(name, value);
    }
  }
}

export function setScheme(scheme: Scheme): void {
  document.documentElement.dataset.scheme = scheme;
}
