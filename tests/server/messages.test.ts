import {
  accept,
  answer,
  hang,
  type MockConnector,
  message,
  startConnector,
} from '../fixtures/connector.js';
import { ECHO_FOOTER } from '../fixtures/echo-bot.js';
import { postJson, type RunningApp, runApp } from '../fixtures/running-app.js';

let connector: MockConnector;
let app: RunningApp;

beforeEach(async () => {
  connector = await startConnector();
  app = await runApp({}, { sendPolicy: { deadlineMs: 600, tries: 3, backoffMs: 10 } });
});

afterEach(async () => {
  await app.stop();
  await connector.close();
});

const post = (activity: unknown, headers?: Record<string, string>) =>
  postJson(`${app.url}/api/messages`, activity, headers);

test('an activity of the emulator on this machine gets one reply, addressed to it', async () => {
  const activity = message(connector.url, { text: 'what is it' });
  expect((await post(activity)).status).toBe(200);
  expect(connector.deliveries).toHaveLength(1);
  const [delivery] = connector.deliveries;
  expect(delivery?.path).toBe(`/v3/conversations/conversation-1/activities/${activity.id}`);
  expect(delivery?.activity).toMatchObject({
    type: 'message',
    text: `Turn 1: what is it\n\n${ECHO_FOOTER}`,
    textFormat: 'markdown',
    replyToId: activity.id,
    channelData: { faqBot: { decision: 'answer', intent: 'types', contentVersion: 'echo' } },
  });
});

test('a second delivery of the same activity is left alone', async () => {
  const activity = message(connector.url);
  const replies = await Promise.all(Array.from({ length: 5 }, () => post(activity)));
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  expect(connector.deliveries).toHaveLength(1);
});

test('the same activity id in another conversation is another activity', async () => {
  const first = message(connector.url);
  await post(first);
  await post({ ...first, conversation: { id: 'conversation-2' } });
  expect(connector.deliveries).toHaveLength(2);
});

test('state goes from turn to turn and survives a restart', async () => {
  await post(message(connector.url));
  app = await app.restart();
  await post(message(connector.url));
  expect(connector.deliveries.map(({ activity }) => activity.text.slice(0, 6))).toEqual([
    'Turn 1',
    'Turn 2',
  ]);
});

test('replies are in the response when the channel expects them there', async () => {
  const { body } = await post(message(connector.url, { deliveryMode: 'expectReplies' }));
  expect(body.activities).toHaveLength(1);
  expect(body.activities[0]?.text).toContain('Turn 1: hello');
  expect(connector.deliveries).toHaveLength(0);
});

test('a member is welcomed once, however often the channel tells of it', async () => {
  const joined = { type: 'conversationUpdate', membersAdded: [{ id: 'bot-1' }, { id: 'user-1' }] };
  await post(message(connector.url, joined));
  await post(message(connector.url, joined));
  await post(message(connector.url, { type: 'installationUpdate', action: 'add' }));
  expect(connector.deliveries).toHaveLength(1);
  expect(connector.deliveries[0]?.activity.text).toContain('Welcome');
});

test('the bot does not welcome itself', async () => {
  await post(
    message(connector.url, { type: 'conversationUpdate', membersAdded: [{ id: 'bot-1' }] }),
  );
  expect(connector.deliveries).toHaveLength(0);
});

test.each([
  { type: 'messageUpdate' },
  { type: 'messageDelete' },
  { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] },
  { type: 'typing' },
  { type: 'endOfConversation' },
  { type: 'event', name: 'something' },
  { type: 'unheard-of' },
  { type: 'invoke', name: 'unheard/of' },
  { type: 'invoke', name: 'adaptiveCard/action', value: { action: { type: 'Action.Execute' } } },
  { type: 'invoke', name: 'signin/verifyState' },
  { from: { id: 'bot-1' } },
  { from: { id: 'other', role: 'bot' } },
])('%j is acknowledged and not answered', async (fields) => {
  expect((await post(message(connector.url, fields))).status).toBe(200);
  expect(connector.deliveries).toHaveLength(0);
});

test('feedback of Teams and of Web Chat reaches the bot with its turn', async () => {
  const like = { actionName: 'feedback', actionValue: { reaction: 'like', feedback: '{}' } };
  await post(
    message(connector.url, {
      type: 'invoke',
      name: 'message/submitAction',
      value: like,
      replyToId: 'a1',
    }),
  );
  const name = 'webchat:activity-status/feedback';
  const entities = [{ type: 'x', '@type': 'DislikeAction', '@id': 'a2' }];
  await post(message(connector.url, { type: 'event', name, entities }));
  expect(connector.deliveries.map(({ activity }) => activity.text.split('\n')[0])).toEqual([
    'Turn 1: feedback true a1',
    'Turn 2: feedback false a2',
  ]);
});

test('a fault in the turn gives the safe reply, and the log names it without what was said', async () => {
  expect((await post(message(connector.url, { text: 'break' }))).status).toBe(200);
  const sent = connector.deliveries[0]?.activity;
  const turnId = sent?.channelData.faqBot.turnId ?? 'none';
  expect(sent?.text).toContain(ECHO_FOOTER);
  expect(sent?.text).toContain(turnId);
  const log = app.logged.join('');
  expect(log).toContain(turnId);
  expect(log).not.toContain('secret');
});

test('the log holds neither what was said nor the conversation id', async () => {
  await post(message(connector.url, { text: 'planted words', conversation: { id: 'planted-id' } }));
  const log = app.logged.join('');
  expect(log).toContain('"decision":"answer"');
  expect(log).not.toMatch(/planted/);
});

test.each([412, 429, 502, 503, 504])(
  'a connector that answers %d is tried again',
  async (status) => {
    connector.script.push(answer(status), accept);
    await post(message(connector.url));
    expect(connector.deliveries).toHaveLength(2);
  },
);

test.each([400, 401, 403, 404, 500])(
  'a connector that answers %d is not tried again',
  async (status) => {
    connector.script.push(answer(status));
    expect((await post(message(connector.url))).status).toBe(200);
    expect(connector.deliveries).toHaveLength(1);
    expect(app.logged.join('')).toContain('could not be delivered');
  },
);

test('a connector that keeps failing is given up after three tries', async () => {
  connector.script.push(answer(503), answer(503), answer(503), answer(503));
  expect((await post(message(connector.url))).status).toBe(200);
  expect(connector.deliveries).toHaveLength(3);
});

test('a connector that asks for a longer wait than there is time is given up at once', async () => {
  connector.script.push(answer(429, { 'retry-after': '20' }));
  expect((await post(message(connector.url))).status).toBe(200);
  expect(connector.deliveries).toHaveLength(1);
});

test('a connector that never answers ends at the deadline, and others are answered meanwhile', async () => {
  connector.script.push(hang);
  const hung = post(message(connector.url, { conversation: { id: 'hung' } }));
  expect((await post(message(connector.url))).status).toBe(200);
  expect((await hung).status).toBe(200);
  expect(app.logged.join('')).toContain('could not be delivered');
});

test('a connector that redirects is not followed', async () => {
  const elsewhere = await startConnector();
  connector.script.push(answer(307, { location: `${elsewhere.url}/v3` }));
  await post(message(connector.url));
  expect(elsewhere.deliveries).toHaveLength(0);
  await elsewhere.close();
});

test('a connector that is gone costs the reply and nothing else', async () => {
  await connector.close();
  expect((await post(message(connector.url))).status).toBe(200);
  expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
});

test.each([
  'http://169.254.169.254/',
  'https://evil.example/',
  'https://smba.trafficmanager.net/amer/',
  'http://127.0.0.1.evil.example/',
  'http://127.0.0.1@evil.example/',
  'http://evil.example\\@127.0.0.1/',
  'file:///etc/passwd',
  'not a url',
])('without an app id, replies do not go to %s', async (serviceUrl) => {
  expect((await post(message(serviceUrl))).status).toBe(403);
});

test.each(['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto'])(
  'without an app id, a request with %s finds nothing here',
  async (header) => {
    expect((await post(message(connector.url), { [header]: 'for=1.2.3.4' })).status).toBe(404);
    expect(connector.deliveries).toHaveLength(0);
  },
);

test('one conversation that floods is told to wait, and another is not', async () => {
  await app.stop();
  app = await runApp({ LIMIT_TURNS_PER_MINUTE: '10' });
  const statuses = [];
  for (let turn = 0; turn < 12; turn += 1) {
    statuses.push((await post(message(connector.url))).status);
  }
  expect(statuses).toEqual([...Array(10).fill(200), 429, 429]);
  expect((await post(message(connector.url, { conversation: { id: 'other' } }))).status).toBe(200);
});

test('when the store fails in mid-run, answers still come, without memory, and once', async () => {
  const fault = new Error('gone');
  const gone = () => Promise.reject(fault);
  const nothing = async () => 0;
  await app.stop();
  app = await runApp(
    {},
    {
      store: {
        claim: gone,
        readState: gone,
        commit: gone,
        ping: gone,
        prune: nothing,
        close: async () => {},
      },
    },
  );
  const activity = message(connector.url);
  await post(activity);
  await post(activity);
  await post(message(connector.url));
  expect(connector.deliveries.map(({ activity: { text } }) => text.slice(0, 6))).toEqual([
    'Turn 1',
    'Turn 1',
  ]);
  expect(app.logged.join('')).toContain('the store failed');
  expect((await fetch(`${app.url}/readyz`)).status).toBe(503);
});
