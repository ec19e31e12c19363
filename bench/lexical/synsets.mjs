import { readFileSync } from 'node:fs';
import path from 'node:path';

const FILES = { n: 'noun', v: 'verb', a: 'adj', r: 'adv' };
/** Part of speech by the number in a sense key; 5 is a satellite adjective. */
const BY_NUMBER = { 1: 'n', 2: 'v', 3: 'a', 4: 'r', 5: 'a' };
/** Hypernym, hyponym, derivation, similar, entailment, cause, verb group, also-see, attribute. */
const RELATIONS = new Set(['@', '~', '+', '&', '*', '>', '$', '^', '=']);

/** Reads WordNet's files: a list of { key, lemmas, gloss, neighbours, frequency }. Format: wndb(5WN). */
export function readSynsets(folder) {
  const frequencies = readFrequencies(path.join(folder, 'index.sense'));
  return Object.entries(FILES).flatMap(([pos, name]) =>
    lines(path.join(folder, `data.${name}`)).map((line) => readSynset(line, pos, frequencies)),
  );
}

/** WordNet's licence stands in front of the data, each line of it indented. */
function lines(file) {
  return readFileSync(file, 'latin1')
    .split('\n')
    .filter((line) => line !== '' && line[0] !== ' ');
}

function readSynset(line, pos, frequencies) {
  const [data, gloss = ''] = line.split(' | ');
  const fields = data.split(' ');
  const words = Number.parseInt(fields[3], 16);
  const lemmas = Array.from({ length: words }, (_, i) =>
    fields[4 + 2 * i].toLowerCase().replace(/\(.*\)/, ''),
  );
  const first = 5 + 2 * words;
  const pointers = Number(fields[first - 1]);
  const neighbours = Array.from({ length: pointers }, (_, i) =>
    fields.slice(first + 4 * i, first + 4 * i + 3),
  )
    .filter(([relation]) => RELATIONS.has(relation))
    .map(([, offset, target]) => (target === 's' ? 'a' : target) + offset);
  const key = pos + fields[0];
  return {
    key,
    lemmas,
    gloss: gloss.toLowerCase().match(/[a-z]+/g) ?? [],
    neighbours,
    frequency: frequencies.get(key) ?? 0,
  };
}

/** How often a synset was met in WordNet's tagged texts: the count of its commonest word. */
function readFrequencies(file) {
  const frequencies = new Map();
  for (const line of lines(file)) {
    const [sense, offset, , count] = line.split(' ');
    const key = BY_NUMBER[sense.split('%')[1][0]] + offset;
    frequencies.set(key, Math.max(frequencies.get(key) ?? 0, Number(count)));
  }
  return frequencies;
}
