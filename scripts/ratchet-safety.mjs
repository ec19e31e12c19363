// Writes what the labelled safety lines reach to tests/labelled/safety-ratchet.json, which `npm test` holds them to, and
// prints each figure that changed. Run: npm run ratchet:safety
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const { openContent, safetyOf } = require('../dist/prepared.js');
const { createTriage } = require('../dist/safety/triage.js');
const { readSafetyLine, scoreSafety } = require('../dist/evaluation/safety-score.js');

const LABELLED = new URL('../tests/labelled/', import.meta.url);
/** Of the ids, and of Biome's lines. */
const INDENT = 4;
const LINE_WIDTH = 100;
const RATCHET = new URL('safety-ratchet.json', LABELLED);

const { catalog, triage: training } = openContent(fileURLToPath(new URL('..', import.meta.url)));
const triage = createTriage(safetyOf(catalog), training && { training });

/** Hits of each class that a file has lines of, and the ordinary lines that get the crisis text. */
function reachedBy(file) {
  const lines = readFileSync(new URL(file, LABELLED), 'utf8').split('\n').filter(Boolean);
  const read = lines.map((line, i) => readSafetyLine(line, `${file}:${i + 1}`));
  const { classes, misses } = scoreSafety(read, (text) => triage.check(text).level);
  const hits = classes.filter(({ n }) => n > 0).map(({ label, hits, n }) => [label, { hits, n }]);
  const crises = misses.filter(({ expect, got }) => expect === 'none' && got === 'self-harm');
  return { classes: Object.fromEntries(hits), crises: crises.map(({ id }) => id) };
}

/** Every figure under its name, for comparing. */
const figures = (ratchet) =>
  new Map(
    Object.entries(ratchet).flatMap(([file, { classes, crises }]) => [
      ...Object.entries(classes).map(([name, { hits, n }]) => [`${file} ${name}`, `${hits} of ${n}`]),
      [`${file} crisis texts`, crises.join(', ') || 'none'],
    ]),
  );

const files = readdirSync(LABELLED).filter((name) => /^safety-.*\.jsonl$/.test(name));
const reached = Object.fromEntries(files.sort().map((file) => [file, reachedBy(file)]));
const before = figures(existsSync(RATCHET) ? JSON.parse(readFileSync(RATCHET, 'utf8')) : {});
const now = figures(reached);

for (const name of new Set([...before.keys(), ...now.keys()])) {
  if (before.get(name) !== now.get(name)) {
    process.stdout.write(`${name}: ${before.get(name) ?? 'new'} -> ${now.get(name) ?? 'gone'}\n`);
  }
}
// One line a class, and one for ids that fit in it, as Biome formats it.
const text = JSON.stringify(reached, null, 2)
  .replace(/\{\s+"hits": (\d+),\s+"n": (\d+)\s+\}/g, '{ "hits": $1, "n": $2 }')
  .replace(/^.*\[\s+([^\]]*?)\s+\]/gm, (found) => {
    const line = found.replace(/\s+/g, ' ').replace('[ ', '[').replace(' ]', ']');
    return line.length + INDENT <= LINE_WIDTH ? `${' '.repeat(INDENT)}${line.trim()}` : found;
  });
writeFileSync(RATCHET, `${text}\n`);
