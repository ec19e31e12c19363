/** Load time and speed of a match on the project's own catalog. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { accuracy, percentile } from './figures.mjs';

const require = createRequire(import.meta.url);
const { loadCatalog } = require('../../dist/catalog/load.js');
const { matcherEntries } = require('../../dist/prepared.js');
const { createMatcher } = require('../../dist/matcher/matcher.js');

const ROOT = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Trains on the catalog and asks every test phrasing. */
export function catalogFigures() {
  const catalog = loadCatalog(ROOT);
  const entries = matcherEntries(catalog);
  const { confidenceThreshold = 0.5, ambiguityGap = 0.1 } = catalog.tuning ?? {};
  const start = performance.now();
  const matcher = createMatcher(entries, {
    lexicon: catalog.lexicon,
    confidenceThreshold,
    ambiguityGap,
  });
  const loadMs = performance.now() - start;
  const tests = [...catalog.intents.values()].flatMap(({ id, kind, tests: texts }) =>
    texts.map((text) => [text, kind === 'out-of-scope' ? null : id]),
  );
  // A server that has answered for a minute is warm; what others ask repeats no spelling of the tests.
  for (const { utterances } of entries.filter(({ outOfScope }) => outOfScope)) {
    for (const text of utterances) {
      matcher.match(text);
    }
  }
  const times = [];
  const answers = tests.map(([text, label]) => {
    const from = performance.now();
    const { outcome, candidates } = matcher.match(text);
    times.push(performance.now() - from);
    const given = outcome === 'sure' ? candidates[0].intent : null;
    return { right: given === label };
  });
  return {
    phrasings: entries.reduce((sum, { utterances }) => sum + utterances.length, 0),
    loadMs,
    tests: tests.length,
    accuracy: accuracy(answers),
    p50Ms: percentile(times, 0.5),
    p99Ms: percentile(times, 0.99),
  };
}
