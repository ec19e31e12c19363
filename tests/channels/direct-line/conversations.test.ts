import { Conversations, type Listener } from '../../../src/channels/direct-line/conversations.js';
import { MAX_ACTIVITIES } from '../../../src/channels/direct-line/log.js';

const HALF_HOUR = 30 * 60_000;
const GRANT = { conversationId: 'c1', userId: 'u1' };

let now: number;
let conversations: Conversations;

beforeEach(() => {
  now = 1_800_000_000_000;
  conversations = new Conversations(() => now);
});

const textsOf = (watermark: string | null) =>
  conversations
    .find('c1')
    ?.after(watermark)
    .activities.map(({ text }) => text);

function listener(): Listener & { readonly closed: string[] } {
  const closed: string[] = [];
  return { closed, take: () => undefined, close: (reason) => closed.push(reason) };
}

test('watermarks count activities, and one that makes no sense brings everything', () => {
  const conversation = conversations.start(GRANT);
  for (const text of ['a', 'b', 'c']) {
    conversation.append({ text });
  }
  expect(textsOf('2')).toEqual(['c']);
  expect(textsOf('3')).toEqual([]);
  for (const watermark of [null, '', '-', '-1', '1.5', 'x', '99999999999999999999', '4']) {
    expect(textsOf(watermark)).toEqual(['a', 'b', 'c']);
  }
});

test('only the newest activities are kept, and watermarks stay right', () => {
  const conversation = conversations.start(GRANT);
  for (let index = 1; index <= MAX_ACTIVITIES + 10; index += 1) {
    conversation.append({ text: String(index) });
  }
  expect(conversation.after(null).activities).toHaveLength(MAX_ACTIVITIES);
  expect(conversation.after(null).activities[0]?.text).toBe('11');
  expect(textsOf(String(MAX_ACTIVITIES + 9))).toEqual([String(MAX_ACTIVITIES + 10)]);
  expect(textsOf('3')).toHaveLength(MAX_ACTIVITIES);
});

test('an idle conversation is forgotten after half an hour, and a used one is not', () => {
  conversations.start(GRANT).append({ text: 'a' });
  now += HALF_HOUR - 1;
  conversations.sweep();
  expect(conversations.size).toBe(1);
  now += 1;
  conversations.sweep();
  expect(conversations.size).toBe(0);
});

test('one somebody still listens to loses its text and keeps its numbers', () => {
  const conversation = conversations.start(GRANT);
  conversation.append({ text: 'a' });
  conversation.listen(listener(), null);
  now += HALF_HOUR;
  conversations.sweep();
  expect(textsOf(null)).toEqual([]);
  conversation.append({ text: 'b' });
  expect(conversation.after('1')).toMatchObject({ activities: [{ text: 'b' }], watermark: '2' });
});

test('one made again from its token counts on above whatever was seen before', () => {
  conversations.resume(GRANT, '7').append({ text: 'new' });
  expect(textsOf('7')).toEqual(['new']);
  const first = conversations.find('c1')?.after(null).watermark;
  now += HALF_HOUR;
  conversations.sweep();
  conversations.resume(GRANT, first).append({ text: 'newer' });
  expect(textsOf(first ?? null)).toEqual(['newer']);
});

test('beyond the limit the conversation that began first goes, and its stream is told', () => {
  const told = listener();
  conversations.start(GRANT).listen(told, null);
  for (let index = 0; index < 10_000; index += 1) {
    conversations.start({ conversationId: `other-${index}`, userId: 'u' });
  }
  expect(conversations.size).toBe(10_000);
  expect(conversations.find('c1')).toBeNull();
  expect(told.closed).toEqual(['idle']);
});

test('a listener that left does not take the place of the one after it', () => {
  const conversation = conversations.start(GRANT);
  const [first, second] = [listener(), listener()];
  conversation.listen(first, null);
  conversation.listen(second, null);
  conversation.unlisten(first);
  conversation.close('bye');
  expect(first.closed).toEqual(['collision']);
  expect(second.closed).toEqual(['bye']);
});
