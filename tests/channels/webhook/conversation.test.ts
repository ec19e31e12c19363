import { loadBot } from '../../../src/bot.js';
import { anAmbiguousQuestion } from '../../fixtures/ambiguous.js';
import { DEFAULT_SETTINGS } from '../../fixtures/default-settings.js';
import { type RunningApp, runApp } from '../../fixtures/running-app.js';
import {
  deliver,
  type Fields,
  MATTERMOST_TOKEN,
  post,
  ROCKETCHAT_TOKEN,
  rocket,
  slash,
} from '../../fixtures/webhooks.js';

const loaded = loadBot(DEFAULT_SETTINGS);
const { utterance: ambiguous, topics } = anAmbiguousQuestion(loaded);

let app: RunningApp;
beforeAll(async () => {
  app = await runApp({ MATTERMOST_TOKEN, ROCKETCHAT_TOKEN }, { bot: loaded.bot });
});
afterAll(() => app.stop());

type Writer = (text: string, fields?: Fields) => Fields;
const ENDPOINTS: [string, string, Writer][] = [
  ['a Mattermost slash command', '/api/mattermost', slash],
  ['a Mattermost post', '/api/mattermost', post],
  ['a Rocket.Chat post', '/api/rocket-chat', rocket],
];

describe.each(ENDPOINTS)('%s', (_name, path, write) => {
  const ask = async (text: string, user_id: string) =>
    String((await deliver(`${app.url}${path}`, write(text, { user_id }), 'json')).body.text);

  test('offers choices by number, and a number, a place or the words pick one', async () => {
    const offer = await ask(ambiguous, 'ann');
    const lines = topics.map(({ title }, i) => `${i + 1}. ${title}`);
    expect(offer).toContain(`Type a number, or the words:\n\n${lines.join('\n')}\n- None of these`);
    const picked = await ask('2', 'ann');
    expect(picked).not.toBe(offer);
    await ask(ambiguous, 'bob');
    expect(await ask('the second one', 'bob')).toBe(picked);
    await ask(ambiguous, 'eve');
    expect(await ask(topics[1]?.title ?? '', 'eve')).toBe(picked);
  });

  test("a number is not taken for another person's choice", async () => {
    await ask(ambiguous, 'fay');
    const second = await ask('2', 'fay');
    await ask(ambiguous, 'guy');
    // Somebody who was offered nothing.
    expect(await ask('2', 'hal')).not.toBe(second);
    expect(await ask('2', 'guy')).toBe(second);
  });
});

test('a danger sign in a channel names no symptom; to the asker alone more is said', async () => {
  const danger = 'I have crushing chest pain and I cannot breathe';
  const open = await deliver(`${app.url}/api/mattermost`, post(danger));
  expect(open.body.text).toContain('Call your local emergency number now.');
  expect(open.body.text).not.toMatch(/chest|breath|pain|you, or the person/i);
  const alone = await deliver(`${app.url}/api/mattermost`, slash(danger));
  expect(alone.body.text).toContain('you, or the person you care for');
});

test('a slash command without words shows what can be asked', async () => {
  const { body } = await deliver(`${app.url}/api/mattermost`, slash(''));
  expect(body.text).toMatch(/\n1\. /);
});
