/**
 * Compares the matcher with the libraries people would pick instead, in one run.
 *
 *   npm run bench:match -- --data DIR [--json FILE] [--peers NAME,...] [--skip-full] [--skip-growth]
 *
 * DIR holds clinc150.json, banking77.json and hwu64.json: { train, test: [text, label][], oos_test: text[] }.
 * Takes about ten minutes; `npm run build` goes first.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { catalogFigures } from './catalog.mjs';
import { growth } from './growth.mjs';
import { measure } from './measure.mjs';
import { OURS } from './ours.mjs';
import { PEERS } from './peers.mjs';
import { ratios, standing } from './ratios.mjs';
import { fewShot, readSet } from './samples.mjs';
import { table } from './table.mjs';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    json: { type: 'string' },
    peers: { type: 'string' },
    'skip-full': { type: 'boolean', default: false },
    'skip-growth': { type: 'boolean', default: false },
  },
});
if (values.data === undefined) {
  console.error('Name the folder of the public intent sets: npm run bench:match -- --data DIR');
  process.exit(2);
}

const wanted = values.peers?.split(',');
const libraries = [OURS, ...PEERS.filter(({ name }) => wanted?.includes(name) ?? true)];
const runs = [
  ['clinc150', 5],
  ['clinc150', 10],
  ['banking77', 5],
  ['banking77', 10],
  ['hwu64', 5],
  ['hwu64', 10],
  ...(values['skip-full']
    ? []
    : [
        ['clinc150', null],
        ['banking77', null],
        ['hwu64', null],
      ]),
];

const results = {};
for (const [name, k] of runs) {
  const set = readSet(values.data, name);
  const train = k === null ? set.train : fewShot(set.train, k);
  const run = `${name} ${k === null ? 'full' : `${k}-shot`}`;
  results[run] = {};
  for (const library of libraries.filter(({ full = true }) => full || k !== null)) {
    results[run][library.name] = await measure(library, train, set, { typos: k === 10 });
  }
  console.log(`\n${run}: ${train.length} phrasings\n${table(results[run])}`);
}

const rows = values['skip-growth'] ? [] : await growth(libraries, readSet(values.data, 'clinc150'));
if (rows.length > 0) {
  console.log('\nGrowth, ten phrasings an intent');
  console.log(
    table(Object.fromEntries(rows.map(({ size, name, ...row }) => [`${size} ${name}`, row]))),
  );
}

const catalog = catalogFigures();
console.log(`\nThe bot's own catalog\n${table({ ours: catalog })}`);

const complete = !values['skip-full'] && !values['skip-growth'] && wanted === undefined;
const figures = complete ? ratios(results, rows) : [];
for (const figure of figures) {
  const { name, value, better, must, aim } = figure;
  const limits = `${better} ${must.toPrecision(2)}, aim ${aim.toPrecision(2)}`;
  console.log(
    `${standing(figure).padEnd(7)} ${value.toPrecision(3).padStart(8)}  ${name} (${limits})`,
  );
}
if (values.json !== undefined) {
  writeFileSync(
    values.json,
    `${JSON.stringify({ results, growth: rows, catalog, figures }, null, 2)}\n`,
  );
}
