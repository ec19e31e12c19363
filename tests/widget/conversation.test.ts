import type { Page } from 'playwright-core';
import { openDatabase, storeFile } from '../../src/storage/sqlite.js';
import { answers, ask, closed, launcherOf, openSheet, Site, welcomed } from './site.js';

let site: Site;
let page: Page;

beforeAll(async () => {
  site = await Site.open();
}, 60_000);

afterAll(() => site.close());

afterEach(async () => {
  await page.context().close();
});

/** The presses that the store holds. */
function presses(): unknown[] {
  const db = openDatabase(storeFile(site.app.dataDir));
  const rows = db.prepare("SELECT turn_id, helpful FROM events WHERE kind = 'feedback'").all();
  db.close();
  return rows;
}

test('five questions by keyboard alone get five right answers, each with one footer', async () => {
  page = await site.visit('/');
  // The address bar has the focus when a page opens; Tab goes through the page to the launcher, its last stop.
  await page.keyboard.press('Shift+Tab');
  expect(await launcherOf(page).evaluate((button) => button.matches(':focus'))).toBe(true);
  await page.keyboard.press('Enter');
  const chat = page.frameLocator('faq-bot iframe');
  await welcomed(chat);
  expect(
    await chat.locator('#question').evaluate((field) => field === document.activeElement),
  ).toBe(true);
  const expected: [string, RegExp][] = [
    ['What is immunotherapy?', /immune system/i],
    ['How does CAR T-cell therapy work?', /T cells?/],
    ['What are checkpoint inhibitors?', /checkpoint inhibitors/i],
    ['What are the side effects?', /side effects/i],
    ['Which clinical trials are there?', /clinical trials/i],
  ];
  for (const [index, [question, words]] of expected.entries()) {
    await page.keyboard.type(question);
    await page.keyboard.press('Enter');
    const answer = answers(chat).nth(index + 1);
    await answer.waitFor();
    expect(await answer.locator('.body').innerText()).toMatch(words);
    expect(await answer.locator('.footer').count()).toBe(1);
    expect(await answer.locator('.footer').innerText()).toContain('ask your own care team');
    expect(await answer.locator('.body').innerText()).not.toContain('ask your own care team');
  }
  await page.keyboard.press('Escape');
  await closed(page);
});

test('the welcome offers four topics, and a tap on one asks it', async () => {
  page = await site.visit('/chat');
  await welcomed(page);
  const topics = page.getByRole('group', { name: 'Suggestions' }).getByRole('button');
  expect(await topics.count()).toBe(4);
  await topics.filter({ hasText: 'Types of immunotherapy' }).click();
  await answers(page).nth(1).waitFor();
  expect(await page.locator('.question').innerText()).toMatch(/types/i);
  expect(await answers(page).nth(1).innerText()).toMatch(/types/i);
  // The topics of the welcome are gone, those of the answer stand in their place.
  expect(await topics.allInnerTexts()).toContain('Tell me more');
});

test('a press on helpful is recorded for its turn, shown, and cannot be taken twice', async () => {
  page = await site.visit('/chat');
  await welcomed(page);
  const answer = await ask(page, page, 'What is immunotherapy?');
  const helpful = answer.getByRole('button', { name: 'Helpful', exact: true });
  await helpful.click();
  await answers(page).nth(2).waitFor();
  expect(await helpful.getAttribute('aria-pressed')).toBe('true');
  await helpful.click({ force: true });
  await ask(page, page, 'thanks');
  expect(await answers(page).count()).toBe(4);
  const turn = (await helpful.getAttribute('data-action'))?.split(' ')[1];
  expect(presses()).toEqual([{ turn_id: turn, helpful: 1 }]);
});

test('an answer that comes while the sheet is closed is counted on the launcher', async () => {
  page = await site.visit('/');
  const chat = await openSheet(page);
  await page.route(/\/activities$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await route.continue();
  });
  await chat.locator('#question').fill('What is immunotherapy?');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.locator('faq-bot .badge', { hasText: '1' }).waitFor();
  expect(await launcherOf(page).getAttribute('aria-label')).toContain('1 new answer');
  await launcherOf(page).click();
  await page.locator('faq-bot .badge').waitFor({ state: 'hidden' });
});

test('the field counts from 400 characters, sends 500 and refuses 501', async () => {
  page = await site.visit('/chat');
  await welcomed(page);
  const field = page.locator('#question');
  const counter = page.locator('#counter');
  await field.fill('a'.repeat(399));
  expect(await counter.isVisible()).toBe(false);
  await field.fill('a'.repeat(501));
  expect(await counter.innerText()).toBe('1 over the limit');
  await page.keyboard.press('Enter');
  await page.getByText('Please ask one short question').waitFor();
  expect(await page.locator('.question').count()).toBe(0);
  await field.fill(`What is immunotherapy?${' '.repeat(478)}`);
  expect(await counter.innerText()).toBe('0 characters left');
  await page.keyboard.press('Enter');
  await answers(page).nth(1).waitFor();
});

test('a paste of 100 KB is refused kindly, and the field stays as it was', async () => {
  page = await site.visit('/chat', { permissions: ['clipboard-read', 'clipboard-write'] });
  await welcomed(page);
  await page.locator('#question').fill('What is');
  await page.evaluate(() => navigator.clipboard.writeText('x'.repeat(100_000)));
  await page.keyboard.press('Control+V');
  await page.getByText('That is more than I can read at once.').waitFor();
  expect(await page.locator('#question').inputValue()).toBe('What is');
});

test('a long answer is scrolled to its start', async () => {
  page = await site.visit('/chat', { viewport: { width: 390, height: 520 } });
  await welcomed(page);
  const answer = await ask(page, page, 'What are the side effects?');
  const log = page.getByRole('log');
  await page.waitForFunction(() => {
    const [box, last] = [
      document.querySelector('.log'),
      document.querySelector('.turns')?.lastElementChild,
    ];
    return (
      box &&
      last &&
      Math.abs(last.getBoundingClientRect().top - box.getBoundingClientRect().top) < 40
    );
  });
  expect((await answer.boundingBox())?.height).toBeGreaterThan(
    (await log.boundingBox())?.height ?? 0,
  );
});

test('an answer and the list for a visit can be copied', async () => {
  page = await site.visit('/chat', { permissions: ['clipboard-read', 'clipboard-write'] });
  await welcomed(page);
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  const answer = await ask(page, page, 'What is immunotherapy?');
  await answer.getByRole('button', { name: 'Copy this answer' }).click();
  await page.getByText('Copied').waitFor();
  expect(await clipboard()).toMatch(
    /immune[\s\S]*From the source article[\s\S]*ask your own care team/,
  );
  const list = await ask(page, page, 'summary');
  await list.getByRole('button', { name: 'Copy the list' }).click();
});
