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

test('the server is killed in the middle, and the next question is answered without a reload', async () => {
  page = await site.visit('/chat');
  await welcomed(page);
  await ask(page, page, 'What is immunotherapy?');
  site.app = await site.app.restart();
  const answer = await ask(page, page, 'What are checkpoint inhibitors?');
  expect(await answer.innerText()).toMatch(/checkpoint inhibitors/i);
  expect(await page.locator('.question').count()).toBe(2);
  expect(await page.locator('.unsent').count()).toBe(0);
  // It is still the same conversation to the bot: "more" goes on with the topic.
  expect(await (await ask(page, page, 'more')).innerText()).not.toMatch(/which topic/i);
});

test('questions asked offline wait in order, and go out on reconnecting', async () => {
  page = await site.visit('/chat');
  await welcomed(page);
  await page.context().setOffline(true);
  await page.getByText('The connection is lost').waitFor();
  for (const text of ['What is immunotherapy?', 'What are checkpoint inhibitors?']) {
    await page.locator('#question').fill(text);
    await page.keyboard.press('Enter');
  }
  expect(await page.locator('.unsent').count()).toBe(2);
  expect(await page.locator('.unsent').first().innerText()).toContain(
    'goes out when you are connected',
  );
  await page.context().setOffline(false);
  await answers(page).nth(2).waitFor();
  await page.getByText('You are connected again.').waitFor();
  expect(await page.locator('.unsent').count()).toBe(0);
  expect(await answers(page).nth(1).innerText()).toMatch(/immune system/i);
  expect(await answers(page).nth(2).innerText()).toMatch(/checkpoint/i);
  expect(await page.locator('.question').count()).toBe(2);
});

test('a question the server fails on can be sent again', async () => {
  page = await site.visit('/chat');
  await welcomed(page);
  const isPost = /\/activities$/;
  await page.route(isPost, (route) => route.fulfill({ status: 502, body: '' }), { times: 1 });
  await page.locator('#question').fill('What is immunotherapy?');
  await page.keyboard.press('Enter');
  await page.getByText('This was not sent.').waitFor();
  await page.getByRole('button', { name: 'Send again' }).click();
  await answers(page).nth(1).waitFor();
  expect(await page.locator('.unsent').count()).toBe(0);
});

test('without WebSockets the chat looks for its answers instead', async () => {
  page = await site.visit('about:blank');
  await page.addInitScript(() => {
    Object.assign(window, {
      WebSocket: class extends EventTarget {
        onclose: ((end: object) => void) | null = null;
        constructor() {
          super();
          setTimeout(() => this.onclose?.({ reason: '' }));
        }
        close() {}
      },
    });
  });
  await page.goto(`${site.app.url}/chat`);
  await welcomed(page);
  expect(await (await ask(page, page, 'What is immunotherapy?')).innerText()).toMatch(/immune/i);
  expect(await (await ask(page, page, 'Is it new?')).innerText()).toMatch(/new/i);
});

test('two tabs are two conversations', async () => {
  page = await site.visit('/chat');
  await welcomed(page);
  const other = await page.context().newPage();
  await other.goto(`${site.app.url}/chat`);
  await welcomed(other);
  await ask(page, page, 'What is immunotherapy?');
  await ask(other, other, 'What are checkpoint inhibitors?');
  expect(await page.locator('.question').allInnerTexts()).toHaveLength(1);
  expect(await other.locator('.answer').last().innerText()).toMatch(/checkpoint/i);
});

test('a tab that was duplicated shares its conversation, and both get every answer', async () => {
  page = await site.visit('/chat');
  await welcomed(page);
  const kept = await page.evaluate(() => sessionStorage.getItem('faq-bot') ?? '');
  const other = await page.context().newPage();
  await other.addInitScript((token) => sessionStorage.setItem('faq-bot', token), kept);
  await other.goto(`${site.app.url}/chat`);
  await welcomed(other);
  await ask(page, page, 'What is immunotherapy?');
  await answers(other).nth(1).waitFor();
  await ask(other, other, 'Is immunotherapy new?');
});

test('a token the server no longer knows leads to a new conversation, and the chat says so', async () => {
  page = await site.visit('/chat');
  await welcomed(page);
  await page.route(
    /\/conversations\/[^/]+\/activities/,
    (route) => route.fulfill({ status: 403, body: '{}' }),
    { times: 1 },
  );
  await page.locator('#question').fill('What is immunotherapy?');
  await page.keyboard.press('Enter');
  await page.getByText('A new chat has begun.').waitFor();
  await answers(page).nth(2).waitFor();
  expect(await answers(page).nth(2).innerText()).toMatch(/immune/i);
});

test('where no token is given the chat says so, and can be tried again', async () => {
  page = await site.visit('about:blank');
  await page.route(/tokens\/generate/, (route) => route.fulfill({ status: 403, body: '{}' }), {
    times: 1,
  });
  await page.goto(`${site.app.url}/chat`);
  await page.getByText('This chat is not available here.').waitFor();
  await page.getByRole('button', { name: 'Try again' }).click();
  await welcomed(page);
});
