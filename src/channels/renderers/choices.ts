import { literal } from './dialects.js';
import type { Dialect } from './formats.js';
import type { Said } from './said.js';

/** Choices as lines, for channels without buttons: numbered where a number will be understood. */
export function choiceLines(said: Said, dialect: Dialect): string {
  const { labels, reply } = said;
  const { suggestions } = reply;
  if (suggestions.length === 0) {
    return '';
  }
  const numbered = numberedChoices(said);
  const lines = suggestions.map(({ title }, index) => {
    const mark = index < numbered ? `${index + 1}.` : '-';
    return `${mark} ${literal(title, dialect)}`;
  });
  const lead = numbered > 0 ? labels.byNumber : labels.byWords;
  // Markdown needs the gap to see that a list begins.
  return [lead, ...(dialect === 'plain' ? [] : ['']), ...lines].join('\n');
}

/**
 * How many of the first choices a typed number picks. Where the number would mean something else, such as the
 * third of the kinds an answer listed, none: a wrong number must never be shown.
 */
export function numberedChoices({ reply, offered = [] }: Said): number {
  const topics = reply.suggestions.filter(({ intent }) => intent !== null);
  const fits =
    offered.length >= topics.length &&
    topics.every(
      ({ intent }, index) =>
        intent === offered[index] && reply.suggestions[index]?.intent === intent,
    );
  return fits ? topics.length : 0;
}

/** Where the answer comes from; empty for what states nothing of the article. */
export function sourceLine({ labels, reply }: Said, dialect: Dialect): string {
  return reply.source.length === 0 ? '' : literal(labels.source(reply.source), dialect);
}
