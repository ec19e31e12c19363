/**
 * The libraries people pick for this job, each at its usual or best documented setting, behind one face:
 * `build(train)` takes [text, label] pairs and gives `ask(text) -> { label, score }`.
 */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const Fuse = require('fuse.js');
const MiniSearch = require('minisearch');
const elasticlunr = require('elasticlunr');
const BayesClassifier = require('natural/lib/natural/classifiers/bayes_classifier');
const wink = require('wink-naive-bayes-text-classifier');
const { containerBootstrap } = require('@nlpjs/core');
const { LangEn } = require('@nlpjs/lang-en-min');
const { NluNeural } = require('@nlpjs/nlu');
const winkPrepare = require('wink-naive-bayes-text-classifier/src/prep-text.js');

const NOTHING = { label: null, score: 0 };

function fuse(options) {
  return (train) => {
    const index = new Fuse(
      train.map(([text, label]) => ({ text, label })),
      { keys: ['text'], includeScore: true, ...options },
    );
    return (text) => {
      const [hit] = index.search(text, { limit: 1 });
      return hit === undefined ? NOTHING : { label: hit.item.label, score: 1 - hit.score };
    };
  };
}

function bayes(train) {
  const classifier = new BayesClassifier();
  for (const [text, label] of train) {
    classifier.addDocument(text, label);
  }
  classifier.train();
  return (text) => {
    const all = classifier.getClassifications(text);
    const sum = all.reduce((total, { value }) => total + value, 0);
    return { label: all[0]?.label ?? null, score: (all[0]?.value ?? 0) / (sum || 1) };
  };
}

async function nlpjs(train) {
  const container = containerBootstrap();
  container.use(LangEn);
  // Without the "none" feature its accuracy is the best; its log of epochs is switched off.
  const settings = { locale: 'en', container, log: false, useNoneFeature: false };
  const nlu = new NluNeural(settings);
  await nlu.train(train.map(([utterance, intent]) => ({ utterance, intent })));
  return async (text) => {
    const { classifications } = await nlu.process(text);
    const [best] = classifications;
    return best === undefined ? NOTHING : { label: best.intent, score: best.score };
  };
}

function minisearch(train) {
  const index = new MiniSearch({ fields: ['text'], storeFields: ['label'] });
  index.addAll(train.map(([text, label], id) => ({ id, text, label })));
  return (text) => {
    const [hit] = index.search(text, { fuzzy: 0.2, prefix: (term) => term.length > 3 });
    return hit === undefined ? NOTHING : { label: hit.label, score: hit.score };
  };
}

function lunr(train) {
  const index = elasticlunr(function configure() {
    this.addField('text');
    this.setRef('id');
    this.saveDocument(false);
  });
  train.forEach(([text], id) => {
    index.addDoc({ id, text });
  });
  return (text) => {
    const [hit] = index.search(text, { bool: 'OR', expand: true });
    return hit === undefined ? NOTHING : { label: train[Number(hit.ref)][1], score: hit.score };
  };
}

function winkBayes(train) {
  const classifier = wink();
  classifier.definePrepTasks([winkPrepare]);
  classifier.defineConfig({ considerOnlyPresence: true, smoothingFactor: 0.5 });
  for (const [text, label] of train) {
    classifier.learn(text, label);
  }
  classifier.consolidate();
  return (text) => {
    const odds = classifier.computeOdds(text);
    return { label: odds[0]?.[0] ?? null, score: odds[0]?.[1] ?? 0 };
  };
}

/**
 * Slow peers are asked a part of the questions, at a fixed stride over the whole test set; `full` and
 * `largest` keep those that would take hours out of the large runs.
 */
export const PEERS = [
  {
    name: 'fuse.js',
    build: fuse({ threshold: 0.4, ignoreLocation: true }),
    questions: 100,
    full: false,
    largest: 10_000,
    growthQuestions: 5,
  },
  {
    name: 'fuse.js tokens',
    build: fuse({ useTokenSearch: true }),
    questions: 150,
    full: false,
    growthQuestions: 5,
  },
  { name: 'natural bayes', build: bayes, questions: 1000, full: false, largest: 1_000 },
  { name: 'nlp.js', build: nlpjs, questions: 5000, largest: 1_000 },
  { name: 'minisearch', build: minisearch, questions: 500, growthQuestions: 20 },
  { name: 'elasticlunr', build: lunr, questions: 1000, growthQuestions: 60 },
  { name: 'wink bayes', build: winkBayes, questions: 300, full: false, largest: 1_000 },
];
