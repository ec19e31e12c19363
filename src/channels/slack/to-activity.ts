import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { FEEDBACK_ACTION } from '../renderers/slack.js';
import { MAX_UTTERANCE } from '../to-turn-request.js';

/** Where an answer goes. */
export interface SlackTarget {
  readonly channel: string;
  readonly thread: string | null;
  /** Address for an answer only the asker sees; null for one in the channel. */
  readonly responseUrl: string | null;
  /** True in a thread of Slack's assistant pane: it shows a status and prompts. */
  readonly assistant: boolean;
}

const id = z.string().min(1).max(255);
/** Kinds of message that are still a person's own new words: with a file, from a thread to its channel, and `/me`. */
const SPOKEN = new Set(['file_share', 'thread_broadcast', 'me_message']);
/** Slack's own account, which posts reminders and notices. */
const SLACKBOT = 'USLACKBOT';

const MESSAGE = z.object({
  channel: id,
  user: id,
  ts: id,
  thread_ts: id.nullish(),
  text: z.string().nullish(),
  channel_type: z.string().nullish(),
  subtype: z.string().nullish(),
  bot_id: z.string().nullish(),
  edited: z.unknown().optional(),
});
const COMMAND = z.object({
  channel_id: id,
  user_id: id,
  text: z.string().nullish(),
  trigger_id: id,
  response_url: z.url(),
});
const PRESS = z.object({
  channel: z.object({ id }),
  user: z.object({ id }),
  trigger_id: id,
  response_url: z.url().nullish(),
  message: z.object({ ts: id, thread_ts: id.nullish() }).nullish(),
  container: z.object({ is_ephemeral: z.boolean().nullish() }).nullish(),
  actions: z.array(z.object({ action_id: id, value: z.string().max(2000) })).min(1),
});
const THREAD = z.object({
  assistant_thread: z.object({ user_id: id, channel_id: id, thread_ts: id }),
});

/**
 * A mention in a channel, or a direct message. Null for what is not a person's own new message: edits, joins and
 * other subtypes, and whatever a bot wrote.
 */
export function fromMessage(event: unknown, eventId: string, botUser: string): Activity | null {
  const parsed = MESSAGE.safeParse(event);
  if (!parsed.success || !isSpoken(parsed.data, botUser)) {
    return null;
  }
  const { channel, user, ts, thread_ts: thread, text, channel_type: type } = parsed.data;
  const direct = type === 'im' || isDirect(channel);
  const target = {
    channel,
    thread: thread ?? (direct ? null : ts),
    responseUrl: null,
    assistant: direct && thread != null,
  };
  const words = toText(text ?? '', botUser);
  return activity({ id: eventId, user, shared: !direct, target, text: words });
}

/** Slack tells of a mention again when its message is edited: what was answered is not answered twice. */
function isSpoken(message: z.output<typeof MESSAGE>, botUser: string): boolean {
  const { subtype, bot_id: bot, user, edited } = message;
  const own = user === botUser || user === SLACKBOT;
  return !own && !bot && edited == null && (!subtype || SPOKEN.has(subtype));
}

/** `/immunotherapy …`: between the asker and the bot, wherever it was typed. No words ask for help. */
export function fromCommand(command: unknown): Activity | null {
  const parsed = COMMAND.safeParse(command);
  if (!parsed.success) {
    return null;
  }
  const { channel_id: channel, user_id: user, text, trigger_id, response_url } = parsed.data;
  const target = { channel, thread: null, responseUrl: response_url, assistant: false };
  const words = toText(text ?? '', '') || 'help';
  return activity({ id: trigger_id, user, shared: false, target, text: words });
}

/** A press on one of our buttons. */
export function fromPress(body: unknown): Activity | null {
  const parsed = PRESS.safeParse(body);
  const [pressed] = parsed.data?.actions ?? [];
  const value = pressed === undefined ? null : readValue(pressed.action_id, pressed.value);
  if (!parsed.success || value === null) {
    return null;
  }
  const { channel, user, message, container, response_url: url, trigger_id } = parsed.data;
  const hidden = container?.is_ephemeral === true;
  if (hidden && !url) {
    // The answer to what only one person saw is never posted for all.
    return null;
  }
  const direct = isDirect(channel.id);
  const thread = message?.thread_ts ?? (direct ? null : (message?.ts ?? null));
  const target = {
    channel: channel.id,
    thread: hidden ? null : thread,
    responseUrl: hidden ? (url ?? null) : null,
    assistant: direct && thread !== null,
  };
  const press = { id: trigger_id, user: user.id, shared: !direct && !hidden, target };
  return { ...activity({ ...press, text: '' }), value };
}

/** Somebody opened a thread of the assistant pane: the bot greets as it does a new member. */
export function fromThreadStart(event: unknown, eventId: string): Activity | null {
  const parsed = THREAD.safeParse(event);
  if (!parsed.success) {
    return null;
  }
  const { user_id: user, channel_id: channel, thread_ts: thread } = parsed.data.assistant_thread;
  const target = { channel, thread, responseUrl: null, assistant: true };
  const start = activity({ id: eventId, user, shared: false, target, text: '' });
  return { ...start, type: 'conversationUpdate', membersAdded: [start.from] };
}

interface Parts {
  readonly id: string;
  readonly user: string;
  readonly shared: boolean;
  readonly target: SlackTarget;
  readonly text: string;
}

function activity({ id, user, shared, target, text }: Parts): Activity {
  const { channel, thread, responseUrl } = target;
  const place = responseUrl === null ? (thread ?? '') : `only ${user}`;
  const known: Partial<Activity> = {
    type: 'message',
    id,
    channelId: 'slack',
    serviceUrl: 'urn:slack',
    from: { id: user, name: '' },
    recipient: { id: 'slack-bot', name: '' },
    conversation: { id: `${channel}|${place}`, isGroup: shared } as Activity['conversation'],
    text,
    channelData: { target },
  };
  return known as Activity;
}

/** The data of a pressed button, in the shape every channel's buttons have. */
function readValue(actionId: string, value: string): object | null {
  try {
    const data: unknown = JSON.parse(value);
    return { faqBot: actionId === FEEDBACK_ACTION ? { feedback: data } : data };
  } catch {
    return null;
  }
}

/** Ids of conversations between two begin with D. */
function isDirect(channel: string): boolean {
  return channel.startsWith('D');
}

/** What a person typed, from Slack's way of writing it: mentions are ids in angle brackets, three characters escaped. */
export function toText(text: string, botUser: string): string {
  return text
    .slice(0, MAX_UTTERANCE)
    .replaceAll(`<@${botUser}>`, ' ')
    .replace(/<[@!][^<>]*>/g, ' ')
    .replace(/<[^<>|]*\|([^<>]*)>/g, '$1')
    .replace(/<([^<>]*)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}
