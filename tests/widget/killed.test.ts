import type { Browser } from 'playwright-core';
import { launchBrowser } from '../fixtures/browser.js';
import { build, type MainProcess, startMain, withDataDir } from '../fixtures/run-main.js';
import { answers, ask, buildWidget, welcomed } from './site.js';

let browser: Browser;
let main: MainProcess;

beforeAll(async () => {
  build();
  buildWidget();
  browser = await launchBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  main?.process.kill('SIGKILL');
});

test('the process is killed in the middle of a conversation: what is asked meanwhile is answered by the next one', async () => {
  await withDataDir(async (dataDir) => {
    main = startMain({ DATA_DIR: dataDir });
    const address = await main.address;
    const page = await browser.newPage();
    await page.goto(`${address}/chat`);
    await welcomed(page);
    await ask(page, page, 'What is immunotherapy?');
    main.process.kill('SIGKILL');
    await main.exited;
    await page.locator('#question').fill('What are checkpoint inhibitors?');
    await page.keyboard.press('Enter');
    await page.getByText('The connection is lost').waitFor();
    expect(await page.locator('.unsent').count()).toBe(1);
    main = startMain({ DATA_DIR: dataDir, PORT: new URL(address).port });
    await main.address;
    await answers(page).nth(2).waitFor();
    expect(await answers(page).nth(2).innerText()).toMatch(/checkpoint/i);
    expect(await page.locator('.question').count()).toBe(2);
    main.process.kill('SIGKILL');
    await main.exited;
  });
}, 60_000);
