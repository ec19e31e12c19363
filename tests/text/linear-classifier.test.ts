import { createClassifier, trainClassifier } from '../../src/text/linear-classifier.js';
import { tokenise } from '../../src/text/tokens.js';

const EXAMPLES = [
  ['price', 'what does it cost'],
  ['price', 'is it expensive'],
  ['price', 'how much money do I need'],
  ['time', 'how long does it take'],
  ['time', 'how many weeks is it'],
  ['time', 'is it over soon'],
] as const;
const examples = EXAMPLES.map(([label, text]) => ({ label, tokens: tokenise(text) }));
const trained = trainClassifier(examples);
const classifier = createClassifier(trained);

test.each([
  ['does it cost money', 'price'],
  ['how many weeks does it take', 'time'],
  ['is it expensiv', 'price'],
])('%s is about %s', (text, label) => {
  expect(classifier.classify(tokenise(text))[0]?.label).toBe(label);
});

test('probabilities add up to one, best first, whatever the text', () => {
  for (const text of ['', 'cost', 'xyzzy plugh', 'how long how long how much']) {
    const found = classifier.classify(tokenise(text)).map(({ probability }) => probability);
    expect(found.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1);
    expect(found).toEqual([...found].sort((a, b) => b - a));
  }
});

test('the same examples give the same weights, bit for bit', () => {
  expect(trainClassifier(examples)).toEqual(trained);
});
