import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PROJECT_ROOT } from '../../src/bot';
import { copyContent } from '../fixtures/content-folder';
import { cli } from '../fixtures/run-cli';

/** A copy of the shipped content with fewer lines to learn from, to be edited as an editor would. */
const shortened = copyContent();
const folder = mkdtempSync(path.join(tmpdir(), 'faq-check-'));
const env = { CONTENT_DIR: folder };
const at = (file: string) => path.join(folder, file);

function copyFrom(root: string): void {
  for (const part of ['intents', 'content']) {
    rmSync(at(part), { recursive: true, force: true });
    cpSync(path.join(root, part), at(part), { recursive: true });
  }
}

beforeEach(() => copyFrom(shortened.root));
afterAll(() => {
  rmSync(folder, { recursive: true });
  shortened.delete();
});

test('the shipped content has no error and no warning', async () => {
  const { code, out } = await cli(['check']);
  expect(out).toMatch(
    /^Checked \d+ intents, \d+ snippets, \d+ claims: 0 error\(s\), 0 warning\(s\)\.$/,
  );
  expect(code).toBe(0);
});

test('a finding names file and line and ends in exit code 1', async () => {
  const file = at('content/snippets/remission.md');
  writeFileSync(file, readFileSync(file, 'utf8').replace('## Short', '## Sort'));
  const { code, out } = await cli(['check'], { env });
  expect(code).toBe(1);
  expect(out).toMatch(/content\/snippets\/remission\.md:\d+: error: The section "sort"/);
});

test('a safety message that states a claim the ledger does not have is found', async () => {
  const file = at('content/safety/messages.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('claims: [C29]', 'claims: [C29, C99]'));
  const { code, out } = await cli(['check'], { env });
  expect(code).toBe(1);
  expect(out).toMatch(/content\/safety\/messages\.yaml:\d+: error: The ledger has no claim C99/);
});

test.each([
  ['missing', (file: string) => rmSync(file), 1, /frames\.yaml:1: error: the file is missing/],
  [
    'no YAML',
    (file: string) => writeFileSync(file, 'negation: ['),
    1,
    /frames\.yaml:\d+: error: .*\(yaml\)/,
  ],
  [
    'unreadable',
    (file: string) => {
      rmSync(file);
      mkdirSync(file);
    },
    2,
    /frames\.yaml cannot be read \(EISDIR\)/,
  ],
])('a file of triage that is %s is an error', async (_, spoil, expected, said) => {
  spoil(at('content/safety/frames.yaml'));
  const { code, out, err } = await cli(['check'], { env });
  expect(code).toBe(expected);
  expect(out + err).toMatch(said);
});

test('a new stub passes check once tuned, apart from warnings that ask for more phrasings', async () => {
  expect((await cli(['new', 'how-cells-travel'], { env })).code).toBe(0);
  const { out } = await cli(['check'], { env });
  const errors = out.split('\n').filter((line) => line.includes(': error: '));
  expect(errors).toEqual([expect.stringMatching(/tuning\.yaml:\d+: error: The thresholds/)]);
  expect(await cli(['new', 'how-cells-travel'], { env })).toMatchObject({ code: 2 });
});

test('a review is recorded, and voided by the next edit', async () => {
  copyFrom(PROJECT_ROOT);
  const args = [
    'review',
    'types',
    '--role',
    'oncology nurse',
    '--on',
    '2026-11-01',
    '--next',
    '2027-11-01',
  ];
  expect((await cli(args, { env })).code).toBe(0);
  const file = at('content/snippets/types.md');
  const before = readFileSync(path.join(PROJECT_ROOT, 'content/snippets/types.md'), 'utf8');
  const after = readFileSync(file, 'utf8');
  expect(after).toMatch(/status: reviewed/);
  expect(after.split('---\n')[2]).toBe(before.split('---\n')[2]);
  expect((await cli(['check'], { env })).code).toBe(0);
  writeFileSync(file, after.replace('## More\n', '## More\nSome people may want more. '));
  expect((await cli(['check'], { env })).out).toMatch(
    /types\.md:\d+: error: The text was edited after its review/,
  );
});

test('a withdrawn answer is silent at once', async () => {
  const file = at('content/snippets/types.md');
  writeFileSync(file, readFileSync(file, 'utf8').replace('ask:', 'withdrawn: true\nask:'));
  const { out } = await cli(['ask', '--json', 'what types of immunotherapy are there'], { env });
  const [result] = JSON.parse(out).results;
  expect(result).toMatchObject({ decision: 'boundary', intent: 'types' });
  expect(result.reply.text).not.toMatch(/checkpoint inhibitors/i);
  expect(result.reply.footer).not.toBe('');
});
