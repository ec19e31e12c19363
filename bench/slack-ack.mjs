// Time until Slack has its acknowledgement, while Slack's API answers and while it hangs; then the time to stop.
// Usage: npm run build && node bench/slack-ack.mjs [--events N] [--rate N a second]
// Beside each event a request goes to a process that does nothing else: its times are the machine's own.
// The rate stays below what the bot takes on at once: 500 answers on their way, each given up after 8 s.
import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '3000' },
    rate: { type: 'string', default: '50' },
  },
});
const EVENTS = Number(values.events);
const RATE = Number(values.rate);
const SECRET = '0123456789abcdef0123456789abcdef';
/** A p99 above this is a failure. Slack asks for 3 s. */
const LIMIT_MS = 50;
const QUESTIONS = [
  'what is it',
  'side effects?',
  'what is car t',
  'treatment',
  'best pizza recipe',
];

const folder = mkdtempSync(path.join(tmpdir(), 'faq-slack-'));
const agent = new Agent({ keepAlive: false });

/** Slack's API: answers, or takes calls and never does. */
const api = { hangs: false, calls: 0, server: null };
api.server = createServer((call, response) => {
  api.calls += 1;
  call.resume();
  if (!api.hangs) {
    response.end('{"ok":true,"ts":"1.1"}');
  }
});
await new Promise((resolve) => api.server.listen(0, '127.0.0.1', resolve));

const main = spawn(process.execPath, [fileURLToPath(new URL('../dist/main.js', import.meta.url))], {
  env: {
    ...process.env,
    PORT: '0',
    DATA_DIR: folder,
    LOG_LEVEL: 'silent',
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_BOT_TOKEN: 'xoxb-not-a-real-token',
    SLACK_API_URL: `http://127.0.0.1:${api.server.address().port}/api/`,
  },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const exited = new Promise((resolve) => main.on('close', resolve));
const address = await new Promise((resolve, reject) => {
  let out = '';
  main.stdout.on('data', (chunk) => {
    out += chunk;
    const printed = /http:\/\/\S+:\d+/.exec(out)?.[0];
    if (printed !== undefined) resolve(printed);
  });
  exited.then((code) => reject(new Error(`the bot ended with ${code}`)));
});

/** The machine's own noise: a server that only answers. */
const idle = spawn(process.execPath, [
  '-e',
  "require('node:http').createServer((q, r) => { q.resume(); r.end(); }).listen(0, '127.0.0.1', function () { console.log(this.address().port); })",
]);
const idlePort = await new Promise((resolve) => {
  idle.stdout.once('data', (chunk) => resolve(Number(chunk)));
});

let count = 0;

/** Delivers one signed event, and the same bytes to the idle server. */
function deliver() {
  count += 1;
  const body = JSON.stringify({
    type: 'event_callback',
    team_id: 'T1',
    api_app_id: 'A1',
    event_id: `Ev${count}`,
    authorizations: [{ team_id: 'T1', user_id: 'UBOT', is_bot: true }],
    event: {
      type: 'app_mention',
      channel: `C${count % 20}`,
      user: `U${count % 200}`,
      ts: `1700000000.${count}`,
      text: `<@UBOT> ${QUESTIONS[count % QUESTIONS.length]}`,
    },
  });
  const seconds = String(Math.floor(Date.now() / 1000));
  const hash = createHmac('sha256', SECRET).update(`v0:${seconds}:${body}`).digest('hex');
  const headers = {
    'content-type': 'application/json',
    'x-slack-request-timestamp': seconds,
    'x-slack-signature': `v0=${hash}`,
  };
  return Promise.all([
    post(`${address}/api/slack/events`, body, headers),
    post(`http://127.0.0.1:${idlePort}/`, body, headers),
  ]);
}

/** Resolves with the status and the milliseconds until the response was complete. */
function post(url, body, headers) {
  const begin = performance.now();
  return new Promise((resolve) => {
    const sent = request(url, { method: 'POST', headers, agent }, (response) => {
      response.resume();
      response.on('end', () => {
        resolve({ status: response.statusCode, ms: performance.now() - begin });
      });
    });
    sent.on('error', () => resolve({ status: 0, ms: performance.now() - begin }));
    sent.end(body);
  });
}

/** p50, p95, p99 and the longest, in milliseconds. */
function spread(results) {
  const times = results.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(share * times.length))];
  return [0.5, 0.95, 0.99, 1].map(at);
}

const show = (times) => {
  const [p50, p95, p99, max] = times.map((ms) => ms.toFixed(1));
  return `p50 ${p50}, p95 ${p95}, p99 ${p99}, max ${max}`;
};

/** Events at an even rate, sent when they are due whether or not earlier ones are answered. */
async function run(name, events) {
  const begin = performance.now();
  const answers = [];
  for (let i = 0; i < events; i += 1) {
    const wait = begin + (i * 1000) / RATE - performance.now();
    if (wait > 0) await sleep(wait);
    answers.push(deliver());
  }
  const results = await Promise.all(answers);
  const [bot, machine] = [0, 1].map((i) => results.map((pair) => pair[i]));
  const others = bot.filter(({ status }) => status !== 200).length;
  const times = spread(bot);
  console.log(`${name}: ${events} events at ${RATE} a second, ${others} not answered with 200`);
  console.log(`  acknowledged, ms: ${show(times)}`);
  console.log(`  the machine's own: ${show(spread(machine))}`);
  return others === 0 && times[2] < LIMIT_MS;
}

let good = false;
try {
  // Bolt is loaded after the start, and the first turns are slow everywhere.
  for (let i = 0; i < 50; i += 1) await deliver();
  const answered = await run('API answers', Math.ceil(EVENTS / 3));
  api.hangs = true;
  const hanging = await run('API hangs', EVENTS);
  good = answered && hanging;
  console.log(`calls the API was given: ${api.calls}`);
} finally {
  const begin = performance.now();
  main.kill('SIGTERM');
  console.log(
    `stopped with code ${await exited} after ${Math.round(performance.now() - begin)} ms`,
  );
  idle.kill();
  agent.destroy();
  api.server.closeAllConnections();
  api.server.close();
  rmSync(folder, { recursive: true });
}
console.log(good ? `within ${LIMIT_MS} ms at p99` : `not within ${LIMIT_MS} ms at p99`);
process.exitCode = good ? 0 : 1;
