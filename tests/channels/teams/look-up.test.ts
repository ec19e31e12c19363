import { loadBot } from '../../../src/bot.js';
import { LOOK_UP_PARAMETER } from '../../../src/channels/teams/look-up.js';
import { anAmbiguousQuestion } from '../../fixtures/ambiguous.js';
import { DEFAULT_SETTINGS } from '../../fixtures/default-settings.js';
import { openTeams, type TeamsChat } from './teams-chat.js';

const loaded = loadBot(DEFAULT_SETTINGS);
let teams: TeamsChat;
beforeAll(async () => {
  teams = await openTeams({ bot: loaded.bot });
});
afterAll(() => teams.close());

interface Result {
  readonly contentType: string;
  readonly content: { readonly fallbackText: string; readonly body: readonly { text: string }[] };
  readonly preview: { readonly content: { readonly title: string; readonly text: string } };
}
interface Found {
  readonly type: string;
  readonly text?: string;
  readonly attachmentLayout?: string;
  readonly attachments?: readonly Result[];
}

async function lookUp(question: string | null): Promise<Found> {
  const opened = { name: 'initialRun', value: 'true' };
  const { status, body, sent } = await teams.deliver({
    type: 'invoke',
    name: 'composeExtension/query',
    value: {
      commandId: 'lookUp',
      parameters: [question === null ? opened : { name: LOOK_UP_PARAMETER, value: question }],
      queryOptions: { skip: 0, count: 25 },
    },
  });
  expect([status, sent]).toEqual([200, []]);
  return body.composeExtension as Found;
}

const FOOTER = loaded.bot.welcome().footer;
const cards = ({ attachments = [] }: Found) => attachments;

test('a question finds its answer as a card that is complete: words, sections and footer', async () => {
  const found = await lookUp('what is car t cell therapy');
  expect(found).toMatchObject({ type: 'result', attachmentLayout: 'list' });
  expect(cards(found)).toHaveLength(1);
  const [card] = cards(found);
  const texts = card?.content.body.map(({ text }) => text) ?? [];
  expect(card?.contentType).toBe('application/vnd.microsoft.card.adaptive');
  expect(texts[0]).toMatch(/^CAR T-cell therapy is a type/);
  expect(texts.at(-2)).toMatch(/^From the source article: “/);
  expect(texts.at(-1)).toBe(FOOTER);
  expect(card?.content.fallbackText.endsWith(FOOTER)).toBe(true);
});

test('in the list an answer is its first sentence and what follows, none of it twice', async () => {
  for (const question of ['what is car t cell therapy', 'what is immunotherapy', 'remission']) {
    for (const { preview, content } of cards(await lookUp(question))) {
      const { title, text } = preview.content;
      const whole = content.fallbackText.replace(/\s+/g, ' ');
      expect(whole).toContain(title.replace(/ …$/, ''));
      expect(whole).toContain(text.replace(/ …$/, ''));
      expect(text).not.toContain(title.slice(0, 20));
      expect(title.length).toBeLessThanOrEqual(62);
    }
  }
});

test.each([null, '', '   '])(
  'opened without a word (%j) it shows the first topics',
  async (typed) => {
    const found = await lookUp(typed);
    expect(cards(found).length).toBeGreaterThan(1);
    expect(cards(found).length).toBeLessThanOrEqual(5);
  },
);

test('words that may mean several things show the answer of each', async () => {
  const { utterance, topics } = anAmbiguousQuestion(loaded);
  expect(cards(await lookUp(utterance))).toHaveLength(topics.length);
});

test.each(['I have crushing chest pain and I cannot breathe', 'i want to kill myself'])(
  'a danger sign shows the route to help and nothing to post: %s',
  async (danger) => {
    const found = await lookUp(danger);
    expect(found).toMatchObject({ type: 'message' });
    expect(found.text).toMatch(/call|reach out now/i);
    expect(found).not.toHaveProperty('attachments');
  },
);

test('a personal question is answered in words and gives nothing to post', async () => {
  const found = await lookUp('should i stop my pembrolizumab');
  expect(found).toMatchObject({ type: 'message' });
  expect(found.text).toContain(FOOTER);
  expect(JSON.stringify(found)).not.toMatch(/pembrolizumab/i);
});

test('what is not in the source offers topics, or says so', async () => {
  const found = await lookUp('best pizza recipe');
  const texts = cards(found).flatMap(({ content }) => content.body.map(({ text }) => text));
  expect(found.type === 'result' ? texts.includes(FOOTER) : found.text?.includes(FOOTER)).toBe(
    true,
  );
  expect(JSON.stringify(found)).not.toMatch(/pizza/);
});

test('a look-up leaves no trace in the conversation', async () => {
  const conversation = { id: 'a:look-up', conversationType: 'personal' };
  await teams.ask('what types of immunotherapy are there', { conversation });
  const before = teams.events.length;
  await lookUp('what is remission');
  expect(teams.events).toHaveLength(before);
  const { channelData } = await teams.ask('the second one', { conversation });
  expect(channelData.faqBot.intent).toBe('monoclonal-antibodies');
});

test.each([
  undefined,
  null,
  [],
  { parameters: 'none' },
  { parameters: [null, 5, { name: LOOK_UP_PARAMETER, value: { a: 1 } }] },
])('a query of another shape, %j, is taken for an empty one', async (value) => {
  const { status, body } = await teams.deliver({
    type: 'invoke',
    name: 'composeExtension/query',
    value,
  });
  expect(status).toBe(200);
  expect(body).toHaveProperty('composeExtension.type', 'result');
});
