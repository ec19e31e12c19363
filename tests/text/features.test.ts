import { createFeatureSpace, learnFeatures } from '../../src/text/features.js';
import { tokenise } from '../../src/text/tokens.js';

const TEXTS = ['does it hurt', 'does it cost much', 'what does the treatment cost'].map(tokenise);
const { table, rows } = learnFeatures(TEXTS);
const space = createFeatureSpace(table);

const named = (text: string) => {
  const { ids, values } = space.vector(tokenise(text));
  return new Map([...ids].map((id, i) => [space.name(id), values[i] as number]));
};

test('the vector of a text that was learned from is its row', () => {
  TEXTS.forEach((tokens, row) => {
    const { ids, values } = space.vector(tokens);
    const [from, to] = [rows.starts[row], rows.starts[row + 1]];
    expect(ids).toEqual(rows.ids.subarray(from, to));
    expect(values).toEqual(rows.values.subarray(from, to));
  });
});

test('words, pairs of words with the ends of the text, and pieces of words are features', () => {
  const features = named('does it hurt');
  for (const name of ['hurt', '^ doe', 'it hurt', 'hurt $', '~hur', '~rt_']) {
    expect(features.get(name)).toBeGreaterThan(0);
  }
});

test('each block has the length it is given, however long the text', () => {
  const length = (text: string, isOne: (name: string) => boolean) =>
    Math.hypot(...[...named(text)].filter(([name]) => isOne(name)).map(([, value]) => value));
  const { wordWeight, gramWeight, meaningWeight } = table.options;
  for (const text of ['cost', 'what does the treatment cost does it hurt']) {
    expect(length(text, (name) => /^[^~]+$/.test(name) && !name.startsWith('meaning'))).toBeCloseTo(
      wordWeight,
    );
    expect(length(text, (name) => name.startsWith('~'))).toBeCloseTo(gramWeight);
    expect(length(text, (name) => name.startsWith('meaning'))).toBeCloseTo(meaningWeight);
  }
});

test('another form of a word is known; the rarer a word the more it tells, a stranger most', () => {
  expect(space.knows('hurting')).toBe(true);
  expect(space.knows('banana')).toBe(false);
  expect(space.weight('hurt')).toBeGreaterThan(space.weight('does'));
  expect(space.weight('banana')).toBeGreaterThanOrEqual(space.weight('hurt'));
});

test('a text of nothing known has no words and no pairs', () => {
  expect([...named('xyzzy').keys()].filter((name) => !/^~|^meaning/.test(name))).toEqual([]);
});
