// How soon the bot answers after its start, and how much memory it holds after 1,000 turns
// beside the SDK's stock echo bot. Run `npm run build` first, then `node bench/start/run.mjs`.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const TARGETS = { firstAnswerMs: 3000, memoryAboveStockMb: 40 };
const STARTS = 5;
const TURNS = 1000;
const QUESTIONS = [
  'What is CAR T?',
  'side effects',
  'is it better than chemo',
  'what does it cost',
  'hello',
];
const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const MAIN = at('../../dist/main.js');
const STOCK = at('./stock-echo.cjs');

async function start(script, env = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'faq-bench-'));
  const began = performance.now();
  const child = spawn(process.execPath, [script], {
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      DATA_DIR: dataDir,
      LIMIT_TURNS_PER_MINUTE: '1000000',
      LOG_LEVEL: 'warn',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = new Promise((resolve) => child.on('close', resolve));
  const url = await new Promise((resolve, reject) => {
    let out = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
      const found = /http:\/\/\S+:\d+/.exec(out);
      if (found) resolve(found[0]);
    });
    exited.then((code) => reject(new Error(`exited with ${code}`)));
  });
  const stop = async () => {
    child.kill('SIGTERM');
    await exited;
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { url, began, pid: child.pid, stop };
}

async function post(url, body, token) {
  const headers = {
    'content-type': 'application/json',
    ...(token && { authorization: `Bearer ${token}` }),
  };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  const text = await response.text();
  return text.startsWith('{') ? JSON.parse(text) : {};
}

async function firstAnswer() {
  const bot = await start(MAIN);
  const listening = performance.now() - bot.began;
  const root = `${bot.url}/v3/directline`;
  const { token } = await post(`${root}/tokens/generate`, {});
  const { conversationId } = await post(`${root}/conversations`, {}, token);
  const activities = `${root}/conversations/${conversationId}/activities`;
  await post(activities, { type: 'message', text: QUESTIONS[0] }, token);
  const headers = { authorization: `Bearer ${token}` };
  const page = await (await fetch(activities, { headers })).json();
  const answered = performance.now() - bot.began;
  await bot.stop();
  if (page.activities.length !== 3) throw new Error('no answer');
  return { listening, answered };
}

/** Resident memory in MB. Linux. */
function residentMb(pid) {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
}

async function memoryOf(script, connectorUrl) {
  const bot = await start(script);
  const fresh = residentMb(bot.pid);
  for (let turn = 0; turn < TURNS; turn += 1) {
    await post(`${bot.url}/api/messages`, {
      type: 'message',
      id: `a${turn}`,
      channelId: 'emulator',
      serviceUrl: connectorUrl,
      from: { id: 'user' },
      recipient: { id: 'bot' },
      conversation: { id: `c${turn % 100}` },
      text: QUESTIONS[turn % QUESTIONS.length],
    });
  }
  const after = residentMb(bot.pid);
  await bot.stop();
  return { fresh, after };
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

let replies = 0;
const connector = createServer((request, response) => {
  request.resume().on('end', () => {
    replies += 1;
    response.setHeader('content-type', 'application/json');
    response.end('{"id":"1"}');
  });
});
await new Promise((resolve) => connector.listen(0, '127.0.0.1', resolve));
const connectorUrl = `http://127.0.0.1:${connector.address().port}`;

const starts = [];
for (let run = 0; run < STARTS; run += 1) {
  starts.push(await firstAnswer());
}
const stock = await memoryOf(STOCK, connectorUrl);
const own = await memoryOf(MAIN, connectorUrl);
connector.close();
const answered = median(starts.map((each) => each.answered));
const above = own.after - stock.after;
const rows = [
  ['start to listening, median ms', median(starts.map((each) => each.listening)).toFixed(0), ''],
  ['start to first answer, median ms', answered.toFixed(0), `target ${TARGETS.firstAnswerMs}`],
  ['resident MB after start: stock, own', `${stock.fresh.toFixed(0)}, ${own.fresh.toFixed(0)}`, ''],
  [
    `resident MB after ${TURNS} turns: stock, own`,
    `${stock.after.toFixed(0)}, ${own.after.toFixed(0)}`,
    '',
  ],
  ['own above stock, MB', above.toFixed(0), `target ${TARGETS.memoryAboveStockMb}`],
  ['replies delivered', String(replies), `of ${2 * TURNS}`],
];
for (const row of rows) {
  console.log(row.join('\t'));
}
process.exitCode =
  answered > TARGETS.firstAnswerMs || above > TARGETS.memoryAboveStockMb || replies !== 2 * TURNS
    ? 1
    : 0;
