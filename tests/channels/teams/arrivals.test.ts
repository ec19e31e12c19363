import { echoBot } from '../../fixtures/echo-bot.js';
import { ANN, BEN, BOT, GROUP, openTeams, PERSONAL, type TeamsChat, THREAD } from './teams-chat.js';

let teams: TeamsChat;
beforeEach(async () => {
  teams = await openTeams({ bot: echoBot });
});
afterEach(() => teams.close());

const joined = (...membersAdded: object[]) => ({ type: 'conversationUpdate', membersAdded });
const installed = (action = 'add') => ({ type: 'installationUpdate', action });

/** What is sent while all of these arrive. */
async function sentFor(...deliveries: object[]): Promise<string[]> {
  const texts: string[] = [];
  for (const fields of deliveries) {
    const { status, sent } = await teams.deliver({ ...fields });
    expect(status).toBe(200);
    texts.push(...sent.map(({ activity }) => activity.text.split('.')[0] ?? ''));
  }
  return texts;
}

test.each([
  ['the installation first', [installed(), joined(ANN, BOT)]],
  ['the member first', [joined(BOT, ANN), installed(), installed()]],
])('a person who installs the bot is welcomed once, %s', async (_name, deliveries) => {
  const here = deliveries.map((fields) => ({ ...fields, conversation: PERSONAL }));
  expect(await sentFor(...here)).toEqual(['Welcome']);
});

test.each([GROUP, THREAD])(
  'a $conversationType is welcomed when the bot comes, and not for each person who joins',
  async (conversation) => {
    const all = [joined(BOT), installed(), joined(BEN), joined(ANN, BEN)];
    expect(await sentFor(...all.map((fields) => ({ ...fields, conversation })))).toEqual([
      'Welcome',
    ]);
  },
);

test('a new version of the app is nobody’s arrival, and neither is its removal', async () => {
  const actions = ['add-upgrade', 'remove', 'remove-upgrade', 'something-else'];
  expect(await sentFor(...actions.map(installed))).toEqual([]);
});

test('people who leave, and changes to a team, are acknowledged in silence', async () => {
  const update = { type: 'conversationUpdate', conversation: THREAD };
  const changes = ['teamRenamed', 'channelCreated', 'channelDeleted', 'teamDeleted'].map(
    (eventType) => ({ ...update, channelData: { eventType, team: { id: '19:team' } } }),
  );
  expect(await sentFor({ ...update, membersRemoved: [BEN] }, ...changes)).toEqual([]);
});
