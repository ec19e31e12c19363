import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { echoBot } from '../fixtures/echo-bot.js';
import { ATTACKS } from './attacks.js';
import { answers, ask, openSheet, Site, welcomed } from './site.js';

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

test('what people and the bot write stays text, whatever it looks like', async () => {
  expect(ATTACKS.length).toBeGreaterThanOrEqual(40);
  page = await site.visit('/chat');
  await welcomed(page);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  for (const attack of ATTACKS) {
    const answer = await ask(page, page, attack);
    const said = page.locator('.question .words p').last();
    // The bot says back what it heard, so each text comes as a question and as an answer.
    expect(await answer.innerText()).toContain('Turn ');
    expect((await said.textContent())?.length).toBeGreaterThan(0);
  }
  const found = await page.evaluate(() => ({
    pwned: 'pwned' in window,
    elements: [
      ...new Set([...document.querySelectorAll('.turns *')].map(({ localName }) => localName)),
    ],
    handlers: [...document.querySelectorAll('*')].flatMap((element) =>
      element.getAttributeNames().filter((name) => /^on|^style$|^src$/.test(name)),
    ),
    links: [...document.querySelectorAll('a')].map(({ href }) => new URL(href).protocol),
  }));
  const ours = [
    'div',
    'span',
    'p',
    'button',
    'svg',
    'path',
    'time',
    'a',
    'strong',
    'ul',
    'ol',
    'li',
    'br',
    'hr',
  ];
  expect(found.pwned).toBe(false);
  expect(found.elements.filter((name) => !ours.includes(name))).toEqual([]);
  expect(found.handlers).toEqual(['src', 'style']);
  expect(found.links.filter((protocol) => !/^(https|mailto|tel):$/.test(protocol))).toEqual([]);
  expect(requests.filter((url) => !url.startsWith(site.app.url))).toEqual([]);
}, 120_000);

test('a site that is not on the list cannot show the chat in its frame', async () => {
  const foreign = site.host.serve('/foreign', hostPage()).replace('127.0.0.1', 'localhost');
  page = await site.browser.newPage();
  await page.goto(foreign);
  await page.locator('faq-bot').getByRole('button').first().click();
  await page.waitForTimeout(1000);
  const frames = page.frames().filter((frame) => frame.url().includes('/chat'));
  expect(
    await Promise.all(frames.map((frame) => frame.locator('#question').count())),
  ).not.toContain(1);
});

test('a page around the chat can neither read it nor speak for the person', async () => {
  page = await site.visit('about:blank');
  await page.goto(site.host.serve('/host', hostPage()));
  const heard: unknown[] = [];
  await page.exposeFunction('hear', (data: unknown) => heard.push(data));
  await page.evaluate(() =>
    addEventListener('message', ({ data }) =>
      (window as unknown as { hear(data: unknown): void }).hear(data),
    ),
  );
  const chat = await openSheet(page);
  await ask(page, chat, 'a secret question');
  const reached = await page.evaluate(() => {
    const frame = document.querySelector('faq-bot')?.shadowRoot?.querySelector('iframe');
    try {
      return frame?.contentDocument?.body.innerText ?? null;
    } catch {
      return 'refused';
    }
  });
  expect(reached).toBeNull();
  expect(JSON.stringify(heard)).not.toMatch(/secret question|Turn|eyJ/);
  expect(new Set(heard.map((data) => (data as { kind: string }).kind))).toEqual(
    new Set(['ready', 'unread']),
  );
});

test('messages of other windows and of other shapes change nothing', async () => {
  page = await site.visit('about:blank');
  const evil = site.host.serve(
    '/evil',
    '<script>addEventListener("message",({data})=>parent.postMessage(data,"*"))</script>',
  );
  await page.goto(
    site.host.serve('/host2', `${hostPage()}<iframe id="evil" src="${evil}"></iframe>`),
  );
  await openSheet(page);
  const expanded = () => page.locator('faq-bot [part=launcher]').getAttribute('aria-expanded');
  await page.evaluate(() => {
    const close = { kind: 'close', mark: 'faq-bot/1' };
    postMessage(close, '*');
    (document.querySelector('#evil') as HTMLIFrameElement).contentWindow?.postMessage(close, '*');
    const chat = document
      .querySelector('faq-bot')
      ?.shadowRoot?.querySelector('iframe')?.contentWindow;
    chat?.postMessage({ kind: 'ask', mark: 'faq-bot/1', text: 'x' }, '*');
    chat?.postMessage('shown', '*');
  });
  await page.waitForTimeout(300);
  expect(await expanded()).toBe('true');
  expect(await page.frameLocator('faq-bot iframe').locator('.question').count()).toBe(0);
});

test('a link cannot dress the chat page as another site, nor lead it to a token of another one', async () => {
  page = await site.visit('about:blank');
  await page.goto(
    `${site.app.url}/chat#title=${'x'.repeat(500)}&font=url(https://evil.example)&tokens=https://evil.example/token`,
  );
  await page.getByText('The connection is lost').waitFor();
  expect((await page.title()).length).toBe(60);
  // The policy blocked the foreign token endpoint, and said so.
  expect(site.problems.splice(0).join()).toContain('connect-src');
});

test('no source of the chat puts text in as HTML', () => {
  const folder = join(__dirname, '../../src/widget');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  expect(files.length).toBeGreaterThan(20);
  const risky =
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment|\beval\b|new Function/;
  expect(files.filter((file) => risky.test(readFileSync(join(folder, file), 'utf8')))).toEqual([]);
});

test('answers stay apart from their footers, and each has exactly one', async () => {
  page = await site.visit('/chat');
  await welcomed(page);
  await ask(page, page, 'one');
  for (const answer of await answers(page).all()) {
    expect(await answer.locator('.footer').count()).toBe(1);
  }
});
