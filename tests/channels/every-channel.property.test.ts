import fc from 'fast-check';
import { lookUp } from '../../src/channels/teams/look-up.js';
import { say } from '../../src/evaluation/samples.js';
import { configuredBot, SETTINGS } from '../fixtures/configured-bot.js';
import { damagesOf, everyWhere, finder } from '../fixtures/damages.js';
import { damagesInDanger } from '../fixtures/damages-in-danger.js';
import { withOtherDigits } from '../fixtures/digits.js';
import { answers, settled, unique } from '../fixtures/every-reply.js';
import { paragraphsOf, takeApart } from '../fixtures/outgoing.js';
import { leavingBy, PLACES, refusalFor } from '../fixtures/places.js';
import { ROUTE_LEVELS } from '../fixtures/sayable-in-danger.js';
import { unreached, unsaidInDanger, unsaidInTalk } from '../fixtures/unsaid.js';

/**
 * Closed output: whatever is asked, on every channel, all that leaves is whole texts of the content with configured
 * numbers in them, with one footer or as a route alone. The second half damages such replies: each must be refused.
 */

const [[, env] = ['', {}], ...others] = SETTINGS;
const made = configuredBot(env);
const { bot, catalog, sayable } = made;
const refuse = refusalFor(made);
const samples = unique([...answers(made), ...settled(made)]);
const bots = [
  { name: 'US, all set', made, samples },
  ...others.map(([name, env]) => {
    const made = configuredBot(env);
    return { name, made, samples: unique(settled(made)) };
  }),
];

describe.each(bots)('with settings: $name', ({ made: other, samples: said }) => {
  const refuseOther = refusalFor(other);

  test.each(PLACES)('all that leaves on $name is of the content', (place) => {
    const refused = said.flatMap((sample) => {
      const faults = refuseOther(leavingBy(place, sample, other));
      return faults.map(({ where, why }) => `${sample.name}: ${where}: ${why}`);
    });
    expect(refused).toEqual([]);
  });

  test('digits stand in configured numbers alone', () => {
    expect(withOtherDigits(other)).toEqual([]);
  });

  test('all that may be said in danger is among the samples', () => {
    expect(unsaidInDanger(said, other)).toEqual([]);
  });
});

test('what a Teams look-up previews is the beginning of an answer', () => {
  const stamp = { turnId: 'reference', now: 1_000_000 };
  const flat = [...sayable.texts(true)].map((text) =>
    paragraphsOf(text, 'markdown').join(' ').replace(/\s+/g, ' '),
  );
  const previews = [...catalog.intents.values()].flatMap(({ title }) => {
    const value = { parameters: [{ name: 'question', value: title }] };
    const { composeExtension } = lookUp(bot, value, stamp).body;
    const attachments: { preview: { content: { title: string; text: string } } }[] =
      composeExtension.attachments ?? [];
    return attachments.map(({ preview }) => preview.content);
  });
  expect(previews.length).toBeGreaterThan(30);
  const parts = previews.flatMap(({ title, text }) => [title, text]);
  const strange = parts.filter(
    (part) => !flat.some((text) => text.includes(part.replace(/ …$/, ''))),
  );
  expect(strange).toEqual([]);
});

test('the samples hold every decision, every level, every topic, and every text of the conversation', () => {
  expect(unreached(samples, catalog)).toEqual([]);
  expect(
    unsaidInTalk(
      bots.flatMap(({ samples: said }) => said),
      catalog,
    ),
  ).toEqual([]);
});

test('every label leaves with one of the samples; the one of a status is none of theirs', () => {
  const leaves = (text: string) =>
    samples.some((one) =>
      PLACES.some((place) => JSON.stringify(leavingBy(place, one, made).activity).includes(text)),
    );
  const labels = Object.entries(catalog.dialog.texts).filter(([id]) => id.startsWith('label-'));
  const unsaid = labels.filter(([, text]) => !leaves(text.split('{')[0] ?? ''));
  expect(unsaid.map(([id]) => id)).toEqual(['label-looking']);
});

test('a personal reply names the sections its claims stand in; where others read along none', () => {
  const { topics } = made.safety.messages;
  const sectionOf = (id: string) => catalog.claims.get(id)?.section;
  const wanted = topics.map(
    ({ text, claims }) => [text, [...new Set(claims.map(sectionOf))]] as const,
  );
  const found = samples.flatMap(({ turn: { reply }, shared }) =>
    shared || !topics.some(({ text }) => text === reply.body)
      ? []
      : [[reply.body, reply.source] as const],
  );
  expect(new Map(found)).toEqual(new Map(wanted));
  const openly = samples.filter(({ turn: { reply }, shared }) => shared && reply.level !== null);
  expect(openly.flatMap(({ turn: { reply } }) => reply.source)).toEqual([]);
});

/** A word nobody writes and no content holds: were user text repeated, it would be in the reply. */
const MARK = 'zqxjkvbwz';
const contentWords = [...new Set([...sayable.texts(false)].join(' ').match(/\p{L}+/gu))];
const written = fc.oneof(
  fc
    .array(fc.constantFrom(...contentWords), { minLength: 1, maxLength: 8 })
    .map((w) => w.join(' ')),
  fc.constantFrom(...[...catalog.intents.values()].flatMap(({ tests }) => tests)),
  fc.constantFrom('<script>alert(1)</script>', '**x**', '[a](https://e.example)', '<!channel>'),
  fc.constantFrom('{number}', '`', '---', '1.', MARK, 'survival melanoma footer team'),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);

test('whatever is written, on every channel nothing but content leaves, and no word of it comes back', () => {
  fc.assert(
    fc.property(
      fc.array(written, { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      fc.constantFrom(...PLACES),
      (parts, shared, place) => {
        const utterance = [...parts, MARK].join(' ');
        const turn = say(bot, bot.newConversation(), { utterance, shared });
        const leaving = leavingBy(place, { turn, shared }, made);
        expect(refuse(leaving)).toEqual([]);
        expect(JSON.stringify([leaving.activity, turn.state]).toLowerCase()).not.toContain(MARK);
      },
    ),
    { numRuns: 250, seed: 20261123 },
  );
});

/** From here on replies are damaged, and each must be refused: the check above can fail. */
const wheres = (faults: readonly { where: string }[]) => [...new Set(faults.map((f) => f.where))];

const damages = [...damagesOf(samples, made), ...damagesInDanger(samples)];

describe.each(damages)('refused: %s', (_name, one, change) => {
  test.each(PLACES)('on $name', (place) => {
    const { turn } = one;
    const reply = { ...change(turn.reply), level: turn.reply.level };
    const leaving = leavingBy(place, { ...one, turn: { ...turn, reply } }, made);
    const texts = takeApart(leaving.activity, leaving.dialect).written;
    expect(leaving.activity).not.toEqual(leavingBy(place, one, made).activity);
    expect(wheres(refuse(leaving))).toEqual(expect.arrayContaining(wheres(texts)));
  });
});

const sample = finder(samples);
const decided = (wanted: string) => sample(({ turn }) => turn.verdict.decision === wanted);
const KINDS = [
  ...['answer', 'clarify', 'triage'].map(decided),
  sample(({ turn }) => turn.verdict.also.length > 0),
  sample(({ turn }) => turn.reply.printable),
];

test.each(PLACES)('a source that tells what was asked is refused: $name', (place) => {
  const [source = ''] = sayable.sections;
  const telling = samples.filter(
    ({ turn: { reply }, shared }) =>
      ROUTE_LEVELS.some((level) => level === reply.level) || (shared && reply.level !== null),
  );
  const passed = telling.filter((one) => {
    const turn = { ...one.turn, reply: { ...one.turn.reply, source: [source] } };
    return refuse(leavingBy(place, { ...one, turn }, made)).length === 0;
  });
  expect(telling.length).toBeGreaterThan(100);
  expect(passed).toEqual([]);
});

test.each(PLACES)('one word more in any string of what leaves is refused: $name', (place) => {
  const passed = KINDS.flatMap((one) => {
    const leaving = leavingBy(place, one, made);
    const more = everyWhere(leaving.activity, (text) => `${text} melanoma`);
    return more.filter((activity) => refuse({ ...leaving, activity }).length === 0);
  });
  expect(passed).toEqual([]);
});

test.each(PLACES)('any word of the text left out or exchanged is refused: $name', (place) => {
  const passed = [decided('answer'), decided('triage')].flatMap((one) => {
    const words = one.turn.reply.body.split(' ');
    return words.flatMap((_, i) =>
      ['', 'survival '].flatMap((instead) => {
        const body = words.map((word, j) => (i === j ? instead : `${word} `)).join('');
        const reply = { ...one.turn.reply, body: body.trim() };
        const leaving = leavingBy(place, { ...one, turn: { ...one.turn, reply } }, made);
        return refuse(leaving).length === 0 ? [body] : [];
      }),
    );
  });
  expect(passed).toEqual([]);
});
