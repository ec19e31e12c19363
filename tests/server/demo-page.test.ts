import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../fixtures/browser.js';
import { ECHO_FOOTER } from '../fixtures/echo-bot.js';
import { type RunningApp, runApp } from '../fixtures/running-app.js';

jest.setTimeout(60_000);

let app: RunningApp;
let browser: Browser;
let page: Page;
let problems: string[];

beforeAll(async () => {
  app = await runApp({ FRAME_ANCESTORS: 'https://www.hospital.example' });
  browser = await launchBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await app.stop();
});

beforeEach(async () => {
  problems = [];
  page = await browser.newPage();
  page.on(
    'console',
    (entry) => ['error', 'warning'].includes(entry.type()) && problems.push(entry.text()),
  );
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(app.url);
  await page.getByText('Welcome. This is for education only.').waitFor();
});

afterEach(() => page.close());

test('a person opens the page, asks, and reads the answer with its footer', async () => {
  await page.getByLabel('Your question').fill('what is it');
  await page.getByRole('button', { name: 'Ask' }).click();
  const answer = page
    .getByRole('article', { name: 'Answer' })
    .filter({ hasText: 'Turn 1: what is it' });
  await answer.waitFor();
  expect(await answer.getByText(ECHO_FOOTER).count()).toBe(1);
  expect(await page.getByRole('article', { name: 'You' }).innerText()).toBe('what is it');
  expect(problems).toEqual([]);
});

test('a suggested question is asked with one tap, and the next suggestions take its place', async () => {
  await page.getByRole('button', { name: 'What is immunotherapy?' }).click();
  await page.getByText('Turn 1: What is immunotherapy?').waitFor();
  expect(await page.getByRole('group').getByRole('button').allInnerTexts()).toEqual([
    'Tell me more',
  ]);
});

test('what a person writes is shown as text, never as markup', async () => {
  const markup = '<img src=x onerror="document.title=1"> **bold** [x](javascript:document.title=2)';
  await page.getByLabel('Your question').fill(markup);
  await page.keyboard.press('Enter');
  await page.getByText('Turn 1:').waitFor();
  expect(await page.title()).toBe('Immunotherapy questions');
  expect(await page.locator('img, a[href^="javascript"]').count()).toBe(0);
  expect(problems).toEqual([]);
});

test('nothing of other sites is loaded, and only known sites may frame the page', async () => {
  const response = await page.goto(app.url);
  const policy = response?.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toMatch(/script-src 'nonce-[\w+/=]{20,}'/);
  expect(policy).toContain("frame-ancestors 'self' https://www.hospital.example");
  const again = (await page.goto(app.url))?.headers()['content-security-policy'];
  expect(again).not.toBe(policy);
});
