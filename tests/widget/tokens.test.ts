import type { Page } from 'playwright-core';
import { echoBot } from '../fixtures/echo-bot.js';
import { getJson, postJson } from '../fixtures/running-app.js';
import { ask, openSheet, Site } from './site.js';

let site: Site;
let page: Page;

const SECRET = 'a-secret-of-the-site-and-nobody-else';

beforeAll(async () => {
  site = await Site.open(echoBot, { DIRECT_LINE_SECRET: SECRET });
}, 60_000);

afterAll(() => site.close());

afterEach(async () => {
  await page?.context().close();
  expect(site.problems.splice(0)).toEqual([]);
});

/** A page of another site with the chat on it. */
const hostPage = (head = '') =>
  `<!doctype html><html lang="en"><title>A clinic</title>${head}<h1>A clinic</h1>` +
  `<script src="${site.app.url}/widget.js"></script><faq-bot></faq-bot>`;

test('a token is given to pages of this machine and of allowed sites only', async () => {
  const mint = (headers: Record<string, string>) =>
    postJson(`${site.app.url}/v3/directline/tokens/generate`, {}, headers);
  expect((await mint({ origin: 'https://evil.example' })).status).toBe(403);
  expect((await mint({ origin: 'null' })).status).toBe(403);
  expect((await mint({ origin: site.app.url })).status).toBe(200);
});

test('tokens are limited for each address', async () => {
  const limited = await Site.open(echoBot, { LIMIT_TOKENS_PER_MINUTE: '60' });
  try {
    const url = `${limited.app.url}/v3/directline/tokens/generate`;
    const statuses = await Promise.all(
      Array.from({ length: 65 }, async () => (await postJson(url, {})).status),
    );
    expect(statuses.filter((status) => status === 200)).toHaveLength(60);
    page = await limited.visit('/chat');
    await page.getByText('The connection is lost').waitFor();
  } finally {
    await limited.close();
  }
});

test('the scripts hold no secret and no address of another server', async () => {
  page = await site.visit('/chat');
  const { url } = site.app;
  const html = await (await fetch(`${url}/chat`)).text();
  const files = [
    '/widget.js',
    ...[...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file),
  ];
  const texts = await Promise.all(files.map(async (file) => (await fetch(`${url}${file}`)).text()));
  expect(texts.join()).not.toContain(SECRET);
  const addresses = texts.join().match(/https?:\/\/[\w.-]+/g) ?? [];
  expect([...new Set(addresses)].sort()).toEqual(['http://www.w3.org', 'https://schema.org']);
});

test('a page on a site of its own gets the conversation through its own token endpoint', async () => {
  const { body } = await postJson(
    `${site.app.url}/v3/directline/tokens/generate`,
    {},
    { authorization: `Bearer ${SECRET}` },
  );
  page = await site.visit('about:blank');
  await page.route(`${site.host.origin}/token`, (route) =>
    route.fulfill({
      json: body,
      headers: {
        'access-control-allow-origin': site.app.url,
        'access-control-allow-headers': 'content-type',
      },
    }),
  );
  await page.goto(
    site.host.serve('/own', hostPage().replace('<faq-bot>', '<faq-bot token-endpoint="/token">')),
  );
  const chat = await openSheet(page);
  await ask(page, chat, 'hello');
  const { body: page1 } = await getJson(
    `${site.app.url}/v3/directline/conversations/${body.conversationId}/activities`,
    { authorization: `Bearer ${SECRET}` },
  );
  expect(page1.activities.map(({ text }) => text)).toContain('hello');
});
