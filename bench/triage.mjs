// How long the danger check takes: for each labelled line, and by length of text. Run: npm run bench:triage
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { openContent, safetyOf } = require('../dist/prepared.js');
const { createTriage } = require('../dist/safety/triage.js');

const ROOT = new URL('..', import.meta.url).pathname;
const LABELLED = new URL('../tests/labelled/', import.meta.url);
const ROUNDS = 5;
const LENGTHS = [250, 500, 1000, 2000, 4000, 12_000, 40_000];
/** An ordinary story with a symptom in it now and then, as long as one likes. */
const STORY =
  'We went for a walk and talked about the garden, and my wife said the doctor had explained how it works. ' +
  'She has had a cough since Monday but no fever. Then we looked at the leaflet, which lists side effects. ';

const { catalog, triage: training } = openContent(ROOT);
const triage = createTriage(safetyOf(catalog), { training });

const lines = readdirSync(LABELLED)
  .filter((name) => name.endsWith('.jsonl'))
  .flatMap((name) => readFileSync(new URL(name, LABELLED), 'utf8').split('\n').filter(Boolean))
  .map((line) => JSON.parse(line).text)
  .filter((text) => typeof text === 'string');

for (const text of lines) {
  triage.check(text);
}
const times = [];
for (let round = 0; round < ROUNDS; round++) {
  for (const text of lines) {
    times.push(millisecondsOf(() => triage.check(text)));
  }
}
times.sort((a, b) => a - b);
const at = (share) => times[Math.floor(times.length * share)].toFixed(3);
console.log(`${lines.length} lines: p50 ${at(0.5)} ms, p90 ${at(0.9)} ms, p99 ${at(0.99)} ms`);

for (const length of LENGTHS) {
  const text = STORY.repeat(Math.ceil(length / STORY.length)).slice(0, length);
  const each = Array.from({ length: 60 }, () => millisecondsOf(() => triage.check(text)));
  each.sort((a, b) => a - b);
  const median = each[each.length >> 1];
  console.log(
    `${String(length).padStart(5)} characters: ${median.toFixed(2)} ms, ${((1000 * median) / length).toFixed(2)} µs a character`,
  );
}

function millisecondsOf(work) {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1e6;
}
