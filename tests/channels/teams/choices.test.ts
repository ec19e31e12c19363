import { loadBot } from '../../../src/bot.js';
import { anAmbiguousQuestion } from '../../fixtures/ambiguous.js';
import { DEFAULT_SETTINGS } from '../../fixtures/default-settings.js';
import {
  BEN,
  type CardAction,
  mentioning,
  openTeams,
  type TeamsChat,
  type TeamsReply,
  THREAD,
} from './teams-chat.js';

const loaded = loadBot(DEFAULT_SETTINGS);
let teams: TeamsChat;
beforeAll(async () => {
  teams = await openTeams({ bot: loaded.bot });
});
afterAll(() => teams.close());

const suggested = ({ suggestedActions }: TeamsReply) => suggestedActions?.actions ?? [];
const buttons = ({ attachments = [] }: TeamsReply): CardAction[] =>
  attachments.flatMap(({ content }) => content.body.flatMap(({ actions }) => actions));

/** A question whose answer offers three topics or fewer, and one whose answer offers more. */
const FEW = 'how much does it cost';
const MANY = 'what is immunotherapy';

test('up to three choices are suggested actions that send their words', async () => {
  const reply = await teams.ask(FEW);
  expect(suggested(reply).length).toBeGreaterThan(0);
  expect(suggested(reply).length).toBeLessThanOrEqual(3);
  expect(buttons(reply)).toEqual([]);
  const [first] = suggested(reply);
  const { channelData } = await teams.ask(first?.value ?? '');
  expect(channelData.faqBot.decision).toMatch(/answer|boundary/);
});

test('more than three choices, and any in a channel, are buttons on a card', async () => {
  const many = await teams.ask(MANY);
  expect(suggested(many)).toEqual([]);
  expect(buttons(many).length).toBeGreaterThan(3);
  const shared = await teams.ask('', { ...mentioning(FEW), conversation: THREAD });
  expect(suggested(shared)).toEqual([]);
  expect(buttons(shared).length).toBeGreaterThan(0);
});

test('a button is an Action.Execute, with an Action.Submit for clients that do not know it', async () => {
  for (const { type, fallback } of buttons(await teams.ask(MANY))) {
    expect([type, fallback.type]).toEqual(['Action.Execute', 'Action.Submit']);
    expect(fallback.data.msteams).toMatchObject({ type: 'messageBack' });
  }
});

/** Both ways to press a button, as Teams sends them. */
const PRESSES = {
  execute: ({ verb, data }: CardAction) => ({
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
  }),
  submit: ({ fallback: { data } }: CardAction) => ({
    text: data.msteams.text,
    value: { ...data, ...(data.msteams.value as object), msteams: undefined },
  }),
  'submit as JSON': ({ fallback: { data } }: CardAction) => ({
    value: JSON.stringify(data.msteams.value),
  }),
} as const;

test.each(Object.entries(PRESSES))(
  'a pressed button leads to its topic, in a channel without a mention too (%s)',
  async (name, press) => {
    const conversation = { ...THREAD, id: `${THREAD.id}${name.length}` };
    const offer = await teams.ask('', { ...mentioning(MANY), conversation });
    const [button] = buttons(offer);
    if (button === undefined) {
      throw new Error('nothing to press');
    }
    const { status, body, sent } = await teams.deliver({ ...press(button), conversation });
    expect(status).toBe(200);
    expect(sent.map(({ activity }) => activity.channelData.faqBot.intent)).toEqual([
      (button.data.faqBot as { intent: string }).intent,
    ]);
    if (name === 'execute') {
      expect(body).toEqual({
        statusCode: 200,
        type: 'application/vnd.microsoft.activity.message',
        value: button.title,
      });
    }
  },
);

test('a button that was pressed twice is answered twice, and one that was delivered twice once', async () => {
  const [button] = buttons(await teams.ask(MANY));
  if (button === undefined) {
    throw new Error('nothing to press');
  }
  const press = PRESSES.execute(button);
  expect((await teams.deliver({ ...press, id: 'f:press' })).sent).toHaveLength(1);
  expect((await teams.deliver({ ...press, id: 'f:press' })).sent).toHaveLength(0);
  expect((await teams.deliver(press)).sent).toHaveLength(1);
});

test('"did you mean" can be answered by a button, by the words and by a number', async () => {
  const { utterance, topics } = anAmbiguousQuestion(loaded);
  const second = topics[1];
  for (const [i, typed] of ['2', second?.title ?? ''].entries()) {
    const conversation = { ...THREAD, id: `${THREAD.id}${i}77` };
    await teams.ask('', { ...mentioning(utterance), conversation });
    const { channelData } = await teams.ask('', { ...mentioning(typed), conversation });
    expect(channelData.faqBot.intent).toBe(second?.intent);
  }
  const offer = await teams.ask(utterance, { from: BEN, conversation: { id: 'a:ben' } });
  const titles = topics.map(({ title }) => title);
  const shown = [
    ...suggested(offer).map(({ value }) => value),
    ...buttons(offer).map((b) => b.title),
  ];
  expect(shown).toEqual([...titles, 'None of these']);
});
