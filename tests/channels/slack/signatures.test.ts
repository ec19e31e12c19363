import { mention, nowSeconds, sign } from '../../fixtures/slack.js';
import { type SlackApp, startSlackApp } from '../../fixtures/slack-app.js';

let on: SlackApp;
beforeAll(async () => {
  on = await startSlackApp();
});
afterAll(() => on.stop());
beforeEach(() => on.clear());

const body = mention('signed');
test.each<[string, () => Record<string, string>]>([
  ['none at all', () => ({})],
  ['one of another secret', () => sign(body, nowSeconds(), 'another secret of some length')],
  ['one over another body', () => sign(`${body} `)],
  ['an old one', () => sign(body, nowSeconds() - 600)],
  ['one for the future', () => sign(body, nowSeconds() + 600)],
  ['an old one under a new time', () => ({ ...sign(body, nowSeconds() - 600), ...time() })],
  ['an empty one', () => ({ ...sign(body), 'x-slack-signature': 'v0=' })],
  ['one without its version', () => ({ ...sign(body), 'x-slack-signature': 'abc' })],
  ['a time that is none', () => ({ ...sign(body), 'x-slack-request-timestamp': 'NaN' })],
])('%s is refused with 401 and one log line', async (_name, headers) => {
  expect((await on.post(body, headers())).status).toBe(401);
  await on.calls(0);
  const lines = on.app.logged.filter((line) => line.includes('was refused'));
  expect(lines).toHaveLength(1);
  expect(lines.join('')).not.toMatch(/v0=|secret|xoxb/);
});

const time = () => ({ 'x-slack-request-timestamp': String(nowSeconds()) });

test('a right one, replayed within its five minutes, is answered once', async () => {
  const headers = sign(body);
  expect((await on.post(body, headers)).status).toBe(200);
  expect((await on.post(body, headers)).status).toBe(200);
  await on.calls(1);
});
