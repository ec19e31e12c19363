import AxeBuilder from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { answers, ask, launcherOf, openSheet, PHONE, Site, welcomed } from './site.js';

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

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong on a page and in its frames. */
async function violations(): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 860 } };

describe.each([
  ['light desktop', { ...DESKTOP, colorScheme: 'light' as const }],
  ['dark desktop', { ...DESKTOP, colorScheme: 'dark' as const }],
  ['light phone', { ...PHONE, colorScheme: 'light' as const }],
  ['dark phone', { ...PHONE, colorScheme: 'dark' as const }],
])('on a %s', (_name, options) => {
  test('axe finds nothing, closed and open', async () => {
    page = await site.visit('/', options);
    await launcherOf(page).waitFor();
    expect(await violations()).toEqual([]);
    const chat = await openSheet(page);
    expect(await violations()).toEqual([]);
    await ask(page, chat, 'What is immunotherapy?');
    await ask(page, chat, 'I have chest pain right now');
    await ask(page, chat, 'summary');
    await chat.getByRole('button', { name: 'Clear chat' }).click();
    // Colours fade in; contrast is measured when they stand.
    await page.waitForTimeout(300);
    expect(await violations()).toEqual([]);
  }, 60_000);
});

test('on a page of its own axe finds nothing either', async () => {
  page = await site.visit('/chat', { ...PHONE, forcedColors: 'active' });
  await welcomed(page);
  await ask(page, page, 'Can you give me the odds, how long do I have to live?');
  expect(await violations()).toEqual([]);
});

test.each([
  ['320 pixels wide', { width: 320, height: 640 }],
  ['four times the size', { width: 320, height: 256 }],
  ['a phone lying down', { width: 740, height: 340 }],
])('nothing is lost at %s', async (_name, viewport) => {
  page = await site.visit('/chat', { viewport });
  await welcomed(page);
  await ask(page, page, 'I have chest pain right now');
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(sideways).toBeLessThanOrEqual(0);
  for (const name of ['Send', 'Clear chat', 'Hide']) {
    const button = page.getByRole('button', { name });
    await button.scrollIntoViewIfNeeded();
    const box = await button.boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= viewport.width).toBe(true);
  }
});

test('targets are 24 pixels or more with a mouse and 44 with a finger', async () => {
  const sizes = async (options: BrowserContextOptions) => {
    page = await site.visit('/chat', options);
    await welcomed(page);
    await ask(page, page, 'What is immunotherapy?');
    await ask(page, page, 'I have chest pain right now');
    const boxes = await page.locator('button, .call').evaluateAll((targets) =>
      targets
        .filter((target) => target.checkVisibility())
        .map((target) => {
          const { width, height } = target.getBoundingClientRect();
          return Math.min(width, height);
        }),
    );
    expect(boxes.length).toBeGreaterThan(8);
    return Math.min(...boxes);
  };
  expect(await sizes(DESKTOP)).toBeGreaterThanOrEqual(24);
  await page.context().close();
  expect(await sizes(PHONE)).toBeGreaterThanOrEqual(44);
});

test('the conversation is one log, which grows turn by turn and is silent while it is restored', async () => {
  page = await site.visit('/chat');
  await welcomed(page);
  await ask(page, page, 'What is immunotherapy?');
  expect(await page.getByRole('log').count()).toBe(1);
  expect(await page.locator('[aria-live=assertive], [role=alert]').count()).toBe(0);
  await page.addInitScript(() => {
    const seen: (string | null)[] = [];
    Object.assign(window, { seen });
    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes) {
        if (
          target instanceof HTMLElement &&
          target.className === 'turns' &&
          addedNodes.length > 0
        ) {
          seen.push(target.parentElement?.getAttribute('aria-live') ?? null);
        }
      }
    }).observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  await answers(page).nth(1).waitFor();
  const seen = await page.evaluate(() => (window as unknown as { seen: (string | null)[] }).seen);
  expect(new Set(seen)).toEqual(new Set(['off']));
  await page.waitForFunction(
    () => !document.querySelector('[role=log]')?.hasAttribute('aria-live'),
  );
});

test('with reduced motion nothing moves by itself', async () => {
  page = await site.visit('/', { ...DESKTOP, reducedMotion: 'reduce' });
  const chat = await openSheet(page);
  await ask(page, chat, 'What is immunotherapy?');
  const running = () => document.getAnimations().length;
  expect(await page.evaluate(running)).toBe(0);
  expect(await chat.locator(':root').evaluate(running)).toBe(0);
  expect(await chat.locator('.log').evaluate((log) => getComputedStyle(log).scrollBehavior)).toBe(
    'auto',
  );
});
