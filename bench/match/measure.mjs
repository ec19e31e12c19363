import { accuracy, auroc, coverageAt5, percentile, recallAt95 } from './figures.mjs';
import { everyNth, generator, withTypos } from './samples.mjs';

/** Builds a library on one training set and asks it everything: clean, with typos, out of scope. */
export async function measure(library, train, set, { typos = true } = {}) {
  const start = performance.now();
  const ask = await library.build(train);
  const buildMs = performance.now() - start;
  const test = everyNth(set.test, library.questions);
  const clean = await askAll(ask, test);
  const strangers = await askAll(
    ask,
    everyNth(set.oos_test ?? [], library.questions).map((text) => [text, null]),
  );
  const scores = clean.answers.map(({ score }) => score);
  const strange = strangers.answers.map(({ score }) => score);
  return {
    buildMs,
    questions: test.length,
    accuracy: accuracy(clean.answers),
    ...(typos ? await withTypoFigures(ask, test) : {}),
    auroc: strange.length === 0 ? null : auroc(scores, strange),
    recallAt95: strange.length === 0 ? null : recallAt95(scores, strange),
    coverageAt5: coverageAt5(clean.answers),
    p50Ms: percentile(clean.times, 0.5),
    p99Ms: percentile(clean.times, 0.99),
  };
}

async function withTypoFigures(ask, test) {
  const figures = {};
  for (const [name, count] of [
    ['accuracyOneTypo', 1],
    ['accuracyTwoTypos', 2],
  ]) {
    const random = generator(count);
    const misspelt = test.map(([text, label]) => [withTypos(text, count, random), label]);
    figures[name] = accuracy((await askAll(ask, misspelt)).answers);
  }
  return figures;
}

async function askAll(ask, questions) {
  const answers = [];
  const times = [];
  for (const [text, label] of questions) {
    const start = performance.now();
    const answer = ask(text);
    const { label: given, score } = answer instanceof Promise ? await answer : answer;
    times.push(performance.now() - start);
    answers.push({ right: given === label, score });
  }
  return { answers, times };
}
