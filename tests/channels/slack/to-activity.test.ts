import {
  fromCommand,
  fromMessage,
  fromPress,
  fromThreadStart,
  toText,
} from '../../../src/channels/slack/to-activity';
import { MAX_UTTERANCE } from '../../../src/channels/to-turn-request';

const BOT = 'UBOT';
const message = { channel: 'C1', user: 'U1', ts: '1.1', text: `<@${BOT}> hello` };

describe('what a person typed', () => {
  test.each([
    [`<@${BOT}> what is car t?`, 'what is car t?'],
    [`hey <@${BOT}>, and <@U2|sam>: car t`, 'hey , and : car t'],
    ['<!here> <!subteam^S1|@nurses> is it new', 'is it new'],
    ['see <https://example.org/a?b=1|this page> please', 'see this page please'],
    ['see <https://example.org>', 'see https://example.org'],
    ['<#C2|general> news', 'general news'],
    ['is 3 &lt; 4 &amp; 5 &gt; 4', 'is 3 < 4 & 5 > 4'],
    ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
    ['  two\n\nlines ', 'two lines'],
    ['', ''],
  ])('%s', (written, heard) => {
    expect(toText(written, BOT)).toBe(heard);
  });

  test('a bot whose own id is not known still hears no mention', () => {
    expect(toText('<@U9> hello', '')).toBe('hello');
  });

  test('a text of any length is cut before it is looked at', () => {
    expect(toText('<'.repeat(1_000_000), BOT).length).toBeLessThanOrEqual(MAX_UTTERANCE);
  });
});

describe('where an answer goes', () => {
  test('under a post in a channel, in a thread of its own', () => {
    expect(fromMessage(message, 'Ev1', BOT)).toMatchObject({
      id: 'Ev1',
      text: 'hello',
      conversation: { id: 'C1|1.1', isGroup: true },
      channelData: {
        target: { channel: 'C1', thread: '1.1', responseUrl: null, assistant: false },
      },
    });
  });

  test('in the thread that is already there', () => {
    const activity = fromMessage({ ...message, ts: '1.2', thread_ts: '1.1' }, 'Ev2', BOT);
    expect(activity?.conversation.id).toBe('C1|1.1');
    expect(activity?.channelData.target.thread).toBe('1.1');
  });

  test('between two, plainly', () => {
    const activity = fromMessage({ ...message, channel: 'D1', channel_type: 'im' }, 'Ev3', BOT);
    expect(activity?.conversation).toEqual({ id: 'D1|', isGroup: false });
    expect(activity?.channelData.target).toMatchObject({ thread: null, assistant: false });
  });

  test('to the asker of a slash command alone, also for the buttons under its answer', () => {
    const command = {
      channel_id: 'C1',
      user_id: 'U1',
      trigger_id: 't1',
      response_url: 'https://hooks.slack.com/x',
    };
    const asked = fromCommand(command);
    const pressed = fromPress({
      channel: { id: 'C1' },
      user: { id: 'U1' },
      trigger_id: 't2',
      response_url: 'https://hooks.slack.com/y',
      container: { is_ephemeral: true },
      actions: [{ action_id: 'faq-choice-0', value: '{"intent":"types","text":"Types"}' }],
    });
    expect(asked).toMatchObject({
      text: 'help',
      conversation: { id: 'C1|only U1', isGroup: false },
    });
    expect(pressed?.conversation).toEqual(asked?.conversation);
    expect(pressed?.channelData.target).toMatchObject({
      thread: null,
      responseUrl: 'https://hooks.slack.com/y',
    });
    expect(pressed?.value).toEqual({ faqBot: { intent: 'types', text: 'Types' } });
  });

  test('to whoever opened the assistant pane', () => {
    const assistant_thread = { user_id: 'U1', channel_id: 'D1', thread_ts: '1.1' };
    expect(fromThreadStart({ assistant_thread }, 'Ev4')).toMatchObject({
      type: 'conversationUpdate',
      membersAdded: [{ id: 'U1' }],
      channelData: { target: { channel: 'D1', thread: '1.1', assistant: true } },
    });
  });
});

test.each<[string, unknown]>([
  ['nothing', null],
  ['a number', 7],
  ['no channel', { ...message, channel: undefined }],
  ['a channel that is an object', { ...message, channel: { id: 'C1' } }],
  ['an id without end', { ...message, ts: '1'.repeat(300) }],
])('an event with %s is none', (_name, event) => {
  expect(fromMessage(event, 'Ev', BOT)).toBeNull();
  expect(fromCommand(event)).toBeNull();
  expect(fromPress(event)).toBeNull();
  expect(fromThreadStart(event, 'Ev')).toBeNull();
});
