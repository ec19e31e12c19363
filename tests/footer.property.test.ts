import fc from 'fast-check';
import { anAmbiguousQuestion } from './fixtures/ambiguous';
import { configuredBot, SETTINGS } from './fixtures/configured-bot';
import { ROUTE_LEVELS } from './fixtures/sayable-in-danger';

/** No reply leaves without its safety line: for any string, in any state a conversation can reach. */

const bots = SETTINGS.slice(0, 2).map(([name, env]) => ({ name, ...configuredBot(env) }));
const [configured] = bots as [(typeof bots)[number]];
const { bot, catalog } = configured;

const words = [...catalog.intents.values()].flatMap(({ utterances }) => utterances);
const commands = Object.values(catalog.dialog.commands).flat();
const dangers = ['my chest hurts', 'i want to kill myself', 'i have a fever', 'me duele el pecho'];
const utterance = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.constantFrom(...words),
  fc.constantFrom(...commands, '1', 'the second one', 'none of these', 'why?'),
  fc.constantFrom(...dangers),
  fc.tuple(fc.constantFrom(...words), fc.constantFrom(...words)).map(([a, b]) => `${a}? ${b}?`),
);

describe.each(bots)('with settings: $name', ({ bot: own, sayable }) => {
  const { footer, inDanger } = sayable;

  test('the footer is one plain line without digits', () => {
    expect(own.welcome().footer).toBe(footer);
    expect(footer).toMatch(/^\S.*\S$/);
    expect(footer).not.toMatch(/\d/);
  });

  test('every reply has exactly one footer, or is the route of its danger, word for word', () => {
    const said = fc.array(utterance, { minLength: 1, maxLength: 6 });
    const seen = new Set<string | null>();
    fc.assert(
      fc.property(said, fc.boolean(), (texts, shared) => {
        let state = own.newConversation();
        texts.forEach((text, i) => {
          const turn = own.takeTurn(request(text, i, shared), state);
          state = turn.state;
          const { reply } = turn;
          const level = ROUTE_LEVELS.find((route) => route === reply.level);
          seen.add(reply.level);
          expect(reply.body.trim()).not.toBe('');
          expect(reply.body).not.toContain(footer);
          expect(reply.footer).toBe(level === undefined ? footer : '');
          if (level !== undefined) {
            expect([...inDanger.routes(level, shared)]).toContain(reply.body);
          }
        });
      }),
      { numRuns: 150, seed: 20261123 },
    );
    expect([...seen]).toEqual(expect.arrayContaining([null, ...ROUTE_LEVELS]));
  });
});

test('no reply echoes what was typed', () => {
  const marker = fc.string({
    unit: fc.constantFrom(...'bcdfghjklmnpqrstvwxz'),
    minLength: 9,
    maxLength: 12,
  });
  fc.assert(
    fc.property(marker, fc.constantFrom(...words), (name, text) => {
      const turn = bot.takeTurn(request(`${text} ${name}`, 0), bot.newConversation());
      expect(JSON.stringify([turn.reply, turn.state])).not.toContain(name);
    }),
    { numRuns: 200, seed: 20261123 },
  );
});

test('a reply to words of the content holds none of them in the order they were typed', () => {
  const known = [...new Set(words.flatMap((text) => text.match(/\p{L}{4,}/gu) ?? []))];
  const typed = fc.array(fc.constantFrom(...known), { minLength: 4, maxLength: 9 });
  fc.assert(
    fc.property(typed, (parts) => {
      const text = parts.join(' ');
      const { reply } = bot.takeTurn(request(text, 0), bot.newConversation());
      expect(JSON.stringify(reply).toLowerCase()).not.toContain(text.toLowerCase());
    }),
    { numRuns: 200, seed: 20261123, examples: [[['survival', 'melanoma', 'footer', 'team']]] },
  );
});

test('fallback and clarify end with what to do if unwell right now', () => {
  const unwell = 'If you feel unwell right now, do not wait for me. Call ';
  const ambiguous = anAmbiguousQuestion(configured).utterance;
  const replies = ['qwrtz plmkn', ambiguous].map((text) =>
    bot.takeTurn(request(text, 0), bot.newConversation()),
  );
  expect(replies.map(({ verdict }) => verdict.decision)).toEqual(['fallback', 'clarify']);
  for (const { reply } of replies) {
    expect(reply.body.split('\n\n').at(-1)).toContain(unwell);
  }
});

function request(text: string, i: number, shared = false) {
  return {
    turnId: `t${i}`,
    utterance: text,
    channel: 'test',
    shared,
    locale: null,
    now: 1_000_000 + i * 1000,
    choice: null,
    feedback: null,
  };
}
