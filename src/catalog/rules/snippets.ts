import { readingGrade } from '../../text/reading-grade.js';
import type { Finding } from '../finding.js';
import { plainText } from '../markdown.js';
import type { Catalog, Snippet } from '../types.js';
import { reviewHash } from '../version.js';
import { type Rule, reporter, snippetFile } from './rule.js';
import { EXTRA_EASY_WORDS, FORBIDDEN, LIMITING } from './wording.js';

/** Plain-language bounds (NIH and AMA recommend about grade 6; grade 8 is the ceiling). */
const MAX_GRADE = 8;
const BODY_WORDS = { min: 40, max: 120 } as const;
const FIRST_SENTENCE_WORDS = 6;

const PARTS = ['body', 'more', 'short', 'simple'] as const;

/** The texts of a snippet a person can be shown. */
function partsOf(snippet: Snippet): { part: string; text: string }[] {
  return PARTS.flatMap((part) => {
    const text = snippet[part];
    return text === null ? [] : [{ part, text: plainText(text) }];
  });
}

const count = (text: string) => text.split(/\s+/).filter((word) => word !== '').length;

/** Reports per snippet, at the head of its file. */
function eachSnippet(
  rule: string,
  judge: (snippet: Snippet, catalog: Catalog, today: string) => string[],
): Rule {
  return (loaded, today) => {
    const report = reporter(loaded, rule);
    return [...loaded.catalog.snippets.values()].flatMap((snippet): Finding[] =>
      judge(snippet, loaded.catalog, today).map((m) =>
        report.error(snippetFile(snippet.id), [], m),
      ),
    );
  };
}

/** No promise, no war words, nothing that tells a person what to take or stop. */
export const wordingKind: Rule = eachSnippet('forbidden-word', (snippet) =>
  partsOf(snippet).flatMap(({ part, text }) =>
    FORBIDDEN.flatMap(({ pattern, why }) => {
      const hit = pattern.exec(text)?.[0];
      return hit === undefined ? [] : [`"${hit}" in the ${part}: ${why}.`];
    }),
  ),
);

/** Answers hold no digits: the article gives no figures. */
export const noDigits: Rule = eachSnippet('digits', (snippet) =>
  partsOf(snippet).flatMap(({ part, text }) =>
    /\d/.test(text) ? [`The ${part} holds a digit; the source article gives no figures.`] : [],
  ),
);

export const gradeLow: Rule = eachSnippet('reading-grade', (snippet, catalog) => {
  const easy = easyWords(catalog);
  return partsOf(snippet).flatMap(({ part, text }) => {
    const grade = readingGrade(text, easy);
    const message = `The ${part} reads at grade ${grade.toFixed(1)}; ${MAX_GRADE} is the most. Shorten sentences and words.`;
    return grade > MAX_GRADE ? [message] : [];
  });
});

/** Words counted as two syllables: the glossary's terms, and what the lexicon names. */
export function easyWords(catalog: Catalog): ReadonlySet<string> {
  const terms = catalog.glossary.flatMap(({ term, forms }) => [term, ...forms]);
  return new Set([...terms, ...EXTRA_EASY_WORDS].flatMap((t) => t.toLowerCase().split(/[^a-z]+/)));
}

export const bodyLength: Rule = eachSnippet('length', ({ body }) => {
  const words = count(plainText(body));
  const fits = words >= BODY_WORDS.min && words <= BODY_WORDS.max;
  return fits
    ? []
    : [`The body has ${words} words; ${BODY_WORDS.min} to ${BODY_WORDS.max} are asked for.`];
});

/** The first sentence stands alone, so it has a subject of its own. */
export const firstSentenceAlone: Rule = eachSnippet('first-sentence', ({ body }) => {
  const first = plainText(body).split(/(?<=[.?])\s/)[0] ?? '';
  const points = /^(?:it|this|that|these|those|they|he|she|but|and|so|also|however)\b/i.test(first);
  const short = count(first) < FIRST_SENTENCE_WORDS;
  return points || short ? [`The first sentence must stand alone as an answer: "${first}"`] : [];
});

/** A text that states a benefit says in the same breath that it does not come to everyone. */
export const benefitLimited: Rule = eachSnippet('benefit-without-limit', (snippet, { claims }) => {
  const benefit = snippet.claims.some((id) => claims.get(id)?.benefit === true);
  return benefit
    ? partsOf(snippet).flatMap(({ part, text }) =>
        LIMITING.test(text)
          ? []
          : [`The ${part} states a benefit without its limit ("may", "some people").`],
      )
    : [];
});

/** A boundary answer leaves a question to take along; every snippet has one. */
export const asksAlong: Rule = eachSnippet('question-to-take', ({ ask }) =>
  ask.endsWith('?') ? [] : ['"ask" is one question to take to the care team; it ends with "?".'],
);

/** A review counts for the text it was given for, until its next date. */
export const reviewHolds: Rule = eachSnippet('review', (snippet, _catalog, today) => {
  const { status, role, on, next, sha256 } = snippet.review;
  if (status === 'unreviewed') {
    return sha256 === null ? [] : ['An unreviewed snippet has no review hash; set "sha256: null".'];
  }
  if (role === null || on === null || next === null || sha256 === null) {
    return ['A reviewed snippet names role, on, next and sha256; use "faq-bot review".'];
  }
  const edited =
    sha256 !== reviewHash(snippet)
      ? ['The text was edited after its review; review it again.']
      : [];
  const overdue = next < today ? [`The review was due again on ${next}.`] : [];
  return [...edited, ...overdue];
});

/** An answer that no intent leads to is never said. */
export const snippetUsed: Rule = (loaded) => {
  const report = reporter(loaded, 'unused-snippet');
  const used = new Set([...loaded.catalog.intents.values()].map(({ answer }) => answer));
  return [...loaded.catalog.snippets.keys()].flatMap((id): Finding[] =>
    used.has(id) ? [] : [report.error(snippetFile(id), [], 'No intent answers with this snippet.')],
  );
};
