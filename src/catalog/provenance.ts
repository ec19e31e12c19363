import { createHash } from 'node:crypto';
import type { Finding } from './finding.js';
import type { LoadedContent } from './load.js';
import { SOURCE_FILE } from './rules/rule.js';
import type { Claim } from './types.js';

/** Section name for what stands before the article's first heading. */
const FIRST_SECTION = 'Introduction';

/** The article's sentences by section, in order. */
export type ArticleSentences = ReadonlyMap<string, readonly string[]>;

/**
 * Splits an article into sections and sentences as the ledger counts them.
 *
 * A heading is a line of its own without a full stop that the ledger names as a section; all other
 * lines are text. Sentences are NFC with white space collapsed.
 */
export function readArticle(text: string, headings: ReadonlySet<string>): ArticleSentences {
  const sections = new Map<string, string[]>();
  let section = FIRST_SECTION;
  for (const raw of text.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    const line = raw.normalize('NFC').replace(/\s+/g, ' ').trim();
    if (headings.has(line)) {
      section = line;
    } else if (line !== '') {
      const sentences = line.split(/(?<=[.!?]["”’)]?)\s+(?=["“‘(]?\p{Lu})/u);
      sections.set(section, [...(sections.get(section) ?? []), ...sentences]);
    }
  }
  return sections;
}

/** sha256 of one sentence, as the ledger stores it. */
export function sentenceHash(sentence: string): string {
  return createHash('sha256')
    .update(sentence.normalize('NFC').replace(/\s+/g, ' ').trim())
    .digest('hex');
}

/**
 * Compares the ledger with the article.
 *
 * @returns an error for each claim whose sentence is gone or was changed, naming the snippets it voids.
 */
export function checkProvenance(loaded: LoadedContent, article: string): Finding[] {
  const { claims, snippets } = loaded.catalog;
  const sections = new Set([...claims.values()].map(({ section }) => section));
  const sentences = readArticle(article, sections);
  return [...claims.values()].flatMap((claim, i): Finding[] => {
    const now = sentences.get(claim.section)?.[claim.sentence - 1];
    if (now !== undefined && sentenceHash(now) === claim.sha256) {
      return [];
    }
    const users = [...snippets.values()].filter((snippet) => snippet.claims.includes(claim.id));
    const message = `${fault(claim, now)} It voids: ${users.map(({ id }) => id).join(', ') || 'nothing'}.`;
    const line = loaded.line(SOURCE_FILE, ['claims', i]);
    return [{ file: SOURCE_FILE, line, severity: 'error', rule: 'provenance', message }];
  });
}

function fault({ id, section, sentence }: Claim, now: string | undefined): string {
  const what = now === undefined ? 'is not in the article' : 'was changed in the article';
  return `Claim ${id}: sentence ${sentence} of "${section}" ${what}.`;
}
