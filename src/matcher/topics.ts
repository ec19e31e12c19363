import Fuse from 'fuse.js';
import { TOPICS } from './settings.js';
import type { Candidate, MatcherEntry } from './types.js';

/** Proposes topics for very short input. */
export interface Topics {
  /** Intents whose title or a keyword is like the text, best first; empty when none is. */
  propose(text: string): Candidate[];
}

interface Topic {
  readonly intent: string;
  readonly names: readonly string[];
}

/** Longest text given to Fuse.js, whose cost grows with it. */
const MOST_CHARACTERS = 32;

/** Indexes titles and keywords; never the utterances, which would take a tenth of a second a question. */
export function createTopics(entries: readonly MatcherEntry[]): Topics {
  const topics = entries
    .filter(({ outOfScope }) => !outOfScope)
    .map(({ intent, title, keywords }): Topic => ({ intent, names: [title, ...keywords] }));
  const fuse = new Fuse(topics, { keys: ['names'], includeScore: true, ignoreLocation: true });
  return {
    propose: (text) =>
      fuse
        .search(text.slice(0, MOST_CHARACTERS))
        .filter(({ item }) => sharesStart(text, item.names))
        .map(({ item, score }) => ({ intent: item.intent, confidence: 1 - (score ?? 1) }))
        .filter(({ confidence }) => confidence >= 1 - TOPICS.worstScore),
  };
}

/** Fuse.js finds "tests" inside "latest studies": a word of the name must also begin as one of the text does. */
function sharesStart(text: string, names: readonly string[]): boolean {
  const starts = text
    .toLowerCase()
    .split(/[^a-z]+/)
    .flatMap((word) => (word.length >= TOPICS.shortestWord ? [word.slice(0, TOPICS.start)] : []));
  return names.some((name) =>
    name
      .toLowerCase()
      .split(/[^a-z]+/)
      .some((word) => starts.includes(word.slice(0, TOPICS.start))),
  );
}
