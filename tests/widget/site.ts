import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, FrameLocator, Locator, Page } from 'playwright-core';
import { loadBot } from '../../src/bot.js';
import type { Bot } from '../../src/dialog/request.js';
import { launchBrowser } from '../fixtures/browser.js';
import { DEFAULT_SETTINGS } from '../fixtures/default-settings.js';
import { type RunningApp, runApp } from '../fixtures/running-app.js';

/** How long a page may take to show what it should, on a busy machine. */
const PATIENCE_MS = 10_000;
const ROOT = join(__dirname, '../..');

/** The chat's page, or the frame it is in. */
export type ChatView = Page | FrameLocator;

/** Builds the chat, so that what is tested is what the sources say now. */
export function buildWidget(): void {
  execFileSync(process.execPath, ['scripts/build-widget.mjs'], { cwd: ROOT });
}

/** A running app with the chat built, and a browser to look at it. */
export class Site {
  readonly problems: string[] = [];

  private constructor(
    public app: RunningApp,
    readonly browser: Browser,
    readonly host: HostPages,
  ) {}

  /** @param bot the project's own when left out. */
  static async open(bot: Bot = realBot(), env: Record<string, string> = {}): Promise<Site> {
    buildWidget();
    const host = await HostPages.open();
    const app = await runApp({ FRAME_ANCESTORS: host.origin, ...env }, { bot });
    return new Site(app, await launchBrowser(), host);
  }

  /** A page in a browser profile of its own; its errors are collected in `problems`. */
  async visit(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext(options);
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    this.watch(page);
    await page.goto(path === 'about:blank' ? path : new URL(path, this.app.url).href);
    return page;
  }

  watch(page: Page): void {
    page.on('pageerror', ({ message }) => this.problems.push(message));
    page.on('console', (said) => {
      if (said.type() === 'error' && /Content Security|Refused|Trusted/.test(said.text())) {
        this.problems.push(said.text());
      }
    });
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.app.stop();
    await this.host.close();
  }
}

/** Pages of another origin, served on this machine. */
export class HostPages {
  private readonly pages = new Map<string, string>();
  private readonly server = createServer((request, response) => {
    const page = this.pages.get(request.url ?? '');
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html' });
    response.end(page);
  });

  static async open(): Promise<HostPages> {
    const pages = new HostPages();
    await new Promise<void>((resolve) => {
      pages.server.listen(0, '127.0.0.1', resolve);
    });
    return pages;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** @returns the address of the page. */
  serve(path: string, html: string): string {
    this.pages.set(path, html);
    return `${this.origin}${path}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => {
      this.server.close(resolve);
    });
  }
}

let loaded: Bot | null = null;

/** The bot with the project's own content and the numbers of the United States. */
export function realBot(): Bot {
  loaded ??= loadBot({ ...DEFAULT_SETTINGS, REGION: 'US' }).bot;
  return loaded;
}

export const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 800 },
  hasTouch: true,
  isMobile: true,
};

export const answers = (view: ChatView): Locator => view.locator('.answer');

export async function welcomed(view: ChatView): Promise<void> {
  await answers(view).first().waitFor();
}

/** Types a question, sends it with Enter, and waits for its answer. */
export async function ask(page: Page, view: ChatView, text: string): Promise<Locator> {
  const before = await answers(view).count();
  await view.locator('#question').focus();
  await page.keyboard.insertText(text);
  await page.keyboard.press('Enter');
  const answer = answers(view).nth(before);
  await answer.waitFor();
  return answer;
}

/** Opens the sheet with a press and returns what is in it. */
export async function openSheet(page: Page): Promise<FrameLocator> {
  await page.locator('faq-bot').getByRole('button').first().click();
  const frame = page.frameLocator('faq-bot iframe');
  await welcomed(frame);
  return frame;
}

export const launcherOf = (page: Page): Locator => page.locator('faq-bot [part="launcher"]');

/** Waits until the sheet is closed and the launcher has the focus again. */
export async function closed(page: Page): Promise<void> {
  await page.locator('faq-bot [part="launcher"][aria-expanded="false"]:focus').waitFor();
}
