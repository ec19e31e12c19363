import { checkContent } from '../../src/catalog/check';
import { formatFinding } from '../../src/catalog/finding';
import { reviewHash } from '../../src/catalog/version';
import { tinyLoaded } from '../fixtures/tiny-content';

const TODAY = '2026-11-23';
type Changes = Parameters<typeof tinyLoaded>[0];

function findings(changes: Changes = {}): string[] {
  return checkContent(tinyLoaded(changes), TODAY).map(formatFinding);
}

const INTENT = 'intents/cell-care.yaml';
const HELLO = 'intents/hello.yaml';
const SNIPPET = 'content/snippets/cell-care.md';
const SOURCE = 'content/source.yaml';
const DIALOG = 'content/dialog.yaml';
const replace = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);

test('content without a fault has no finding', () => {
  expect(findings()).toEqual([]);
});

/** One row a defect: what an editor did wrong, and what check must say, with file and line. */
const DEFECTS: readonly [string, Changes, RegExp][] = [
  [
    'an unknown key',
    { [INTENT]: replace('answer:', 'colour: red\nanswer:') },
    /cell-care\.yaml:\d+: error: The key "colour".*unknown-key/,
  ],
  [
    'YAML that cannot be parsed',
    { [HELLO]: replace('kind: dialog', 'kind: [dialog') },
    /hello\.yaml:\d+: error: .*\(yaml\)/,
  ],
  [
    'the same key twice',
    { [HELLO]: replace('kind: dialog', 'kind: dialog\nkind: dialog') },
    /hello\.yaml:\d+: error: .*\(yaml\)/,
  ],
  [
    'a title too long for a button',
    { [HELLO]: replace('title: Hello', `title: ${'long '.repeat(10)}`) },
    /hello\.yaml:1: error: "title": is at most 40/,
  ],
  [
    'a missing snippet',
    { [INTENT]: replace('answer: cell-care', 'answer: nowhere') },
    /cell-care\.yaml:\d+: error: There is no content\/snippets\/nowhere\.md.*missing-snippet/,
  ],
  [
    'a faq intent without an answer',
    { [INTENT]: replace('answer: cell-care\n', '') },
    /error: Name the snippet.*missing-snippet/,
  ],
  [
    'a dialog intent with an answer',
    { [HELLO]: (t) => `${t}answer: cell-care\n` },
    /hello\.yaml:\d+: error: A dialog intent has no snippet/,
  ],
  [
    'an utterance in two intents',
    { [HELLO]: replace('hello there', 'What is CELL care?') },
    /hello\.yaml:4: error: "What is CELL care\?" is an utterance of "cell-care" already.*utterance-once/,
  ],
  [
    'a test that is also an utterance',
    { [INTENT]: replace('tests:\n', 'tests:\n  - hello, there!\n') },
    /cell-care\.yaml:\d+: error: The test "hello, there!" is also an utterance of "hello".*test-unseen/,
  ],
  [
    'a test that nearly is one',
    {
      [INTENT]: (t) =>
        t
          .replace('what is cell care', 'please tell me what good cell care really is')
          .replace('tests:\n', 'tests:\n  - tell me please what good cell care really is\n'),
    },
    /warning: The test .* is nearly an utterance/,
  ],
  [
    'a dead follow-up',
    { [INTENT]: replace('[hello]', '[hello, nobody]') },
    /cell-care\.yaml:\d+: error: "nobody" is not an intent.*dead-follow-up/,
  ],
  [
    'too few phrasings',
    { [HELLO]: replace(/ {2}- good day to you [a-j]ax\n/g, '') },
    /hello\.yaml:\d+: warning: 31 utterances; 40 or more/,
  ],
  [
    'a claim no snippet uses',
    { [SNIPPET]: replace('[C01, C02, C03]', '[C01, C03]') },
    /source\.yaml:4: error: No snippet uses claim C02.*unused-claim/,
  ],
  [
    'a claim that is not in the ledger',
    { [SNIPPET]: replace('[C01,', '[C09, C01,') },
    /cell-care\.md:3: error: The ledger has no claim C09.*unknown-claim/,
  ],
  [
    'a snippet without claims',
    { [SNIPPET]: replace('[C01, C02, C03]', '[]') },
    /cell-care\.md:3: error: A snippet states at least one claim.*no-claims/,
  ],
  [
    'a claim id given twice',
    { [SOURCE]: replace('id: C02', 'id: C01') },
    /source\.yaml:4: error: .*"C01" is there twice/,
  ],
  [
    'a war word',
    { [SNIPPET]: replace('helps the body', 'helps the body fight') },
    /cell-care\.md:\d+: error: "fight" in the body: no war words.*forbidden-word/,
  ],
  [
    'a promise',
    { [SNIPPET]: replace('Others do not.', 'It will cure others.') },
    /"will cure" in the more: no promise/,
  ],
  [
    'advice',
    { [SNIPPET]: replace('Others do not.', 'You should stop now.') },
    /"You should stop" in the more: the bot does not advise/,
  ],
  [
    'an exclamation mark',
    { [SNIPPET]: replace('Others do not.', 'Others do not!') },
    /"!" in the more/,
  ],
  [
    'a digit',
    { [SNIPPET]: replace('Some people may get', 'Some 40 people may get') },
    /holds a digit.*digits/,
  ],
  [
    'hard words',
    {
      [SNIPPET]: replace(
        'Others do not.',
        'Contraindicated immunological individualization necessitates multidisciplinary considerations.',
      ),
    },
    /The more reads at grade [\d.]+; 8 is the most.*reading-grade/,
  ],
  [
    'a body that is too short',
    {
      [SNIPPET]: replace(
        /^Cell care helps[\s\S]*?for you\.$/m,
        'Cell care helps some people a little, at times.',
      ),
    },
    /The body has \d+ words; 40 to 120.*length/,
  ],
  [
    'a first sentence that leans on another',
    { [SNIPPET]: replace('Cell care helps', 'This helps') },
    /The first sentence must stand alone.*first-sentence/,
  ],
  [
    'a benefit without its limit',
    {
      [SNIPPET]: replace(
        'Some people may get better for a time. Others do not.',
        'People get better for a time.',
      ),
    },
    /The more states a benefit without its limit.*benefit-without-limit/,
  ],
  [
    'no question to take along',
    { [SNIPPET]: replace('use to me?', 'use to me.') },
    /"ask" is one question.*question-to-take/,
  ],
  [
    'a snippet no intent uses',
    {
      'content/snippets/orphan.md':
        '---\ntitle: O\nclaims: [C01]\nask: O?\nreview: { status: unreviewed, role: null, on: null, next: null, sha256: null }\n---\nx',
    },
    /orphan\.md:\d+: error: No intent answers with this snippet/,
  ],
  [
    'a section that is not known',
    { [SNIPPET]: replace('## More', '## Also') },
    /cell-care\.md:\d+: error: The section "also" is not known/,
  ],
  [
    'an unreviewed text with a hash',
    { [SNIPPET]: replace('sha256: null', `sha256: ${'a'.repeat(64)}`) },
    /An unreviewed snippet has no review hash/,
  ],
  [
    'a lexicon variant as nobody types it',
    { 'content/lexicon.yaml': replace('cellcare', 'Cell-Care!') },
    /lexicon\.yaml:1: error: "Cell-Care!" never occurs/,
  ],
  [
    'a lexicon variant of two forms',
    {
      'content/lexicon.yaml': (t) =>
        `${t}- { canonical: cells, group: spelling, variants: [cellcare] }\n`,
    },
    /lexicon\.yaml:2: error: "cellcare" stands for "cell care" already/,
  ],
  [
    'a canonical form that is replaced itself',
    {
      'content/lexicon.yaml': (t) =>
        `${t}- { canonical: cells, group: spelling, variants: [cell care] }\n`,
    },
    /"cell care" is replaced by "cells" in its turn/,
  ],
  [
    'a technical word nobody defines',
    { [SNIPPET]: replace('Others do not.', 'Others do not. An antigen helps some people.') },
    /"antigen" is a technical word without an entry.*undefined-term/,
  ],
  [
    'a glossary entry on no claim of the ledger',
    { 'content/glossary.yaml': replace('[C01]', '[C77]') },
    /glossary\.yaml:1: error: The ledger has no claim C77/,
  ],
  [
    'a missing dialog text',
    { [DIALOG]: replace(/ {2}goodbye:.*\n/, '') },
    /dialog\.yaml:\d+: error: The text "goodbye" is missing/,
  ],
  [
    'a dialog text nobody says',
    { [DIALOG]: replace('texts:\n', 'texts:\n  godbye: bye\n') },
    /The text "godbye" is never said/,
  ],
  [
    'a placeholder nobody fills',
    { [DIALOG]: replace('goodbye: "A line.', 'goodbye: "A {name} line.') },
    /\{name\} cannot be filled in here/,
  ],
  [
    'a menu entry that is no intent',
    { [DIALOG]: replace('menu: [cell-care]', 'menu: [cell-car]') },
    /dialog\.yaml:\d+: error: "cell-car" is not an intent/,
  ],
  ['a missing file', { 'content/dialog.yaml': '' }, /dialog\.yaml:1: error/],
  [
    'thresholds found on other phrasings',
    { [HELLO]: replace('hello there', 'hello over there') },
    /tuning\.yaml:1: error: The thresholds were found on other phrasings/,
  ],
];

test.each(DEFECTS)('check names %s', (_defect, changes, said) => {
  expect(findings(changes).join('\n')).toMatch(said);
});

test('a review counts until the text is edited or the date has come', () => {
  const hash = reviewHash(tinyLoaded().catalog.snippets.get('cell-care') ?? fail());
  const reviewed = (next: string) =>
    replace(
      /review: \{.*\}/,
      `review: { status: reviewed, role: nurse, on: 2026-01-05, next: ${next}, sha256: ${hash} }`,
    );
  expect(findings({ [SNIPPET]: reviewed('2027-01-05') })).toEqual([]);
  expect(findings({ [SNIPPET]: reviewed('2026-02-05') }).join()).toMatch(/due again on 2026-02-05/);
  const edited = (text: string) =>
    reviewed('2027-01-05')(text).replace('for a time', 'for a while');
  expect(findings({ [SNIPPET]: edited }).join()).toMatch(/edited after its review/);
});

function fail(): never {
  throw new Error('the tiny content has lost its snippet');
}
