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
  /** First letters of the names' words. */
  readonly starts: ReadonlySet<string>;
}

/** Longest text given to Fuse.js, whose cost grows with it. */
const MOST_CHARACTERS = 32;

/** What Fuse.js is set to. */
const OPTIONS = { keys: ['names'], includeScore: true, ignoreLocation: true };

/** Knows titles and keywords; never the utterances, which would take a tenth of a second a question. */
export function createTopics(entries: readonly MatcherEntry[]): Topics {
  const topics = entries
    .filter(({ outOfScope }) => !outOfScope)
    .map(({ intent, title, keywords }): Topic => {
      const names = [title, ...keywords];
      return { intent, names, starts: new Set(names.flatMap((name) => startsOf(name, 1))) };
    });
  return {
    propose(text) {
      // Fuse.js finds "tests" inside "latest studies": a word of the name must also begin as one of the text does.
      const starts = startsOf(text, TOPICS.shortestWord);
      const alike = topics.filter((topic) => starts.some((start) => topic.starts.has(start)));
      return new Fuse(alike, OPTIONS)
        .search(text.slice(0, MOST_CHARACTERS))
        .map(({ item, score }) => ({ intent: item.intent, confidence: 1 - (score ?? 1) }))
        .filter(({ confidence }) => confidence >= 1 - TOPICS.worstScore);
    },
  };
}

/** The first letters of each word that is long enough. */
function startsOf(text: string, shortest: number): string[] {
  const words = text.toLowerCase().split(/[^a-z]+/);
  return words.filter((word) => word.length >= shortest).map((word) => word.slice(0, TOPICS.start));
}
