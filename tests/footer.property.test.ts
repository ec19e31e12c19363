import fc from 'fast-check';
import { loadBot } from '../src/bot';
import { DEFAULT_SETTINGS } from './fixtures/default-settings';

/** No reply leaves without its safety line: for any string, in any state a conversation can reach. */

const { bot, catalog } = loadBot(DEFAULT_SETTINGS);
const FOOTER = bot.welcome().footer;
const ROUTES = ['emergency', 'care-line', 'self-harm'];

const words = [...catalog.intents.values()].flatMap(({ utterances }) => utterances);
const commands = Object.values(catalog.dialog.commands).flat();
const utterance = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.constantFrom(...words),
  fc.constantFrom(...commands, '1', 'the second one', 'none of these', 'why?', 'my chest hurts'),
  fc.tuple(fc.constantFrom(...words), fc.constantFrom(...words)).map(([a, b]) => `${a}? ${b}?`),
);

test('the footer is one plain line without digits', () => {
  expect(FOOTER).toMatch(/\S/);
  expect(FOOTER).not.toMatch(/\d/);
});

test('every reply has exactly one footer, or is a triage reply with its route', () => {
  fc.assert(
    fc.property(fc.array(utterance, { minLength: 1, maxLength: 6 }), (texts) => {
      let state = bot.newConversation();
      texts.forEach((text, i) => {
        const turn = bot.takeTurn(request(text, i), state);
        state = turn.state;
        const { body, footer, level } = turn.reply;
        expect(body.trim()).not.toBe('');
        expect(body).not.toContain(FOOTER);
        if (ROUTES.includes(level ?? '')) {
          expect(footer).toBe('');
          expect(body).toMatch(/call|number/i);
        } else {
          expect(footer).toBe(FOOTER);
        }
      });
    }),
    { numRuns: 300, seed: 20261123 },
  );
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

test('fallback and clarify say what to do if unwell right now', () => {
  const fallback = bot.takeTurn(request('qwrtz plmkn', 0), bot.newConversation());
  expect(fallback.verdict.decision).toBe('fallback');
  expect(fallback.reply.body).toMatch(/unwell|worried|emergency/i);
});

function request(text: string, i: number) {
  return {
    turnId: `t${i}`,
    utterance: text,
    channel: 'test',
    shared: false,
    locale: null,
    now: 1_000_000 + i * 1000,
    choice: null,
    feedback: null,
  };
}
