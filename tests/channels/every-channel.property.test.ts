import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { loadBot, PROJECT_ROOT } from '../../src/bot.js';
import { render } from '../../src/channels/render.js';
import { FORMATS, formatOf } from '../../src/channels/renderers/formats.js';
import { LABELS } from '../../src/channels/renderers/labels.js';
import { toSaid } from '../../src/channels/renderers/said.js';
import { loadConfig } from '../../src/config.js';
import { PLACES } from '../../src/evaluation/parity.js';
import { collectSamples, type Sample, say } from '../../src/evaluation/samples.js';
import { shownOf, wordsOf } from '../../src/evaluation/shown.js';

const SETTINGS = {
  REGION: 'US',
  CARE_LINE: '+1 555 0100',
  HANDOFF_CONTACT: 'Nurse desk, ward 7, extension 4711',
  PRIVACY_URL: 'https://clinic.example/privacy',
};
const loaded = loadBot(loadConfig(SETTINGS));
const { bot, catalog } = loaded;
const samples = collectSamples(loaded);

/** Where what the bot says is written down: everything in content/ but what people are expected to say. */
const SPOKEN =
  /^(?:snippets\/.*\.md|dialog\.yaml|glossary\.yaml|source\.yaml|safety\/messages\.yaml)$/;
const CHANNELS = [...PLACES, { name: 'another', channelId: 'no-such-channel', shared: true }];

const lettersOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

function contentWords(): Set<string> {
  const folder = path.join(PROJECT_ROOT, 'content');
  const files = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => SPOKEN.test(file));
  const texts = files.map((file) => readFileSync(path.join(folder, file), 'utf8'));
  const titles = [...catalog.intents.values()].map(({ title }) => title);
  const labels = [...Object.values(LABELS), LABELS.source([]), LABELS.citation('')].filter(
    (label) => typeof label === 'string',
  );
  const numbers = [...Object.values(SETTINGS), '911', '988', 'reference'];
  return new Set([...texts, ...titles, ...labels, ...numbers].flatMap(lettersOf));
}
const KNOWN = contentWords();

/** Everything a person may see or hear of a reply, on one channel. */
function outgoing(
  { turn, shared }: Pick<Sample, 'turn' | 'shared'>,
  place: (typeof CHANNELS)[number],
) {
  const said = toSaid(turn, 'reference', bot.contentVersion);
  const activity = render(said, place.channelId, shared || place.shared);
  const { texts, buttons, spare } = shownOf(activity);
  const { dialect } = FORMATS[formatOf(place.channelId)];
  const words = texts.flatMap((text) => wordsOf(text, dialect)).join(' ');
  const all = [...texts, spare ?? '', ...buttons.flatMap(({ label, sends }) => [label, sends])];
  return { words, all: all.join(' \n '), activity };
}

const unknown = (text: string) =>
  lettersOf(text.replace(/&(?:amp|lt|gt);/g, ' ')).filter(
    (word) => !KNOWN.has(word) && !/^\d{1,2}$/.test(word),
  );

const footer = wordsOf(bot.welcome().footer, 'plain').join(' ');
const count = (text: string, part: string) => text.split(part).length - 1;
/** A danger message names a number of the configuration. */
const ROUTE = /911|988|\+1 555 0100/;

describe.each(CHANNELS)('$name', (place) => {
  const rows = samples.map((sample) => ({ ...sample, ...outgoing(sample, place) }));

  test('every word of every reply is one of the content, a label or a configured number', () => {
    const strange = rows.flatMap(({ name, all }) => unknown(all).map((word) => `${name}: ${word}`));
    expect(strange).toEqual([]);
  });

  test('every reply carries the footer once, or is a danger message with its route', () => {
    const wrong = rows.filter(({ turn, words }) => {
      const { level } = turn.reply;
      const isRoute = level === 'emergency' || level === 'care-line' || level === 'self-harm';
      return isRoute
        ? count(words, footer) !== 0 || !ROUTE.test(words)
        : count(words, footer) !== 1;
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });
});

test('a word from anywhere else would be noticed', () => {
  expect(unknown('Immunotherapy helps the **zebra**, call 912 or +1 555 0100.')).toEqual([
    'zebra',
    '912',
  ]);
});

test('the samples hold every decision, and every topic of the catalog', () => {
  const decisions = new Set(samples.map(({ turn }) => turn.verdict.decision));
  expect([...decisions].sort()).toEqual([
    'answer',
    'boundary',
    'clarify',
    'dialog',
    'fallback',
    'triage',
  ]);
  const reached = new Set(samples.map(({ turn }) => turn.verdict.intent));
  const topics = [...catalog.intents.values()].filter(({ kind }) => kind !== 'out-of-scope');
  expect(topics.filter(({ id }) => !reached.has(id)).map(({ id }) => id)).toEqual([]);
});

/** Whatever a person writes: words of the field, nonsense, markup and mentions, in any order. */
const fragments = fc.oneof(
  fc.constantFrom(...[...catalog.intents.values()].flatMap(({ tests }) => tests)),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '**x**',
    '[a](https://e.example)',
    '<!channel>',
    '{number}',
    '`',
    '---',
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);
/** A word nobody writes and no content holds: were user text repeated, it would be in the reply. */
const MARK = 'zqxjkvbwz';

test('whatever is written, every channel answers in words of the content, and repeats nothing', () => {
  fc.assert(
    fc.property(
      fc.array(fragments, { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      fc.constantFrom(...CHANNELS),
      (parts, shared, place) => {
        const utterance = parts.flatMap((part) => [part, MARK]).join(' ');
        const turn = say(bot, bot.newConversation(), { utterance, shared });
        const { all, words, activity } = outgoing({ turn, shared }, place);
        expect(JSON.stringify(activity).toLowerCase()).not.toContain(MARK);
        expect(unknown(all)).toEqual([]);
        expect(count(words, footer)).toBe(turn.reply.footer === '' ? 0 : 1);
        expect(turn.reply.footer !== '' || ROUTE.test(words)).toBe(true);
      },
    ),
    { numRuns: 300, seed: 20261123 },
  );
});
