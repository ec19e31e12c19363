import { createHash } from 'node:crypto';
import type { ContentTexts } from './read.js';
import type { Intent, LexiconEntry, Snippet } from './types.js';

/** Hash of all content files, 12 hexadecimal digits: enough to name a version, short enough to read out. */
export function contentHash(texts: ContentTexts): string {
  const hash = createHash('sha256');
  for (const file of [...texts.keys()].sort()) {
    hash.update(`${file}\0${texts.get(file)}\0`);
  }
  return hash.digest('hex').slice(0, 12);
}

/** Hash of what the matcher learns from. Tests, titles' order and comments do not change it. */
export function matcherHash(intents: Iterable<Intent>, lexicon: readonly LexiconEntry[]): string {
  const learned = [...intents].map(({ id, kind, title, utterances, keywords }) => [
    id,
    kind,
    title,
    utterances,
    keywords,
  ]);
  const forms = lexicon.map(({ canonical, variants }) => [canonical, variants]);
  return createHash('sha256')
    .update(JSON.stringify([learned, forms]))
    .digest('hex');
}

/** Hash a review is bound to: everything of a snippet a person may be shown, and the claims behind it. */
export function reviewHash(snippet: Snippet): string {
  const { title, claims, ask, body, more, short, simple } = snippet;
  const shown = [title, claims, ask, body, more, short, simple];
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex');
}

/**
 * True while a review holds: given for the text as it is now, and not due again.
 *
 * @param today as `2026-01-31`.
 */
export function isReviewed(snippet: Snippet, today: string): boolean {
  const { status, next, sha256 } = snippet.review;
  return status === 'reviewed' && sha256 === reviewHash(snippet) && next !== null && next >= today;
}
