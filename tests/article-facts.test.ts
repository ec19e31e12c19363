import { loadBot } from '../src/bot';
import { DEFAULT_SETTINGS } from './fixtures/default-settings';
import { play } from './fixtures/play';

/** Each fact of the source article, asked as a person would; the answer must state its claim. */
const FACTS: readonly [claim: string, question: string, intents: readonly string[]][] = [
  ['C01', 'has cancer treatment changed much over the years', ['is-it-new']],
  ['C02', 'what exactly is immunotherapy for cancer', ['what-is-immunotherapy']],
  [
    'C03',
    'what do chemo and radiation act on compared with immunotherapy',
    ['versus-chemo-radiation'],
  ],
  ['C04', 'how does immunotherapy work in the body', ['how-it-works']],
  [
    'C05',
    'why is everyone suddenly talking about immunotherapy',
    ['is-it-new', 'future', 'learn-more', 'benefits'],
  ],
  ['C06', 'can a response to immunotherapy last a long time', ['lasting-response']],
  ['C07', 'can immunotherapy lead to complete remission', ['remission']],
  ['C08', 'what kinds of immunotherapy are there', ['types']],
  ['C09', 'what is the aim of immunotherapy', ['what-is-immunotherapy', 'how-it-works']],
  ['C10', 'what are checkpoint inhibitors', ['checkpoint-inhibitors']],
  [
    'C11',
    'what does it mean that checkpoint inhibitors take the brakes off',
    ['checkpoint-inhibitors'],
  ],
  ['C12', 'how do monoclonal antibodies find cancer cells', ['monoclonal-antibodies']],
  ['C13', 'whose cells are used in car t therapy', ['car-t-cell-therapy']],
  ['C14', 'how are the t cells changed for car t', ['car-t-cell-therapy']],
  ['C15', 'what is the main benefit of immunotherapy', ['benefits']],
  ['C16', 'are there fewer side effects than with chemo', ['fewer-side-effects']],
  ['C17', 'why might immunotherapy be gentler on healthy cells than chemo', ['fewer-side-effects']],
  ['C18', 'can immunotherapy make a tumour smaller', ['tumor-shrinkage']],
  ['C19', 'what is progression free survival', ['survival-outlook']],
  ['C20', 'does immunotherapy improve quality of life', ['quality-of-life']],
  ['C21', 'why is immunotherapy seen as a useful addition to cancer treatment', ['benefits']],
  ['C22', 'can immunotherapy be personalised', ['personalized-treatment']],
  [
    'C23',
    'why does treatment need to be tailored to each person with cancer',
    ['personalized-treatment'],
  ],
  [
    'C24',
    'what is treatment tailored to in personalised immunotherapy',
    ['personalized-treatment'],
  ],
  ['C25', 'what are biomarkers for', ['biomarkers']],
  [
    'C26',
    'how could biomarkers lead to better treatment plans',
    ['biomarkers', 'personalized-treatment'],
  ],
  ['C27', 'what are the challenges of immunotherapy', ['limitations']],
  ['C28', 'does immunotherapy work for everyone', ['response-varies']],
  ['C29', 'what are immune related side effects', ['side-effects']],
  ['C30', 'do researchers know why some people do not respond', ['research', 'response-varies']],
  [
    'C31',
    'are researchers working on how to counter the side effects',
    ['research', 'side-effects'],
  ],
  ['C32', 'are there clinical trials of immunotherapy going on', ['clinical-trials']],
  ['C33', 'what do immunotherapy trials aim for', ['clinical-trials']],
  ['C34', 'is the field of immunotherapy still developing', ['future', 'research', 'is-it-new']],
  ['C35', 'is there hope with immunotherapy in the future', ['future']],
  ['C36', 'can immunotherapy improve survival rates', ['survival-outlook']],
  ['C37', 'can immunotherapy lead to a better quality of life', ['quality-of-life']],
];

const loaded = loadBot(DEFAULT_SETTINGS);

test('every claim of the ledger has its row', () => {
  expect(FACTS.map(([claim]) => claim)).toEqual([...loaded.catalog.claims.keys()]);
});

test.each(FACTS)('%s: "%s"', (claim, question, intents) => {
  const [played] = play(loaded.bot, [{ user: question }]);
  const { verdict, reply } = played?.turn ?? fail();
  expect(verdict.decision).toBe('answer');
  expect(intents).toContain(verdict.intent);
  const snippet = loaded.catalog.snippets.get(verdict.intent ?? '');
  expect(snippet?.claims).toContain(claim);
  expect(reply.source).toContain(loaded.catalog.claims.get(claim)?.section);
});

function fail(): never {
  throw new Error('no turn was played');
}
