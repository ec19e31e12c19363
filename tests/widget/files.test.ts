import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { echoBot } from '../fixtures/echo-bot.js';
import { type RunningApp, runApp } from '../fixtures/running-app.js';
import { buildWidget } from './site.js';

interface Manifest {
  readonly assets: Readonly<Record<string, { url: string; integrity: string; brotli: number }>>;
  readonly total: number;
}

let app: RunningApp;
let manifest: Manifest;

beforeAll(async () => {
  buildWidget();
  app = await runApp({ FRAME_ANCESTORS: 'https://www.example.org' }, { bot: echoBot });
  const file = join(__dirname, '../../dist/widget/manifest.json');
  manifest = JSON.parse(readFileSync(file, 'utf8'));
}, 60_000);

afterAll(() => app.stop());

const get = (path: string, encoding = 'br', headers: Record<string, string> = {}) =>
  fetch(`${app.url}${path}`, { headers: { 'accept-encoding': encoding, ...headers } });

test('everything loaded for the chat stays within 25 KB', () => {
  expect(manifest.total).toBeLessThanOrEqual(25 * 1024);
});

test.each(['br', 'gzip', 'identity'])(
  'files come compressed as %s, and whole',
  async (encoding) => {
    for (const { url, integrity } of Object.values(manifest.assets)) {
      const response = await get(url, encoding);
      expect(response.headers.get('content-encoding')).toBe(
        encoding === 'identity' ? null : encoding,
      );
      const text = await response.text();
      expect(`sha384-${createHash('sha384').update(text).digest('base64')}`).toBe(integrity);
    }
  },
);

test('names that hold a hash are kept for good, the loader is asked for again', async () => {
  const kept = await get(manifest.assets['chat.js']?.url ?? '');
  expect(kept.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  const loader = await get('/widget.js');
  expect(loader.headers.get('cache-control')).toMatch(/max-age=900/);
  expect(loader.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  const etag = loader.headers.get('etag') ?? '';
  expect((await get('/widget.js', 'br', { 'if-none-match': etag })).status).toBe(304);
});

test('the chat page has a policy with a nonce of its own each time, and lists who may frame it', async () => {
  const [first, second] = [await get('/chat'), await get('/chat')];
  const policy = first.headers.get('content-security-policy') ?? '';
  const nonce = /script-src 'nonce-([^']{22,})'/.exec(policy)?.[1] ?? 'none';
  const html = await first.text();
  expect(html.match(/nonce="([^"]+)"/g)).toEqual([`nonce="${nonce}"`, `nonce="${nonce}"`]);
  expect(await second.text()).not.toContain(nonce);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).toContain("frame-ancestors 'self' https://www.example.org");
  expect(policy).not.toMatch(/unsafe|\*/);
  expect(first.headers.get('cache-control')).toBe('no-store');
});

test.each(['/assets/manifest.json', '/assets/..%2fmanifest.json', '/assets/none.js', '/assets/'])(
  '%s is not found',
  async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('sha384');
  },
);
