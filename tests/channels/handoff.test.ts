import { loadBot } from '../../src/bot.js';
import { DEFAULT_SETTINGS } from '../fixtures/default-settings.js';
import { getJson, type LoggedActivity, postJson, runApp } from '../fixtures/running-app.js';

const { bot } = loadBot(DEFAULT_SETTINGS);

/** All that came over Direct Line after one question. */
async function heardAfter(text: string, env: Record<string, string>): Promise<LoggedActivity[]> {
  const app = await runApp(env, { bot });
  const root = `${app.url}/v3/directline`;
  const { token } = (await postJson(`${root}/tokens/generate`, {})).body;
  const headers = { authorization: `Bearer ${token}` };
  const { conversationId } = (await postJson(`${root}/conversations`, {}, headers)).body;
  const activities = `${root}/conversations/${conversationId}/activities`;
  await postJson(activities, { type: 'message', text }, headers);
  const log = (await getJson(activities, headers)).body.activities;
  await app.stop();
  return log.slice(log.findIndex(({ text: said }) => said === text) + 1);
}

const ON = { HANDOFF_EVENT: 'yes' };
const ASKED = 'can I talk to a real person please, my name is Fern';

test('who asks for a person gets the answer, and software behind the chat the event', async () => {
  const [answer, event, ...more] = await heardAfter(ASKED, ON);
  expect(answer).toMatchObject({ type: 'message' });
  expect(event).toMatchObject({ type: 'event', name: 'handoff.initiate' });
  expect(more).toEqual([]);
});

test('the event holds no word of what was typed', async () => {
  const [, event] = await heardAfter(ASKED, ON);
  expect(JSON.stringify(event)).not.toMatch(/Fern|real person/);
});

test('without the setting, and for any other question, there is no event', async () => {
  expect(await heardAfter(ASKED, {})).toHaveLength(1);
  expect(await heardAfter('what is car t', ON)).toHaveLength(1);
});
