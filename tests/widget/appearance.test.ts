import type { Page } from 'playwright-core';
import { answers, ask, PHONE, Site, welcomed } from './site.js';

let site: Site;
let page: Page;

beforeAll(async () => {
  site = await Site.open();
}, 60_000);

afterAll(() => site.close());

afterEach(async () => {
  await page?.context().close();
  expect(site.problems.splice(0)).toEqual([]);
});

test('a danger sign is answered in its own frame with heading, sign and a number to tap, and stays in sight', async () => {
  page = await site.visit('/chat', PHONE);
  await welcomed(page);
  const answer = await ask(page, page, 'I have chest pain right now');
  expect(await answer.getByRole('heading', { name: 'Emergency' }).count()).toBe(1);
  expect(await answer.locator('h2 svg').count()).toBe(1);
  expect(await answer.locator('a[href="tel:911"]').count()).toBe(1);
  expect(await answer.locator('.footer').count()).toBe(0);
  const pin = page.getByRole('complementary');
  await ask(page, page, 'What is immunotherapy?');
  await ask(page, page, 'What are the side effects?');
  expect(await pin.getByRole('link', { name: 'Call 911' }).isVisible()).toBe(true);
  await pin.getByRole('button', { name: 'Read again' }).click();
  expect(await answer.evaluate((turn) => turn === document.activeElement)).toBe(true);
  await page.reload();
  await answers(page).nth(3).waitFor();
  expect(await pin.getByRole('link', { name: 'Call 911' }).isVisible()).toBe(true);
  await pin.getByRole('button', { name: 'Hide' }).click();
  expect(await pin.isVisible()).toBe(false);
});

test('a less urgent route does not take the place of a more urgent one', async () => {
  page = await site.visit('/chat', PHONE);
  await welcomed(page);
  const pin = page.getByRole('complementary');
  await ask(page, page, 'I have a fever since my infusion');
  await ask(page, page, 'I have chest pain right now');
  expect(await pin.getByRole('heading').innerText()).toBe('Emergency');
  await ask(page, page, 'I have a fever since my infusion');
  expect(await pin.getByRole('heading').innerText()).toBe('Emergency');
});

test('an answer that routes to the care team offers no button to the emergency number', async () => {
  page = await site.visit('/chat', PHONE);
  await welcomed(page);
  await ask(page, page, 'I have a fever since my infusion');
  const pin = page.getByRole('complementary');
  expect(await pin.getByText('Call your care team now').isVisible()).toBe(true);
  expect(await pin.getByRole('link').count()).toBe(0);
});

test('the list for a visit prints alone, with its footer and the date', async () => {
  page = await site.visit('/chat');
  await page.evaluate(() => {
    window.print = () => dispatchEvent(new Event('beforeprint'));
  });
  await welcomed(page);
  await ask(page, page, 'What are checkpoint inhibitors?');
  const list = await ask(page, page, 'summary');
  await list.getByRole('button', { name: 'Print the list' }).click();
  await page.emulateMedia({ media: 'print' });
  expect(
    await answers(page).evaluateAll((all) => all.filter((one) => one.checkVisibility()).length),
  ).toBe(1);
  expect(await list.locator('.footer').isVisible()).toBe(true);
  expect(await page.getByText('Printed on').isVisible()).toBe(true);
  expect(await page.locator('.composer').isVisible()).toBe(false);
  expect(await list.getByRole('button').first().isVisible()).toBe(false);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  expect(
    await answers(page).evaluateAll((all) => all.filter((one) => one.checkVisibility()).length),
  ).toBe(3);
});
