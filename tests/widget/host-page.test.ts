import type { BrowserContextOptions, Page } from 'playwright-core';
import { ask, closed, launcherOf, openSheet, PHONE, Site } from './site.js';

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

const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 860 } };

const HOSTILE = `
  * { all: unset !important; font-size: 60px !important; letter-spacing: 1em !important; color: lime !important;
      z-index: 2147483647 !important; direction: ltr; box-sizing: content-box !important; }
  html { font-size: 80px !important; }
  div, dialog, iframe, button { display: none !important; position: static !important; transform: rotate(9deg) !important; }
  #war { display: block !important; position: fixed !important; inset: 0; z-index: 2147483647 !important; pointer-events: none; }`;

test('hostile styles of the page reach neither launcher nor sheet, and the page does not shift', async () => {
  page = await site.visit('about:blank', DESKTOP);
  const content = '<h1>Page</h1><p>Words.</p>'.repeat(5);
  const script = `<script>
    new PerformanceObserver((list) => { window.shift = (window.shift ?? 0) + list.getEntries().filter(({ hadRecentInput }) => !hadRecentInput).reduce((sum, { value }) => sum + value, 0); })
      .observe({ type: 'layout-shift', buffered: true });
    window.heights = [document.documentElement.scrollHeight];
  </script>`;
  const widget = `<faq-bot></faq-bot><script src="${site.app.url}/widget.js"></script>`;
  const html = `<!doctype html><html lang="en"><title>T</title><style>${HOSTILE}</style>${content}<div id="war"></div>${script}${widget}`;
  await page.goto(site.host.serve('/hostile', html));
  const closed = await launcherOf(page).boundingBox();
  expect(closed?.height).toBe(56);
  expect(closed?.width).toBeLessThan(260);
  const style = await launcherOf(page).evaluate((button) => {
    const { fontSize, letterSpacing, color, display } = getComputedStyle(button);
    return { fontSize, letterSpacing, color, display };
  });
  expect(style).toEqual({
    fontSize: '16px',
    letterSpacing: 'normal',
    color: 'rgb(255, 255, 255)',
    display: 'flex',
  });
  const chat = await openSheet(page);
  const sheet = await page.locator('faq-bot [part=sheet]').boundingBox();
  expect(sheet?.width).toBe(420);
  await ask(page, chat, 'What is immunotherapy?');
  const { shift, heights, now } = await page.evaluate(() => {
    const { shift: total = 0, heights: seen } = window as unknown as {
      shift?: number;
      heights: number[];
    };
    return { shift: total, heights: seen, now: document.documentElement.scrollHeight };
  });
  expect(shift).toBe(0);
  expect(heights).toEqual([now]);
  // A real press in the middle of the sheet lands in the chat, whatever lies about with the highest z-index.
  await page.mouse.click((sheet?.x ?? 0) + 200, (sheet?.y ?? 0) + (sheet?.height ?? 0) - 40);
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('faq-bot');
});

test('a page may restyle its parts and give colours; what is no colour is left out', async () => {
  page = await site.visit('about:blank', DESKTOP);
  const style = `faq-bot { --faq-bot-accent: gold; --faq-bot-radius: 4px; --faq-bot-font: "x} body{display:none"; }
    faq-bot::part(launcher) { border-radius: 3px; }`;
  const html = `<!doctype html><html lang="en"><title>T</title><style>${style}</style>
    <script src="${site.app.url}/widget.js" data-title="Ask the ward" data-label="Help" data-position="start" defer></script>`;
  await page.goto(site.host.serve('/branded', html));
  expect(await launcherOf(page).innerText()).toContain('Help');
  expect((await launcherOf(page).boundingBox())?.x).toBeLessThan(100);
  expect(await launcherOf(page).evaluate((button) => getComputedStyle(button).borderRadius)).toBe(
    '3px',
  );
  expect(await launcherOf(page).evaluate((button) => getComputedStyle(button).color)).toBe(
    'rgb(0, 0, 0)',
  );
  const chat = await openSheet(page);
  expect(await chat.locator('h1').innerText()).toBe('Ask the ward');
  const root = chat.locator(':root');
  expect(await root.evaluate((html_) => html_.style.getPropertyValue('--accent'))).toBe(
    'rgb(255, 215, 0)',
  );
  expect(await root.evaluate((html_) => html_.style.getPropertyValue('--on-accent'))).toBe('black');
  expect(await root.evaluate((html_) => html_.style.getPropertyValue('--font'))).toBe('');
});

test('on a right-to-left page the chat is mirrored, and English text in it still reads from the left', async () => {
  page = await site.visit('about:blank', DESKTOP);
  const html = `<!doctype html><html lang="ar" dir="rtl"><title>T</title><script src="${site.app.url}/widget.js" defer></script>`;
  await page.goto(site.host.serve('/rtl', html));
  expect((await launcherOf(page).boundingBox())?.x).toBeLessThan(100);
  const chat = await openSheet(page);
  const answer = await ask(page, chat, 'What is immunotherapy?');
  expect(await chat.locator(':root').getAttribute('dir')).toBe('rtl');
  expect(await answer.locator('.body').evaluate((body) => getComputedStyle(body).direction)).toBe(
    'ltr',
  );
  const [send, field] = await Promise.all([
    chat.locator('.send').boundingBox(),
    chat.locator('#question').boundingBox(),
  ]);
  expect(send?.x).toBeLessThan(field?.x ?? 0);
});

test('on a phone the sheet fills the screen and nothing behind it can be reached', async () => {
  page = await site.visit('/', { ...PHONE, reducedMotion: 'reduce' });
  await openSheet(page);
  expect(await page.locator('faq-bot [part=sheet]').boundingBox()).toEqual({
    x: 0,
    y: 0,
    width: 390,
    height: 800,
  });
  expect(
    await page.locator('faq-bot [part=sheet]').evaluate((sheet) => sheet.matches(':modal')),
  ).toBe(true);
  await page.frameLocator('faq-bot iframe').getByRole('button', { name: 'Close chat' }).tap();
  await closed(page);
});
