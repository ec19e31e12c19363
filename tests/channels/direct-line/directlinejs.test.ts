import { type Activity, ConnectionStatus, DirectLine } from 'botframework-directlinejs';
import { WebSocket } from 'ws';
import { postJson, type RunningApp, runApp } from '../../fixtures/running-app.js';
import { FetchXhr } from '../../fixtures/xhr.js';

// Microsoft's own client, unchanged, with what a browser would give it.
Object.assign(globalThis, { XMLHttpRequest: FetchXhr, WebSocket });

/** The client waits 3 to 15 seconds before it reconnects. */
jest.setTimeout(60_000);

let app: RunningApp;
let client: DirectLine;

beforeEach(async () => {
  app = await runApp();
});

afterEach(async () => {
  client.end();
  await app.stop();
});

async function connect(webSocket: boolean): Promise<string[]> {
  const { body } = await postJson(`${app.url}/v3/directline/tokens/generate`, {});
  client = new DirectLine({
    token: body.token,
    domain: `${app.url}/v3/directline`,
    webSocket,
    pollingInterval: 200,
    // A share of the wait between 3 and 15 seconds.
    random: () => 0,
  } as ConstructorParameters<typeof DirectLine>[0]);
  const heard: string[] = [];
  client.activity$.subscribe(
    (activity: Activity) => heard.push(lineOf(activity)),
    () => undefined,
  );
  return heard;
}

function lineOf(activity: Activity): string {
  const text = activity.type === 'message' ? (activity.text ?? '').split('\n')[0] : activity.type;
  return `${activity.from.id === 'faq-bot' ? 'bot' : 'me'}: ${text}`;
}

function say(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    client.postActivity({ type: 'message', from: { id: 'me' }, text }).subscribe(resolve, reject);
  });
}

async function until(done: () => boolean): Promise<void> {
  const ends = Date.now() + 40_000;
  while (!done() && Date.now() < ends) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const WELCOME = 'bot: Welcome. This is for education only.';

test.each([
  ['WebSocket', true],
  ['polling', false],
])(
  'over %s: the welcome comes first, then each question with its answer',
  async (_name, webSocket) => {
    const heard = await connect(webSocket);
    await until(() => heard.length >= 1);
    expect(await say('what is it')).toMatch(/\|\d+$/);
    await say('and then');
    await until(() => heard.length >= 5);
    expect(heard).toEqual([
      WELCOME,
      'me: what is it',
      'bot: Turn 1: what is it',
      'me: and then',
      'bot: Turn 2: and then',
    ]);
    expect(client.connectionStatus$.getValue()).toBe(ConnectionStatus.Online);
  },
);

test.each([
  ['WebSocket', true],
  ['polling', false],
])('over %s: the client survives a restart of the server', async (_name, webSocket) => {
  const heard = await connect(webSocket);
  await until(() => heard.length >= 1);
  await say('before');
  await until(() => heard.length >= 3);
  app = await app.restart();
  await new Promise((resolve) => setTimeout(resolve, webSocket ? 4000 : 500));
  await say('after');
  await until(() => heard.length >= 5);
  expect(heard.slice(3)).toEqual(['me: after', 'bot: Turn 2: after']);
});

test('a client that reloads with its conversation gets what it missed', async () => {
  const heard = await connect(true);
  await until(() => heard.length >= 1);
  await say('first');
  await until(() => heard.length >= 3);
  const { conversationId, token } = client as unknown as { conversationId: string; token: string };
  client.end();
  client = new DirectLine({
    token,
    conversationId,
    watermark: '1',
    domain: `${app.url}/v3/directline`,
  } as ConstructorParameters<typeof DirectLine>[0]);
  const again: string[] = [];
  client.activity$.subscribe(
    (activity: Activity) => again.push(lineOf(activity)),
    () => undefined,
  );
  await until(() => again.length >= 2);
  expect(again).toEqual(['me: first', 'bot: Turn 1: first']);
});
