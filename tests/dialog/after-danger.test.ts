import type { ConversationState } from '../../src/dialog/state.js';
import {
  ADVICE,
  AGAIN,
  bodyOf,
  bot,
  CRISIS,
  EMERGENCY,
  LOW,
  lastOf,
  PROGNOSIS,
  repliesTo,
  SPANISH,
} from '../fixtures/danger-talk.js';
import { play } from '../fixtures/play.js';

const NONSENSE = 'quarterly tax return';
const [FIRST, SECOND, THIRD] = ['what is remission', 'what is car t', 'what are biomarkers'];

const QUIET_CRISIS = 'Help is still there, day and night: call or text 988';
const QUIET_EMERGENCY = 'Help is still there. Call 911.';

describe('help stays in sight', () => {
  test.each([
    [PROGNOSIS, 'prognosis'],
    [ADVICE, 'personal-advice'],
    [LOW, 'emotional-support'],
    ['you are useless', 'abuse'],
    ['thanks', 'thanks'],
    [FIRST, 'remission'],
    [NONSENSE, null],
  ])('on the next turn, below "%s"', (utterance, intent) => {
    const { verdict, reply } = lastOf(CRISIS, utterance);
    expect(verdict.intent).toBe(intent);
    expect(reply.body).toContain(QUIET_CRISIS);
  });

  test('however often somebody is not understood', () => {
    const misses = [NONSENSE, 'best pizza recipe', 'asdf qwer', 'hola que tal', NONSENSE, ''];
    for (const { reply, verdict } of repliesTo(EMERGENCY, ...misses).slice(1)) {
      expect(verdict.decision).not.toBe('answer');
      expect(reply.body).toContain(QUIET_EMERGENCY);
    }
    expect(bodyOf(EMERGENCY, ...misses, FIRST)).toContain(QUIET_EMERGENCY);
  });

  test('until two questions are answered, the second with the line still below it', () => {
    const [, first, second, third] = repliesTo(CRISIS, FIRST, SECOND, THIRD);
    expect(first?.reply.body).toContain(QUIET_CRISIS);
    expect(second?.reply.body).toContain(QUIET_CRISIS);
    expect(third?.verdict.decision).toBe('answer');
    expect(third?.reply.body).not.toContain('Help is still there');
    expect(third?.state.route).toBeNull();
  });

  test('a topic the bot has no answer on counts as one, for it is ordinary content', () => {
    const cost = 'how much does immunotherapy cost';
    expect(lastOf(cost).verdict.decision).toBe('boundary');
    expect(lastOf(CRISIS, cost, FIRST).state.route).toBeNull();
  });

  test.each([PROGNOSIS, ADVICE, LOW, 'thanks', NONSENSE, 'Can immunotherapy cause chest pain?'])(
    'and "%s" is no such question',
    (utterance) => {
      const { state } = lastOf(CRISIS, utterance, utterance);
      expect(state.route).toMatchObject({ level: 'self-harm', answersLeft: 2 });
    },
  );

  test('nor is a press on a button', () => {
    const turns = play(bot, [{ user: CRISIS }, { feedback: 'helpful' }, { feedback: 'helpful' }]);
    expect(turns.at(-1)?.turn.reply.body).toContain(QUIET_CRISIS);
    expect(turns.at(-1)?.turn.state.route).toMatchObject({ answersLeft: 2 });
  });

  test('starting over keeps it in sight, for one more answer', () => {
    const [, over, first, second] = repliesTo(CRISIS, 'start over', FIRST, SECOND);
    expect(over?.state.asked).toEqual([]);
    expect(over?.reply.body).toContain(QUIET_CRISIS);
    expect(first?.reply.body).toContain(QUIET_CRISIS);
    expect(second?.reply.body).not.toContain('Help is still there');
    expect(bodyOf(CRISIS, 'start over', 'start over', NONSENSE, FIRST)).toContain(QUIET_CRISIS);
  });

  test('a new sign counts anew, and its own route is said', () => {
    const turns = repliesTo(CRISIS, FIRST, EMERGENCY, FIRST, SECOND, THIRD);
    expect(turns[2]?.reply.body).not.toContain('Help is still there');
    expect(turns[4]?.reply.body).toContain(QUIET_EMERGENCY);
    expect(turns[5]?.reply.body).not.toContain('Help is still there');
  });

  test('in the language the danger was told in, and in English', () => {
    const { body } = lastOf(SPANISH, NONSENSE).reply;
    expect(body).toContain('La ayuda sigue ahí: 911.');
    expect(body).toContain(QUIET_EMERGENCY);
    expect(bodyOf(SPANISH, 'start over')).toContain('La ayuda sigue ahí: 911.');
  });

  test('nothing of it is said to somebody who told of no danger', () => {
    expect(bodyOf(PROGNOSIS, FIRST)).not.toMatch(/still there/);
  });
});

test('low mood beside a question is not told to those who read along', () => {
  const mixed = 'i feel so sad and scared. what is car t';
  const [alone] = play(bot, [{ user: mixed }]);
  const [open] = play(bot, [{ user: mixed }], true);
  expect(alone?.turn.verdict.intent).toBe('car-t-cell-therapy');
  expect(alone?.turn.reply.body).toContain('That sounds hard');
  expect(open?.turn.verdict.intent).toBe('car-t-cell-therapy');
  expect(open?.turn.reply.body).toContain('private chat');
  expect(open?.turn.reply.body).not.toContain('That sounds hard');
});

describe('a state kept by an earlier release', () => {
  const old = (rest: object) =>
    ({ ...bot.newConversation(), turns: 3, at: 1000, ...rest }) as ConversationState;
  const say = (utterance: string, state: ConversationState) =>
    bot.takeTurn(
      {
        turnId: 't',
        utterance,
        channel: 'test',
        shared: false,
        locale: null,
        now: 2000,
        choice: null,
        feedback: null,
      },
      state,
    );
  const last = { turnId: 't0', part: 'other', alternatives: [] };

  test('keeps its route in sight for as long as a new one', () => {
    const state = old({ route: { level: 'emergency', turn: 1 } });
    const first = say(FIRST, state);
    const second = say(SECOND, first.state);
    expect(first.reply.body).toContain(QUIET_EMERGENCY);
    expect(second.reply.body).toContain(QUIET_EMERGENCY);
    expect(say(THIRD, second.state).reply.body).not.toContain('Help is still there');
  });

  test('has its last reply said again, in English', () => {
    const state = old({
      route: { level: 'care-line', turn: 3 },
      last: { ...last, intent: 'prognosis', decision: 'triage' },
    });
    expect(say(AGAIN, state).verdict).toMatchObject({ decision: 'triage', intent: 'prognosis' });
  });
});
