import { safetyOf } from '../../src/prepared.js';
import {
  ADVICE,
  AGAIN,
  bodyOf,
  bot,
  CRISIS,
  catalog,
  EMERGENCY,
  LOW,
  lastOf,
  PROGNOSIS,
  SPANISH,
} from '../fixtures/danger-talk.js';
import { play } from '../fixtures/play.js';

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
