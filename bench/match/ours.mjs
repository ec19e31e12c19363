/** The project's matcher behind the peers' face. Reads the compiled files: `npm run build` first. */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { createMatcher } = require('../../dist/matcher/matcher.js');

/** Entries as the matcher takes them, from [text, label] pairs. */
export function entriesOf(train) {
  const byLabel = new Map();
  for (const [text, label] of train) {
    byLabel.set(label, [...(byLabel.get(label) ?? []), text]);
  }
  return [...byLabel].map(([intent, utterances]) => ({
    intent,
    // The label's name teaches nothing here: the peers do not see it either.
    title: '',
    utterances,
    keywords: [],
    outOfScope: false,
  }));
}

export const OURS = {
  name: 'ours',
  questions: Number.POSITIVE_INFINITY,
  build(train) {
    const options = { lexicon: [], confidenceThreshold: 0, ambiguityGap: 0 };
    const matcher = createMatcher(entriesOf(train), options);
    return (text) => {
      const [best] = matcher.match(text).candidates;
      return { label: best?.intent ?? null, score: best?.confidence ?? 0 };
    };
  },
};
