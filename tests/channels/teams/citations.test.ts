import { type Fields, openTeams, type TeamsChat, type TeamsReply } from './teams-chat.js';

let teams: TeamsChat;
beforeAll(async () => {
  teams = await openTeams();
});
afterAll(() => teams.close());

interface Claim {
  readonly '@type': string;
  readonly position: number;
  readonly appearance: { readonly name: string; readonly abstract: string };
}

const claims = ({ entities = [] }: TeamsReply): readonly Claim[] =>
  entities.flatMap(({ citation }) => citation as readonly Claim[]);

test('an answer cites the sections it rests on, and nothing of that is lost on the way out', async () => {
  const reply = await teams.ask('what is remission');
  const { source } = reply.channelData.faqBot.parts;
  expect(source).toContain('Benefits of Immunotherapy');
  expect(reply.entities).toHaveLength(1);
  expect(reply.entities?.[0]).toMatchObject({
    type: 'https://schema.org/Message',
    '@type': 'Message',
    '@context': 'https://schema.org',
    '@id': '',
  } satisfies Fields);
  expect(claims(reply).map(({ appearance }) => appearance.name)).toEqual(source);
  for (const [index, claim] of claims(reply).entries()) {
    expect([claim['@type'], claim.position]).toEqual(['Claim', index + 1]);
    expect(claim.appearance.abstract).toContain(`“${claim.appearance.name}”`);
    expect(reply.text).toContain(`[${index + 1}]`);
  }
  expect(reply.text).not.toContain(`[${source.length + 1}]`);
});

test.each(['hello', 'i want to kill myself', 'best pizza recipe'])(
  'what states nothing of the article cites nothing: %s',
  async (text) => {
    const reply = await teams.ask(text);
    expect(reply.channelData.faqBot.parts.source).toEqual([]);
    expect(reply).not.toHaveProperty('entities');
    expect(reply.text).not.toMatch(/\[\d/);
  },
);

test('no reply is marked as generated', async () => {
  const reply = await teams.ask('what is immunotherapy');
  expect(JSON.stringify(reply)).not.toMatch(/AIGenerated|additionalType/i);
});
