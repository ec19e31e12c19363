import { echoBot } from '../../fixtures/echo-bot.js';
import { openTeams, PERSONAL, type TeamsChat, THREAD } from './teams-chat.js';

let teams: TeamsChat;
beforeAll(async () => {
  teams = await openTeams({ bot: echoBot });
});
afterAll(() => teams.close());

const SILENT = [
  { type: 'messageUpdate', text: 'what is remission', channelData: { eventType: 'editMessage' } },
  { type: 'messageUpdate', channelData: { eventType: 'undeleteMessage' } },
  { type: 'messageDelete', channelData: { eventType: 'softDeleteMessage' } },
  { type: 'messageReaction', reactionsAdded: [{ type: 'like' }], replyToId: '1' },
  { type: 'messageReaction', reactionsRemoved: [{ type: 'heart' }], replyToId: '1' },
  { type: 'typing' },
  { type: 'event', name: 'application/vnd.microsoft.readReceipt', value: { lastReadMessageId: 1 } },
  { type: 'event', name: 'application/vnd.microsoft.meetingStart', value: {} },
  { type: 'command', name: 'anything' },
  { type: 'handoff' },
];

test.each(SILENT)('$type is acknowledged in silence', async (fields) => {
  for (const conversation of [PERSONAL, THREAD]) {
    expect(await teams.deliver({ ...fields, conversation })).toMatchObject({
      status: 200,
      sent: [],
    });
  }
});

const INVOKES = [
  'task/fetch',
  'task/submit',
  'composeExtension/submitAction',
  'composeExtension/fetchTask',
  'composeExtension/queryLink',
  'composeExtension/anonymousQueryLink',
  'composeExtension/querySettingUrl',
  'composeExtension/selectItem',
  'composeExtension/onCardButtonClicked',
  'fileConsent/invoke',
  'config/fetch',
  'tab/fetch',
  'signin/verifyState',
  'signin/tokenExchange',
  'actionableMessage/executeAction',
  'message/fetchTask',
  'message/submitAction',
  'application/search',
  'something/never/heard/of',
  '',
  undefined,
];

test.each(INVOKES)('the invoke %j gets a proper answer, never a 501', async (name) => {
  for (const value of [undefined, {}, { action: null }, [], 'text', 7]) {
    const { status, body, sent } = await teams.deliver({ type: 'invoke', name, value });
    expect([status, body, sent]).toEqual([200, {}, []]);
  }
});

test.each([
  {},
  { action: {} },
  { action: { type: 'Action.Execute', verb: 'choose', data: null } },
  { action: { type: 'Action.Execute', data: { faqBot: { intent: '../../x', text: 5 } } } },
])('a card action that is not of the bot, %j, is taken without a turn', async (value) => {
  const { status, body, sent } = await teams.deliver({
    type: 'invoke',
    name: 'adaptiveCard/action',
    value,
  });
  expect([status, sent]).toEqual([200, []]);
  expect(body).toMatchObject({ statusCode: 200 });
});
