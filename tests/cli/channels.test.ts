import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PLACES } from '../../src/evaluation/parity.js';
import { copyContent } from '../fixtures/content-folder.js';
import { cli } from '../fixtures/run-cli.js';
import { tinyContent } from '../fixtures/tiny-content.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'faq-channels-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the content of this checkout holds on every channel, shown as a table and as a page', async () => {
  const file = path.join(folder, 'channels.html');
  const { code, out, err } = await cli(['channels', '--html', file]);
  expect([code, err]).toEqual([0, '']);
  for (const { name } of PLACES) {
    expect(out).toMatch(new RegExp(`^${name} +\\d+ +\\d+ +\\d+ +0$`, 'm'));
  }
  expect(out).toMatch(/^answer +\d+$/m);
  expect(out).toMatch(/, 0 with a breach\.$/);
  const page = readFileSync(file, 'utf8');
  const replies = Number(/^website chat +(\d+)/m.exec(out)?.[1]);
  expect(page.match(/<article>/g)).toHaveLength(replies * PLACES.length);
  expect(page).not.toMatch(/<script|<img|<link|https?:\/\/(?!clinic)/i);
});

/** A checkout with small content and the real safety files, but for fewer lines to learn from. */
function tinyCheckout(changes: Parameters<typeof tinyContent>[0] = {}): string {
  const safety = path.join('content', 'safety');
  const content = copyContent();
  cpSync(path.join(content.root, safety), path.join(folder, safety), { recursive: true });
  content.delete();
  for (const [file, text] of tinyContent(changes)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  return folder;
}

test('content that leaves a channel short is named line by line, and the exit code is 1', async () => {
  const changes = {
    'content/snippets/cell-care.md': (text: string) =>
      text.replace('Cell care helps', 'Cell care <b>helps</b>'),
  };
  const env = { CONTENT_DIR: tinyCheckout(changes) };
  const { code, out } = await cli(['channels'], { env });
  expect(code).toBe(1);
  expect(out).toContain('website chat: cell-care: raw markup: <b');
  expect(out).toContain('plain text: cell-care: raw markup: <b');
  expect(out).toMatch(/^No reply shows: boundary$/m);
});

test('words that are no option are an error of use', async () => {
  const { code, err } = await cli(['channels', 'slack']);
  expect(code).toBe(2);
  expect(err).toContain('"slack" is not expected here.');
});

test('a page that cannot be written is told in a sentence', async () => {
  const env = { CONTENT_DIR: tinyCheckout() };
  const file = path.join(folder, 'none', 'page.html');
  const { code, err } = await cli(['channels', '--html', file], { env });
  expect(code).toBe(2);
  expect(err).toContain('cannot be written (ENOENT)');
});
