import type { Finding } from '../finding.js';
import { GLOSSARY_FILE, type Rule, reporter, SOURCE_FILE, snippetFile } from './rule.js';

/** A fact of the article that no snippet states is a hole in the answers. */
export const claimsUsed: Rule = (loaded) => {
  const report = reporter(loaded, 'unused-claim');
  const { claims, snippets } = loaded.catalog;
  const used = new Set([...snippets.values()].flatMap((snippet) => snippet.claims));
  return [...claims.keys()].flatMap((id, i): Finding[] => {
    const message = `No snippet uses claim ${id}; use it, or say in the ledger why not.`;
    return used.has(id) ? [] : [report.error(SOURCE_FILE, ['claims', i], message)];
  });
};

/** Snippets state claims, and only claims of the ledger. */
export const snippetsClaim: Rule = (loaded) => {
  const missing = reporter(loaded, 'no-claims');
  const unknown = reporter(loaded, 'unknown-claim');
  const { claims, snippets } = loaded.catalog;
  return [...snippets.values()].flatMap(({ id, claims: used }) => {
    const none = 'A snippet states at least one claim of the ledger; list it under "claims".';
    const file = snippetFile(id);
    return [
      ...(used.length === 0 ? [missing.error(file, ['claims'], none)] : []),
      ...used.flatMap((claim, i) => {
        const message = `The ledger has no claim ${claim}.`;
        return claims.has(claim) ? [] : [unknown.error(file, ['claims', i], message)];
      }),
    ];
  });
};

/** Glossary entries rest on claims of the ledger and belong to a topic. */
export const glossaryClaims: Rule = (loaded) => {
  const report = reporter(loaded, 'glossary-claims');
  const { claims, glossary, intents } = loaded.catalog;
  return glossary.flatMap((entry, i) => [
    ...entry.claims.flatMap((claim, j) => {
      const message = `The ledger has no claim ${claim}.`;
      return claims.has(claim) ? [] : [report.error(GLOSSARY_FILE, [i, 'claims', j], message)];
    }),
    ...(intents.has(entry.intent)
      ? []
      : [report.error(GLOSSARY_FILE, [i, 'intent'], `"${entry.intent}" is not an intent.`)]),
  ]);
};
