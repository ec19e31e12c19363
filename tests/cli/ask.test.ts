import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { copyContent } from '../fixtures/content-folder';
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

test('ask --explain says what the nets of triage found', async () => {
  const { out } = await cli([
    'ask',
    '--explain',
    'No rash but my chest hurts. Can imunotherapy cause cough?',
  ]);
  expect(out).toMatch(/^triage: +emergency \(chest-pain\)$/m);
  expect(out).toMatch(/^ +words: +no rash but my chest hurts can immunotherapy cause cough$/m);
  expect(out).toMatch(/^ +mended: .*imunotherapy -> immunotherapy/m);
  expect(out).toMatch(
    /^ +signs: .*rash negated "rash".*chest-pain now "chest hurts".*asked "cough"/m,
  );
  expect(out).toMatch(/^ +frames: .*negation/m);
  expect(out).toMatch(/^ +rules: .*emergency chest-pain/m);
  expect(out).toMatch(/^ +scores: .*emergency -?\d+\.\d.*self-harm -?\d+\.\d/m);
});

test('where triage decided, ask --explain does not give the matcher the say', async () => {
  const decided = await cli(['ask', '--explain', 'what is immunotherapy? my chest hurts']);
  expect(decided.out).toMatch(/^rule: +triage decided \(.+\); the matcher was not asked$/m);
  expect(decided.out).not.toContain('reaches the threshold');
  const matched = await cli(['ask', '--explain', 'what is immunotherapy']);
  expect(matched.out).toMatch(/^triage: +nothing found$/m);
  expect(matched.out).toMatch(/^rule: .*reaches the threshold/m);
});

test('a kind line before an answer leaves the matcher the say', async () => {
  const { out } = await cli(['ask', '--explain', 'I feel so low. What is immunotherapy?']);
  expect(out).toMatch(/^triage: +emotional-support/m);
  expect(out).toMatch(/^rule: .*reaches the threshold/m);
});

test('ask --explain --json gives the same as data', async () => {
  const { out } = await cli(['ask', '--explain', '--json', 'my chest hurts']);
  const { triage } = JSON.parse(out).explanation;
  expect(triage).toMatchObject({ level: 'emergency', words: ['my', 'chest', 'hurts'] });
  expect(triage.signs[0]).toMatchObject({ status: 'now' });
  expect(triage.scores.length).toBeGreaterThan(4);
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

test('without triage ask says so and names the file aside; what measures the bot ends at once', async () => {
  const content = copyContent();
  content.remove('content/safety/emergency.yaml');
  const env = { CONTENT_DIR: content.root };
  const asked = await cli(['ask', '--explain', 'what is immunotherapy'], { env });
  expect(asked.code).toBe(0);
  expect(asked.out).toMatch(/I cannot answer questions now/);
  expect(asked.out).toMatch(/^triage: +no check was possible/m);
  expect(asked.out).not.toMatch(/immune system|reaches the threshold/);
  expect(asked.err).toMatch(/^faq-bot: content\/safety\/emergency\.yaml: the file is missing\./);
  const measured = await cli(['channels'], { env });
  expect(measured).toMatchObject({ code: 2, err: asked.err });
  content.delete();
});

test.each(['help', '--help'])('%s lists the commands', async (word) => {
  const { code, out } = await cli([word]);
  expect(code).toBe(0);
  expect(out).toMatch(/ask .*\n[\s\S]*check /);
});
