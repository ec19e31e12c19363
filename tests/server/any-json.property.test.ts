import fc from 'fast-check';
import { type MockConnector, message, startConnector } from '../fixtures/connector.js';
import { postJson, type RunningApp, runApp } from '../fixtures/running-app.js';

const ALLOWED = [200, 202, 400, 401, 403, 413, 415, 429];

let connector: MockConnector;
let app: RunningApp;

beforeAll(async () => {
  connector = await startConnector();
  app = await runApp();
});

afterAll(async () => {
  await app.stop();
  await connector.close();
});

const post = async (body: unknown) => (await postJson(`${app.url}/api/messages`, body)).status;

test('any JSON posted to /api/messages gets a status of the protocol, and the process lives', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue({ maxDepth: 6 }), async (value) => {
      expect(ALLOWED).toContain(await post(value));
    }),
    { numRuns: 300 },
  );
  expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
});

test('an activity with any one field replaced by any JSON does too', async () => {
  const fields = [
    ...[
      'type',
      'id',
      'timestamp',
      'localTimestamp',
      'expiration',
      'text',
      'channelId',
      'serviceUrl',
    ],
    ...['from', 'conversation', 'recipient', 'locale', 'entities', 'attachments', 'value', 'name'],
    ...['channelData', 'replyToId', 'membersAdded', 'membersRemoved', 'reactionsAdded', 'action'],
    ...['deliveryMode', 'suggestedActions', 'textFormat', 'importance', 'relatesTo', 'callerId'],
  ];
  const types = [
    'message',
    'event',
    'invoke',
    'conversationUpdate',
    'messageReaction',
    'installationUpdate',
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...types),
      fc.constantFrom(...fields),
      fc.oneof(fc.jsonValue({ maxDepth: 4 }), fc.string({ unit: 'binary', maxLength: 200 })),
      async (type, field, value) => {
        expect(ALLOWED).toContain(
          await post({ ...message(connector.url, { type }), [field]: value }),
        );
      },
    ),
    { numRuns: 600 },
  );
  expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
});
