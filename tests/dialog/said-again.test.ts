import { loadBot } from '../../src/bot.js';
import { safetyOf } from '../../src/prepared.js';
import { DEFAULT_SETTINGS } from '../fixtures/default-settings.js';
import { play } from '../fixtures/play.js';

const SETTINGS = { ...DEFAULT_SETTINGS, REGION: 'US', CARE_LINE: '555 0100' } as const;
const { bot, catalog } = loadBot(SETTINGS);

const CRISIS = 'i want to die';
const EMERGENCY = 'i cannot breathe and my chest hurts';
const SPANISH = 'no puedo respirar';
const PROGNOSIS = 'how long have i got left';
const ADVICE = 'should i stop my treatment';
const LOW = 'i feel so down and hopeless about it all';
const AGAIN = 'say that again';

const repliesTo = (...utterances: readonly string[]) =>
  play(
    bot,
    utterances.map((user) => ({ user })),
  ).map(({ turn }) => turn);
const lastOf = (...utterances: readonly string[]) => {
  const turn = repliesTo(...utterances).at(-1);
  if (turn === undefined) {
    throw new Error('nothing was said');
  }
  return turn;
};
const bodyOf = (...utterances: readonly string[]) => lastOf(...utterances).reply.body;

describe('what was last said is said again', () => {
  test.each([
    [EMERGENCY],
    [CRISIS],
    [SPANISH],
    [PROGNOSIS],
    ['is my cancer cured'],
    [ADVICE],
    ['can i take ibuprofen with my treatment'],
    [LOW],
    [EMERGENCY, PROGNOSIS],
    ['i have a fever of 39 tonight', 'is my cancer cured'],
    [SPANISH, ADVICE],
  ])('%s %s', (...utterances) => {
    const said = lastOf(...utterances);
    const again = lastOf(...utterances, AGAIN);
    expect(said.reply.level).not.toBeNull();
    expect(again.reply).toEqual(said.reply);
    expect(again.verdict).toEqual(said.verdict);
    expect(again.state.misses).toBe(0);
    expect(lastOf(...utterances, AGAIN, AGAIN).reply).toEqual(said.reply);
  });

  test('a route is not put in doubt by "are you sure"', () => {
    expect(bodyOf(EMERGENCY, 'are you sure')).toBe(bodyOf(EMERGENCY));
  });

  test('where others read along it stays what is said there', () => {
    const [said, again] = play(bot, [{ user: PROGNOSIS }, { user: AGAIN }], true);
    expect(again?.turn.reply).toEqual(said?.turn.reply);
    expect(again?.turn.reply.body).toMatch(/private chat/);
  });
});

describe('the article a personal reply rests on', () => {
  test.each([
    [PROGNOSIS, 'outlook'],
    ['is my cancer cured', 'cure'],
    [ADVICE, 'stop-skip'],
  ])('is named as for an answer: %s', (utterance, topic) => {
    const { topics } = safetyOf(catalog).messages;
    const claims = topics.find(({ id }) => id === topic)?.claims ?? [];
    const sections = claims.map((id) => catalog.claims.get(id)?.section);
    expect(sections.length).toBeGreaterThan(0);
    expect(lastOf(utterance).reply.source).toEqual([...new Set(sections)]);
  });

  test('is not where the reply states nothing of it', () => {
    expect(lastOf(EMERGENCY).reply.source).toEqual([]);
    expect(lastOf(LOW).reply.source).toEqual([]);
    expect(play(bot, [{ user: PROGNOSIS }], true)[0]?.turn.reply.source).toEqual([]);
  });
});
