import type { Page } from 'playwright-core';
import { answers, ask, Site, welcomed } from './site.js';

let site: Site;
let page: Page;

beforeAll(async () => {
  site = await Site.open();
}, 60_000);

afterAll(() => site.close());

afterEach(async () => {
  await page.context().close();
});

test('a reload brings the conversation back, with what was pressed, and keeps none of its text', async () => {
  page = await site.visit('/chat');
  await welcomed(page);
  const answer = await ask(page, page, 'What is immunotherapy?');
  await answer.getByRole('button', { name: 'Not helpful' }).click();
  await answers(page).nth(2).waitFor();
  const before = await page.locator('.turns').innerText();
  const kept = await page.evaluate(() =>
    JSON.stringify([{ ...sessionStorage }, { ...localStorage }, document.cookie]),
  );
  expect(kept).not.toMatch(/What is immunotherapy|immune/);
  await page.reload();
  await answers(page).nth(2).waitFor();
  expect(await page.locator('.turns').innerText()).toBe(before);
  expect(await page.getByRole('button', { name: 'Not helpful' }).getAttribute('aria-pressed')).toBe(
    'true',
  );
  await ask(page, page, 'Is immunotherapy new?');
});

test('after a restart and a reload the chat goes on and says that earlier text is gone', async () => {
  page = await site.visit('/chat');
  await welcomed(page);
  await ask(page, page, 'What is immunotherapy?');
  site.app = await site.app.restart();
  await page.reload();
  await page.getByText('Earlier text of this chat is gone.').waitFor();
  await ask(page, page, 'What are checkpoint inhibitors?');
  expect(await page.locator('.question').count()).toBe(1);
});

test('clear chat leaves nothing of the conversation, and starts a new one', async () => {
  page = await site.visit('/chat');
  await welcomed(page);
  await ask(page, page, 'What is immunotherapy?');
  const before = await page.evaluate(() => sessionStorage.getItem('faq-bot'));
  await page.getByRole('button', { name: 'Clear chat' }).click();
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await page.getByText('The chat has been cleared.').waitFor();
  await welcomed(page);
  expect(await page.locator('.question').count()).toBe(0);
  expect(await page.evaluate(() => sessionStorage.getItem('faq-bot'))).not.toBe(before);
});

test('after 30 minutes without use the chat warns, then clears itself', async () => {
  page = await site.visit('about:blank');
  await page.clock.install();
  await page.goto(`${site.app.url}/chat`);
  await welcomed(page);
  await ask(page, page, 'What is immunotherapy?');
  await page.clock.fastForward('28:10');
  await page.getByText('this chat is cleared soon').waitFor();
  await page.getByRole('button', { name: 'Keep this chat' }).click();
  await page.clock.fastForward('10:00');
  expect(await page.locator('.question').count()).toBe(1);
  await page.clock.fastForward('25:00');
  await page.getByText('This chat was cleared after 30 minutes').waitFor();
  expect(await page.locator('.turn').count()).toBe(0);
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  await page.getByRole('button', { name: 'Start a new chat' }).click();
  await welcomed(page);
});
