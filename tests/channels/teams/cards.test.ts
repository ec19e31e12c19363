import type * as Library from 'adaptivecards';
import { loadBot } from '../../../src/bot.js';
import { render } from '../../../src/channels/render.js';
import { answerCard } from '../../../src/channels/renderers/adaptive-card.js';
import { toSaid } from '../../../src/channels/renderers/said.js';
import { loadConfig } from '../../../src/config.js';
import { collectSamples } from '../../../src/evaluation/samples.js';

/** The package's own entry is written for bundlers; this is the same library in one file. */
const library: typeof Library = require('adaptivecards/dist/adaptivecards.js');
const { AdaptiveCard, SerializationContext, Versions } = library;

const loaded = loadBot(
  loadConfig({ REGION: 'US', CARE_LINE: '+1 555 0100', HANDOFF_CONTACT: 'Ward 7 <desk>' }),
);
const samples = collectSamples(loaded);

/** What Microsoft's own library finds wrong with a card when it may use nothing newer than 1.5. */
function faultsOf(content: Record<string, unknown>): string[] {
  const reading = new SerializationContext(Versions.v1_5);
  const card = new AdaptiveCard();
  card.parse(content, reading);
  const parsed = Array.from({ length: reading.eventCount }, (_, i) => reading.getEventAt(i));
  const valid = card.validateProperties().validationEvents;
  return [...parsed, ...valid].map(({ message }) => message);
}

/** What the library kept of a card; a property it does not know, or knows otherwise, is not there. */
function understood(content: Record<string, unknown>): unknown {
  const card = new AdaptiveCard();
  card.parse(content, new SerializationContext(Versions.v1_5));
  return card.toJSON(new SerializationContext(Versions.v1_5));
}

/** The library gives `fallback` of an action back only as what was parsed of it, and leaves out defaults. */
const named = (key: string, value: unknown) => (key === 'fallback' ? undefined : value);
const plain = (content: unknown) => JSON.parse(JSON.stringify(content, named));

const cards = samples.flatMap(({ name, turn, shared }) => {
  const said = toSaid(turn, 'reference', loaded.bot);
  const attached = [false, true].flatMap(
    (open) => render(said, 'msteams', shared || open).attachments ?? [],
  );
  return [...attached, answerCard(said)].map(({ content }) => ({ name, content }));
});

test('every reply of the bot makes cards, more than two hundred in all', () => {
  expect(cards.length).toBeGreaterThan(200);
  expect(new Set(cards.map(({ content }) => content.version))).toEqual(new Set(['1.5']));
});

test('every card is valid to the last property for version 1.5', () => {
  const wrong = cards.flatMap(({ name, content }) =>
    faultsOf(content).map((fault) => `${name}: ${fault}`),
  );
  expect(wrong).toEqual([]);
});

test('the library understands all of every card', () => {
  for (const { content } of cards) {
    expect(plain(understood(content))).toEqual(plain(content));
  }
});

test('the words of an answer card are those of the reply, with its footer once', () => {
  for (const { turn } of samples) {
    const { content } = answerCard(toSaid(turn, 'reference', loaded.bot));
    const { footer } = turn.reply;
    const count =
      JSON.stringify(content.body).split(JSON.stringify(footer).slice(1, -1)).length - 1;
    expect(footer === '' || count === 1).toBe(true);
    expect(content.fallbackText).not.toBe('');
  }
});

test('a card that is wrong would be noticed', () => {
  const card = { type: 'AdaptiveCard', version: '1.5', body: [] };
  expect(faultsOf({ ...card, body: [{ type: 'Nope' }] })).not.toEqual([]);
  expect(faultsOf({ ...card, body: [{ type: 'Input.Text' }] })).not.toEqual([]);
  const odd = { ...card, body: [{ type: 'TextBlock', text: 'x', wrapped: true }] };
  expect(plain(understood(odd))).not.toEqual(plain(odd));
});
