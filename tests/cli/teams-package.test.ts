import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { cli } from '../fixtures/run-cli.js';

const APP_ID = '3f2b1c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d';
const LINKS = ['--privacy', 'https://example.org/privacy', '--terms', 'https://example.org/terms'];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'faq-teams-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string) => path.join(folder, name);
const run = (file: string, ...more: string[]) =>
  cli(['teams-package', '--app-id', APP_ID, '--domain', 'bot.example.org', '--out', file, ...more]);

/** The manifest inside a written zip. */
function manifestIn(file: string) {
  const { 'manifest.json': bytes } = unzipSync(readFileSync(file));
  return JSON.parse(Buffer.from(bytes ?? []).toString());
}

test('the app is a zip of the manifest and two icons, and nothing else', async () => {
  const { code, out, err } = await run(at('app.zip'), ...LINKS);
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('app.zip');
  expect(out).toContain('https://bot.example.org/api/messages');
  const files = unzipSync(readFileSync(at('app.zip')));
  expect(Object.keys(files)).toEqual(['manifest.json', 'color.png', 'outline.png']);
  const { icons, bots, developer } = manifestIn(at('app.zip'));
  expect(Object.values(icons).every((name) => String(name) in files)).toBe(true);
  expect(bots[0].botId).toBe(APP_ID);
  expect(developer).toMatchObject({
    privacyUrl: 'https://example.org/privacy',
    termsOfUseUrl: 'https://example.org/terms',
  });
});

test('the same settings give the same bytes, on any day and in any time zone', async () => {
  const zone = process.env.TZ;
  try {
    process.env.TZ = 'Pacific/Auckland';
    await run(at('first.zip'));
    process.env.TZ = 'America/Los_Angeles';
    jest.useFakeTimers({ now: new Date('2031-05-05T23:59:59Z'), doNotFake: ['nextTick'] });
    await run(at('second.zip'));
  } finally {
    jest.useRealTimers();
    process.env.TZ = zone;
  }
  expect(readFileSync(at('first.zip')).equals(readFileSync(at('second.zip')))).toBe(true);
  await run(at('other.zip'), '--app-version', '1.0.1');
  expect(readFileSync(at('first.zip')).equals(readFileSync(at('other.zip')))).toBe(false);
});

test('options reach the manifest', async () => {
  const named = ['--name', 'Ask the ward', '--developer', 'Ward 7', '--app-version', '2.3.4'];
  await run(at('app.zip'), ...named, '--accent', '#7A1F4B', '--website', 'https://example.org/faq');
  expect(manifestIn(at('app.zip'))).toMatchObject({
    version: '2.3.4',
    accentColor: '#7a1f4b',
    name: { short: 'Ask the ward' },
    developer: { name: 'Ward 7', websiteUrl: 'https://example.org/faq' },
  });
});

test('without links of their own the notice and the terms lead to the website, and that is said', async () => {
  const { code, err } = await run(at('app.zip'));
  expect(code).toBe(0);
  expect(err).toContain('their links lead to https://bot.example.org/');
});

test('the privacy notice of the bot is that of the app', async () => {
  const args = ['teams-package', '--app-id', APP_ID, '--domain', 'bot.example.org'];
  const env = { PRIVACY_URL: 'https://clinic.example/privacy' };
  await cli([...args, '--out', at('app.zip')], { env });
  expect(manifestIn(at('app.zip')).developer.privacyUrl).toBe('https://clinic.example/privacy');
});

test('a file that is there already is replaced', async () => {
  writeFileSync(at('app.zip'), 'x'.repeat(100_000));
  expect((await run(at('app.zip'))).code).toBe(0);
  expect(Object.keys(unzipSync(readFileSync(at('app.zip'))))).toHaveLength(3);
});

test('a file that cannot be written is told in one sentence', async () => {
  mkdirSync(at('folder.zip'));
  writeFileSync(at('file'), 'mine');
  for (const file of [at('folder.zip'), at('none/app.zip'), at('file/app.zip')]) {
    const { code, out, err } = await run(file);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(
      /^faq-bot: The file [^\n]+ cannot be written \((?:EISDIR|ENOENT|ENOTDIR)\)\.$/,
    );
  }
  expect(readFileSync(at('file'), 'utf8')).toBe('mine');
});

test.each([
  [[], '--app-id is missing'],
  [['--app-id', APP_ID], '--domain is missing'],
  [['--app-id', 'nope', '--domain', 'bot.example.org'], '--app-id cannot be "nope"'],
  [['--app-id', APP_ID, '--domain', 'https://x.org'], '--domain cannot be "https://x.org"'],
  [['--app-id', APP_ID, '--domain', 'bot.example.org', 'more'], '"more" is not expected here'],
  [['--app-id', APP_ID, '--domian', 'bot.example.org'], "Unknown option '--domian'"],
])('%j is an error of use, said in one line, and writes nothing', async (args, sentence) => {
  const { code, out, err } = await cli(['teams-package', ...args, '--out', at('app.zip')]);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(sentence);
  expect(err).not.toContain('\n');
  expect(() => readFileSync(at('app.zip'))).toThrow('ENOENT');
});
