import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadBot } from '../../src/bot';
import { readLabelled } from '../../src/evaluation/labelled';
import { runQuestions } from '../../src/evaluation/run';
import { summarise } from '../../src/evaluation/score';
import { DEFAULT_SETTINGS } from '../fixtures/default-settings';

/**
 * A ratchet on the project's own questions: correct may not fall and wrong may not rise. Tighten the
 * numbers when they get better; never loosen them without writing down why.
 */
const RATCHET = JSON.parse(
  readFileSync(path.join(__dirname, '..', 'labelled', 'ratchet.json'), 'utf8'),
);

const loaded = loadBot(DEFAULT_SETTINGS);
const intents = [...loaded.catalog.intents.values()];
const dialogIntents = new Set(intents.filter(({ kind }) => kind === 'dialog').map(({ id }) => id));

function labelled(file: string) {
  const lines = readFileSync(path.join(__dirname, '..', 'labelled', file), 'utf8')
    .trim()
    .split('\n');
  return lines.flatMap((line, i) => {
    const read = readLabelled(line, `${file}:${i + 1}`);
    return 'turns' in read ? [] : [read];
  });
}

const files = readdirSync(path.join(__dirname, '..', 'labelled'));
const own = files.filter((file) => /^questions-.*\.jsonl$/.test(file)).flatMap(labelled);
const scores = summarise(runQuestions(loaded, own), dialogIntents);

test('the labelled set has 500 questions or more, and none is an utterance', () => {
  expect(own.length).toBeGreaterThanOrEqual(500);
  expect(scores.unseen.n).toBeGreaterThanOrEqual(own.length - RATCHET.equalToUtterance);
});

test.each(Object.keys(RATCHET.labelled))(
  'labelled questions, %s: correct does not fall, wrong does not rise',
  (group) => {
    const counts = scores.groups[group as keyof typeof scores.groups];
    expect(counts.correct).toBeGreaterThanOrEqual(RATCHET.labelled[group].correct);
    expect(counts.wrong).toBeLessThanOrEqual(RATCHET.labelled[group].wrong);
  },
);

test("the intents' own tests: correct does not fall, wrong does not rise", () => {
  const questions = intents.flatMap(({ id, kind, tests }) =>
    tests.map((text, i) => ({
      id: `${id}:${i}`,
      text,
      expect: [kind === 'out-of-scope' ? 'oos' : id],
      probe: null,
    })),
  );
  const { all } = summarise(runQuestions(loaded, questions), dialogIntents);
  expect(all.correct / all.n).toBeGreaterThanOrEqual(RATCHET.tests.correct);
  expect(all.wrong / all.n).toBeLessThanOrEqual(RATCHET.tests.wrong);
});
