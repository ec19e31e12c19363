import { type Activity, TestAdapter } from 'botbuilder';
import { loadBot } from '../../src/bot';
import { FaqBot } from '../../src/channels/faq-bot';
import { openDatabase } from '../../src/storage/sqlite';
import { SqliteStore } from '../../src/storage/sqlite-store';
import { createTelemetry } from '../../src/telemetry';
import { DEFAULT_SETTINGS } from '../fixtures/default-settings';

const { bot } = loadBot(DEFAULT_SETTINGS);
const db = openDatabase(':memory:');
const store = new SqliteStore(db, { retentionDays: 1, keepText: false });
afterAll(() => store.close());

let count = 0;
const handler = new FaqBot({
  bot,
  store,
  telemetry: createTelemetry({ level: 'silent' }),
  now: () => 1_000_000 + count * 1000,
  newId: () => `turn-${count}`,
});

/** What the bot replies when `person` writes in one shared channel. */
async function say(person: string, text: string): Promise<Partial<Activity>> {
  count += 1;
  const sent: Partial<Activity>[] = [];
  const adapter = new TestAdapter((context) => handler.run(context));
  await adapter.processActivity({
    type: 'message',
    id: `a${count}`,
    text: `<at>bot</at> ${text}`,
    entities: [{ type: 'mention', mentioned: { id: 'bot' }, text: '<at>bot</at>' }],
    channelId: 'msteams',
    from: { id: person, name: person },
    recipient: { id: 'bot', name: 'bot' },
    conversation: { id: 'channel-1', name: 'c', isGroup: true, conversationType: 'channel' },
  });
  sent.push(...adapter.activeQueue);
  return sent[0] ?? {};
}

const intentOf = (activity: Partial<Activity>) => activity.channelData?.faqBot?.intent;

test('two people in one channel keep separate contexts', async () => {
  expect(intentOf(await say('ann', 'what types of immunotherapy are there'))).toBe('types');
  expect(intentOf(await say('bob', 'what is remission'))).toBe('remission');
  expect(intentOf(await say('ann', 'the second one'))).toBe('monoclonal-antibodies');
});
