import type { Activity } from 'botbuilder';
import { MAX_UTTERANCE, toTurnRequest } from '../../src/channels/to-turn-request.js';

const STAMP = { turnId: 't1', now: 1_800_000_000_000 };
const read = (fields: object) =>
  toTurnRequest(
    {
      type: 'message',
      channelId: 'msteams',
      recipient: { id: 'bot' },
      ...fields,
    } as Partial<Activity>,
    STAMP,
  );
const mention = (text: unknown, id = 'bot') => ({ type: 'mention', text, mentioned: { id } });

test('text, channel, locale and stamp are taken over', () => {
  expect(read({ text: 'what is it', locale: 'en-GB', conversation: { id: 'c' } })).toEqual({
    turnId: 't1',
    utterance: 'what is it',
    channel: 'msteams',
    shared: false,
    locale: 'en-GB',
    now: STAMP.now,
    choice: null,
    feedback: null,
  });
});

test.each([undefined, null, '', '   '])('an activity with the text %j says nothing', (text) => {
  expect(read({ text }).utterance).toBe('');
});

test('every mention of the bot is taken out, and mentions of others stay', () => {
  const entities = [
    mention('<at>FAQ</at>'),
    mention('<at>FAQ bot</at>'),
    mention('<at>Ann</at>', 'ann'),
  ];
  const text = '<at>FAQ</at> <at>FAQ bot</at>&nbsp;what did <at>Ann</at> say <at>FAQ</at>';
  expect(read({ text, entities }).utterance).toBe('what did <at>Ann</at> say');
});

test('mentions that are empty, no text, or a single letter do no harm', () => {
  const entities = [mention(''), mention(5), mention(null), mention('a'), { type: 'mention' }, {}];
  expect(read({ text: 'banana', entities }).utterance).toBe('b n n');
});

test('thousands of mentions in a long text are read in no time', () => {
  const entities = Array.from({ length: 5000 }, (_, index) => mention(`x${index}`));
  expect(read({ text: 'x1 '.repeat(100_000), entities }).utterance.length).toBeLessThanOrEqual(
    MAX_UTTERANCE,
  );
});

test('a text as long as any messenger delivers is handed on whole', () => {
  const story = 'a'.repeat(MAX_UTTERANCE - 1);
  expect(read({ text: `${story}!` }).utterance).toBe(`${story}!`);
  expect(read({ value: { faqBot: { text: story } } }).utterance).toBe(story);
});

test('of a longer text both ends are kept, and never half a character', () => {
  const { utterance } = read({ text: `first ${'😀'.repeat(MAX_UTTERANCE)}x last` });
  expect(utterance).toMatch(/^first (?:😀)+\n(?:😀)+x last$/u);
  expect(utterance.length).toBeLessThanOrEqual(MAX_UTTERANCE);
  expect(utterance.length).toBeGreaterThan(MAX_UTTERANCE - 10);
});

test.each([
  [{ isGroup: true }, true],
  [{ conversationType: 'channel' }, true],
  [{ conversationType: 'groupChat' }, true],
  [{ conversationType: 'personal', isGroup: false }, false],
  [{}, false],
])('a conversation with %j is shared: %j', (conversation, shared) => {
  expect(read({ conversation }).shared).toBe(shared);
});

test.each([
  [{ faqBot: { intent: 'car-t-cell-therapy' } }, 'car-t-cell-therapy'],
  [{ faqBot: { intent: '../../etc' } }, null],
  [{ faqBot: { intent: ['types'] } }, null],
  [{ faqBot: null }, null],
  ['types', null],
  [null, null],
])('a tapped %j chooses %j', (value, choice) => {
  expect(read({ value }).choice).toBe(choice);
});

const WEB_CHAT = { type: 'event', name: 'webchat:activity-status/feedback' };
const TEAMS = { type: 'invoke', name: 'message/submitAction', replyToId: 't9' };

test.each([
  [
    { ...WEB_CHAT, entities: [{ '@type': 'LikeAction', '@id': 't9' }] },
    { turnId: 't9', helpful: true },
  ],
  [
    { ...WEB_CHAT, entities: [{ '@type': 'https://schema.org/DislikeAction', '@id': 't9' }] },
    { turnId: 't9', helpful: false },
  ],
  [{ ...WEB_CHAT, entities: [{ '@type': 'ShareAction', '@id': 't9' }] }, null],
  [{ ...WEB_CHAT, entities: [{ '@type': 'LikeAction', '@id': 'not an id!' }] }, null],
  [WEB_CHAT, null],
  [
    { ...TEAMS, value: { actionValue: { reaction: 'dislike' } } },
    { turnId: 't9', helpful: false },
  ],
  [{ ...TEAMS, value: { actionValue: 'like' } }, null],
  [
    { value: { faqBot: { feedback: { helpful: true, turnId: 't9' } } } },
    { turnId: 't9', helpful: true },
  ],
  [{ value: { faqBot: { feedback: { helpful: 'yes', turnId: 't9' } } } }, null],
])('a press of %j is read as %j', (fields, feedback) => {
  expect(read(fields).feedback).toEqual(feedback);
});
