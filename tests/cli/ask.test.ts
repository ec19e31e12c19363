import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cli } from '../fixtures/run-cli';

const folder = mkdtempSync(path.join(tmpdir(), 'faq-ask-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('ask prints the answer, the footer and numbered choices', async () => {
  const { code, out, err } = await cli(['ask', 'what is immunotherapy']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/immune system/);
  expect(out).toMatch(/\n\n {2}1\. /);
});

test('ask --json prints one object with the documented shape', async () => {
  const { out } = await cli(['ask', '--json', 'what', 'is', 'immunotherapy']);
  const line = JSON.parse(out);
  expect(Object.keys(line)).toEqual(['id', 'results']);
  expect(line.id).toBeNull();
  const [result] = line.results;
  expect(result).toMatchObject({
    text: 'what is immunotherapy',
    decision: 'answer',
    intent: 'what-is-immunotherapy',
  });
  expect(result.confidence).toBeGreaterThan(0.5);
  expect(result.candidates[0]).toEqual({ intent: result.intent, confidence: result.confidence });
  expect(Object.keys(result.reply)).toEqual(['text', 'footer', 'suggestions']);
  expect(result.reply.text).not.toContain(result.reply.footer);
});

test('ask --explain says tokens, evidence and the rule that decided', async () => {
  const { out } = await cli(['ask', '--explain', 'wat is imunotherapy']);
  for (const heading of [
    'triage:',
    'tokens:',
    'repairs:',
    'for:',
    'against:',
    'thresholds:',
    'rule:',
  ]) {
    expect(out).toContain(heading);
  }
});

test('a file is answered line by line, in order, each line a fresh conversation', async () => {
  const file = path.join(folder, 'in.jsonl');
  const lines = [
    { id: 'a', text: 'what is car t' },
    { id: 2, turns: ['what types of immunotherapy are there', 'tell me about the second one'] },
    { id: 'c', text: 'tell me about the second one' },
  ];
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'));
  const { code, out } = await cli(['ask', '--json', '--file', file]);
  const answers = out.split('\n').map((line) => JSON.parse(line));
  expect(code).toBe(0);
  expect(answers.map(({ id }) => id)).toEqual(['a', 2, 'c']);
  expect(answers[1].results).toHaveLength(2);
  expect(answers[1].results[1].intent).toBe('monoclonal-antibodies');
  expect(answers[2].results[0].intent).not.toBe('monoclonal-antibodies');
});

test('a bad line is answered in place with its error, and the end is exit code 2', async () => {
  const stdin =
    '{"id":"a","text":"what is car t"}\nnot json\n{"id":"b"}\n{"id":"c","text":"hello"}\n';
  const { code, out } = await cli(['ask', '--json', '--file', '-'], { stdin });
  const answers = out.split('\n').map((line) => JSON.parse(line));
  expect(code).toBe(2);
  expect(answers.map((a) => [a.id, typeof a.error])).toEqual([
    ['a', 'undefined'],
    [null, 'string'],
    ['b', 'string'],
    ['c', 'undefined'],
  ]);
});

test.each([
  [['ask'], /There is no question/],
  [['ask', '--colour', 'red'], /Unknown option '--colour'/],
  [
    ['ask', '--json', '--file', 'no-such-file.jsonl'],
    /no-such-file\.jsonl cannot be read \(ENOENT\)/,
  ],
  [['ask', '--file', 'x.jsonl'], /--file goes with --json/],
  [['question'], /"question" is not a command/],
  [['check', '--source', 'no-such-article.txt'], /no-such-article\.txt cannot be read \(ENOENT\)/],
  [['eval'], /Name a file/],
  [
    ['review', 'what-is-immunotherapy', '--role', 'nurse'],
    /--role, --on and --next are all needed/,
  ],
  [['new', 'Bad Id'], /lower-case words/],
])('%j ends in one clear sentence and exit code 2', async (args, said) => {
  const { code, out, err } = await cli(args);
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(err).toMatch(said);
  expect(err).not.toMatch(/\n\s+at /);
  expect(err.split('\n')).toHaveLength(1);
});

test('a content folder that is not there ends in one clear sentence', async () => {
  const env = { CONTENT_DIR: path.join(folder, 'nothing') };
  const { code, err } = await cli(['ask', 'hello'], { env });
  expect(code).toBe(2);
  expect(err).toMatch(/content folder intents cannot be read \(ENOENT\)/);
});

test.each(['help', '--help'])('%s lists the commands', async (word) => {
  const { code, out } = await cli([word]);
  expect(code).toBe(0);
  expect(out).toMatch(/ask .*\n[\s\S]*check /);
});
