import { isScheme, type Scheme } from './wire.js';

/** What a page may decide about the chat in its frame. Travels in the frame's fragment, which no server sees. */
export interface ChatOptions {
  /** Origin of the page around the frame; null when the chat stands alone. */
  readonly host: string | null;
  readonly title: string | null;
  readonly locale: string | null;
  readonly dir: 'ltr' | 'rtl' | null;
  readonly scheme: Scheme;
  /** Where a token comes from, when the page's own server gives it. The policy of the chat page says which may. */
  readonly tokens: string | null;
  readonly accent: string | null;
  readonly radius: string | null;
  readonly font: string | null;
}

const ORIGIN = /^https?:\/\/[^/\s]+$/;
const LOCALE = /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i;
const ACCENT = /^rgb\(\d{1,3}, \d{1,3}, \d{1,3}\)$/;
const RADIUS = /^\d{1,2}(\.\d+)?(px|rem|em)$/;
const FONT = /^[\w\s,"'-]{1,200}$/;
const MAX_TITLE = 60;

export function writeOptions(options: ChatOptions): string {
  const given = Object.entries(options).filter(([, value]) => value !== null);
  return new URLSearchParams(given as [string, string][]).toString();
}

/** Reads a fragment or a query. Anybody can write either, so whatever is not of the right shape counts as not given. */
export function readOptions(text: string): ChatOptions {
  const given = new URLSearchParams(text.replace(/^[#?]/, ''));
  const matching = (name: string, shape: RegExp) => {
    const value = given.get(name);
    return value !== null && shape.test(value) ? value : null;
  };
  const dir = given.get('dir');
  const scheme = given.get('scheme');
  return {
    host: matching('host', ORIGIN),
    title: given.get('title')?.trim().slice(0, MAX_TITLE) || null,
    locale: readLocale(given.get('locale')),
    dir: dir === 'rtl' || dir === 'ltr' ? dir : null,
    scheme: isScheme(scheme) ? scheme : 'auto',
    tokens: tokenEndpoint(given.get('tokens')),
    accent: matching('accent', ACCENT),
    radius: matching('radius', RADIUS),
    font: matching('font', FONT),
  };
}

/** A language tag the browser's own formats take without throwing; some systems name theirs in other ways. */
export function readLocale(tag: string | null): string | null {
  return tag !== null && LOCALE.test(tag) ? tag : null;
}

function tokenEndpoint(value: string | null): string | null {
  const isWeb = value !== null && URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
  return isWeb ? value : null;
}
