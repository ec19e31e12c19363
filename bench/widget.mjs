// How heavy and how quick the website chat is: bytes by file, time from a tap to the welcome, time from a
// question to its answer, memory after 500 turns. In a real browser against the built bot, on this machine.
// Run: npm run build && node bench/widget.mjs
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const { chromium } = require('playwright-core');
const packaged = require('@sparticuz/chromium');

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const OPENINGS = 15;
const TURNS = 500;
const QUESTIONS = [
  'What is immunotherapy?',
  'How does CAR T-cell therapy work?',
  'What are checkpoint inhibitors?',
  'What are the side effects?',
  'Is immunotherapy new?',
];

const quantile = (values, q) => [...values].sort((a, b) => a - b)[Math.floor(values.length * q)];
const ms = (values) =>
  `p50 ${quantile(values, 0.5).toFixed(0)} ms, p95 ${quantile(values, 0.95).toFixed(0)} ms (n ${values.length})`;

async function startBot(dataDir) {
  const env = { ...process.env, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'error', REGION: 'US' };
  const bot = spawn(process.execPath, ['dist/main.js'], { cwd: ROOT, env });
  const url = await new Promise((resolve, reject) => {
    bot.stdout.on('data', (chunk) => {
      const found = /http:\/\/\S+:\d+/.exec(String(chunk));
      if (found) resolve(found[0]);
    });
    bot.on('exit', (code) => reject(new Error(`The bot ended with ${code}.`)));
  });
  return { bot, url };
}

async function launch() {
  const own = process.env.CHROMIUM_PATH;
  const executablePath = own ?? (await (packaged.default ?? packaged).executablePath());
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

/** In the page: presses the launcher without coming near it first, so nothing is loaded beforehand. */
function tap() {
  const { shadowRoot } = document.querySelector('faq-bot');
  return new Promise((resolve) => {
    const start = performance.now();
    let ready = null;
    shadowRoot.querySelector('button').click();
    const look = () => {
      const inside = shadowRoot.querySelector('iframe').contentDocument;
      const field = inside?.querySelector('#question');
      if (ready === null && field && inside.activeElement === field)
        ready = performance.now() - start;
      if (ready !== null && inside.querySelector('.answer')) {
        resolve({ ready, welcome: performance.now() - start });
      } else {
        setTimeout(look, 1);
      }
    };
    look();
  });
}

/** In the chat: asks, and resolves with the time until the answer stands on the page. */
function askOnce(text) {
  return new Promise((resolve) => {
    const turns = document.querySelector('.turns');
    const before = turns.querySelectorAll('.answer').length;
    const start = performance.now();
    new MutationObserver((_changes, observer) => {
      if (turns.querySelectorAll('.answer').length > before) {
        observer.disconnect();
        resolve(performance.now() - start);
      }
    }).observe(turns, { childList: true });
    document.querySelector('#question').value = text;
    document.querySelector('form').requestSubmit();
  });
}

async function openings(browser, url) {
  const results = [];
  for (let i = 0; i < OPENINGS; i += 1) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'load' });
    results.push(await page.evaluate(tap));
    await context.close();
  }
  return results;
}

async function memory(page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('HeapProfiler.collectGarbage');
  const { jsHeapSizeUsed, nodes } = Object.assign(
    { jsHeapSizeUsed: 0 },
    await cdp.send('Memory.getDOMCounters'),
    { jsHeapSizeUsed: (await cdp.send('Runtime.getHeapUsage')).usedSize },
  );
  return `${(jsHeapSizeUsed / 1e6).toFixed(1)} MB of script memory, ${nodes} nodes`;
}

async function conversation(browser, url) {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${url}/chat`);
  await page.locator('.answer').first().waitFor();
  const atStart = await memory(page);
  const times = [];
  for (let i = 0; i < TURNS; i += 1) {
    times.push(await page.evaluate(askOnce, QUESTIONS[i % QUESTIONS.length]));
  }
  return { times, atStart, atEnd: await memory(page) };
}

async function main() {
  const { assets, pages, total } = JSON.parse(
    readFileSync(path.join(ROOT, 'dist/widget/manifest.json'), 'utf8'),
  );
  console.log(`Node ${process.version}, ${cpus().length} cores`);
  for (const [name, { bytes, brotli }] of Object.entries(assets)) {
    console.log(`${name.padEnd(12)} ${bytes} bytes, ${brotli} compressed`);
  }
  console.log(`chat.html    ${pages['chat.html']} bytes; the chat in all ${total} bytes`);
  const dataDir = mkdtempSync(path.join(tmpdir(), 'faq-bench-'));
  const { bot, url } = await startBot(dataDir);
  const browser = await launch();
  try {
    const opened = await openings(browser, url);
    console.log(`tap to question field, nothing cached: ${ms(opened.map(({ ready }) => ready))}`);
    console.log(
      `tap to welcome, nothing cached:        ${ms(opened.map(({ welcome }) => welcome))}`,
    );
    const { times, atStart, atEnd } = await conversation(browser, url);
    console.log(`question to answer on the page:        ${ms(times)}`);
    console.log(`memory at the welcome:    ${atStart}`);
    console.log(`memory after ${TURNS} turns: ${atEnd}`);
  } finally {
    await browser.close();
    bot.removeAllListeners('exit');
    bot.kill('SIGKILL');
    rmSync(dataDir, { recursive: true, force: true });
  }
}

await main();
