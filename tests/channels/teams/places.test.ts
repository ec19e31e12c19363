import {
  ANN,
  BEN,
  BOT,
  GROUP,
  mentioning,
  openTeams,
  PERSONAL,
  type TeamsChat,
  THREAD,
} from './teams-chat.js';

let teams: TeamsChat;
beforeAll(async () => {
  teams = await openTeams();
});
afterAll(() => teams.close());

const DANGER = 'I have crushing chest pain and I cannot breathe';
const PERSONAL_QUESTION = 'should i stop my pembrolizumab for my lung cancer';
/** The offer of a chat that nobody else reads. */
const PRIVATE = 'write to me in a private chat';

const threadOf = (number: number) => ({
  ...THREAD,
  id: `19:channel@thread.tacv2;messageid=${number}`,
});

test('in a chat of their own people are answered without any mention', async () => {
  const { channelData, text } = await teams.ask('what is remission');
  expect(channelData.faqBot.intent).toBe('remission');
  expect(text.endsWith(channelData.faqBot.parts.footer)).toBe(true);
});

test('every mention of the bot is taken out of the words, under each of its names', async () => {
  const at = ['<at>FAQ bot</at>', '<at>FAQ</at>'];
  const { channelData } = await teams.ask(`${at[0]} ${at[1]}&nbsp;what is ${at[0]} remission`, {
    conversation: threadOf(1),
    entities: at.map((text) => ({ type: 'mention', mentioned: BOT, text })),
  });
  expect(channelData.faqBot.intent).toBe('remission');
});

test.each([GROUP, THREAD])(
  'where others read along only a mention is answered ($conversationType)',
  async (conversation) => {
    const other = { type: 'mention', mentioned: BEN, text: '<at>Ben</at>' };
    const quiet = [
      { text: 'what is remission' },
      { text: '<at>Ben</at> what is remission', entities: [other] },
      { text: DANGER },
    ];
    for (const fields of quiet) {
      expect(await teams.deliver({ ...fields, conversation })).toMatchObject({
        status: 200,
        sent: [],
      });
    }
    const asked = { ...mentioning('what is remission'), conversation };
    const { sent } = await teams.deliver(asked);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.activity.channelData.faqBot.intent).toBe('remission');
  },
);

test('a channel is answered in the thread of the question, as a reply to it', async () => {
  const { sent } = await teams.deliver({
    ...mentioning('what is remission'),
    id: '1700000000777',
    conversation: threadOf(1_700_000_000_777),
  });
  expect(decodeURIComponent(sent[0]?.path ?? '')).toBe(
    '/teams/v3/conversations/19:channel@thread.tacv2;messageid=1700000000777/activities/1700000000777',
  );
});

test.each([GROUP, threadOf(2)])(
  'where others read along a personal question is not repeated, and the private chat is offered',
  async (conversation) => {
    const open = await teams.ask('', { ...mentioning(PERSONAL_QUESTION), conversation });
    expect(open.channelData.faqBot.decision).toBe('triage');
    expect(open.text).toContain(PRIVATE);
    expect(JSON.stringify(open)).not.toMatch(/pembrolizumab|lung/i);
    const alone = await teams.ask(PERSONAL_QUESTION, { conversation: PERSONAL });
    expect(alone.text).not.toContain(PRIVATE);
  },
);

test.each([GROUP, threadOf(3)])(
  'where others read along a danger sign is answered with the route alone, and names no symptom',
  async (conversation) => {
    const open = await teams.ask('', { ...mentioning(DANGER), conversation });
    expect(open.text).toContain('Call your local emergency number now.');
    expect(JSON.stringify(open)).not.toMatch(/chest|breath|pain|you, or the person/i);
    expect(open).not.toHaveProperty('attachments');
    expect(open.channelData).not.toHaveProperty('feedbackLoop');
    const alone = await teams.ask(DANGER, { conversation: PERSONAL });
    expect(alone.text).toContain('you, or the person you care for');
  },
);

test('in one thread each person has a context of their own', async () => {
  const conversation = threadOf(4);
  const ask = async (from: typeof ANN, text: string) =>
    (await teams.ask('', { ...mentioning(text), from, conversation })).channelData.faqBot.intent;
  expect(await ask(ANN, 'what types of immunotherapy are there')).toBe('types');
  expect(await ask(BEN, 'what is remission')).toBe('remission');
  expect(await ask(ANN, 'the second one')).toBe('monoclonal-antibodies');
});

/** As Teams sends an answer that was looked up and posted. (Seen in Microsoft's Agents Playground 0.2.28) */
const CARD =
  '\n<span class="inline-compose-card" itemid="0" itemtype="http://schema.skype.com/InputExtension">\n' +
  '  <span content="0" itemprop="cardId"></span>\n</span>\n';

test('an answer that somebody posts in the chat with the bot is not answered again', async () => {
  expect(await teams.deliver({ text: CARD })).toMatchObject({ status: 200, sent: [] });
});

test('words beside a posted answer are read, and blanks alone are no card', async () => {
  const { text } = await teams.ask(`${CARD}${DANGER}`);
  expect(text).toContain('Call your local emergency number now.');
  expect((await teams.deliver({ text: ' '.repeat(3000) })).sent).toHaveLength(1);
});
