import { hang, mention, sign } from '../../fixtures/slack.js';
import { type SlackApp, startSlackApp } from '../../fixtures/slack-app.js';

let on: SlackApp;
afterEach(() => on.stop());

const MINUTE = 60_000;

test('an event that comes again after a restart, 50 minutes later, is not answered again', async () => {
  on = await startSlackApp();
  const body = mention('once');
  await on.post(body);
  await on.calls(1);
  const real = Date.now.bind(Date);
  const later = jest.spyOn(Date, 'now').mockImplementation(() => real() + 50 * MINUTE);
  on.app = await on.app.restart();
  const headers = {
    ...sign(body),
    'x-slack-retry-num': '3',
    'x-slack-retry-reason': 'http_timeout',
  };
  expect((await on.post(body, headers)).status).toBe(200);
  expect((await on.post(mention('another'))).status).toBe(200);
  await on.calls(2);
  later.mockRestore();
});

test('an app that stops finishes the answers it has acknowledged', async () => {
  on = await startSlackApp();
  on.slack.script.push((response) => {
    setTimeout(() => response.end('{"ok":true}'), 300);
  });
  await on.post(mention('last'));
  await on.app.stop();
  await on.calls(1);
  expect(on.app.logged.join('')).not.toContain('given up');
});

test('an app that stops does not wait for an API that hangs', async () => {
  // Were it waited for, this test would run into its timeout.
  on = await startSlackApp({ sendPolicy: { deadlineMs: 120_000, tries: 3, backoffMs: 10 } });
  on.slack.script.push(hang, hang);
  await on.post(mention('a'));
  await on.post(mention('b'));
  await on.calls(2);
  await on.app.stop();
  const lines = on.app.logged.filter((line) => line.includes('given up at the stop'));
  expect(lines.map((line) => JSON.parse(line).answers)).toEqual([2]);
});

test('with as many answers on their way as it takes on, Slack is asked to come again', async () => {
  on = await startSlackApp({ sendPolicy: { deadlineMs: 20_000, tries: 1, backoffMs: 10 } });
  on.slack.script.push(...Array.from({ length: 500 }, () => hang));
  const bodies = Array.from({ length: 500 }, (_, i) => mention(`q${i}`));
  const taken = await Promise.all(bodies.map((body) => on.post(body)));
  expect(new Set(taken.map(({ status }) => status))).toEqual(new Set([200]));
  expect((await on.post(mention('one too many'))).status).toBe(503);
});
