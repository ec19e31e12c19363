import { parse as parseForm } from 'node:querystring';
import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { MAX_UTTERANCE } from '../to-turn-request.js';

export type Product = 'mattermost' | 'rocketchat';

/** One delivery of a slash command or an outgoing webhook. */
export interface Delivery {
  readonly activity: Activity;
  /** True for a slash command: only the asker sees the answer unless the command was set up otherwise. */
  readonly command: boolean;
  /** The thread it was written in, where the product names one. */
  readonly thread: string | null;
}

const id = z.string().min(1).max(255);
const name = z.string().max(255).nullish();
/** Words of people: capped later, never refused for their length. */
const words = z.string().nullish();

/** The fields both products send; Mattermost in a form or JSON, Rocket.Chat in JSON. */
const FIELDS = z.object({
  channel_id: id,
  user_id: id,
  text: words,
  command: words,
  trigger_word: words,
  /** Names the post; a slash command has a trigger id in its place. */
  post_id: name,
  message_id: name,
  trigger_id: words,
  /** Rocket.Chat: the thread; what a bot or an integration wrote; what was written before and is changed now. */
  tmid: name,
  bot: z.unknown().optional(),
  isEdited: z.unknown().optional(),
});

export interface Received {
  readonly body: string;
  readonly contentType: string;
  readonly authorization: string;
}

/** The fields of a request, in whichever form they came; null when there are none. */
export function fieldsOf({ body, contentType }: Received): unknown {
  if (contentType.startsWith('application/x-www-form-urlencoded')) {
    return parseForm(body);
  }
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** The token of a request, empty without one. Mattermost sends it both in the body and as a header. */
export function tokenOf(fields: unknown, { authorization }: Received): string {
  const { token } = (fields ?? {}) as { token?: unknown };
  const header = /^Token +(\S+)$/i.exec(authorization)?.[1] ?? '';
  return typeof token === 'string' && token !== '' ? token : header;
}

/**
 * Reads a delivery: null when it is none, `ignored` for what is no person's own new post.
 *
 * @param inChannel true when a slash command's answer is posted for all to read.
 */
export function readDelivery(
  fields: unknown,
  product: Product,
  inChannel: boolean,
): Delivery | 'ignored' | null {
  const parsed = FIELDS.safeParse(fields);
  if (!parsed.success) {
    return null;
  }
  const { bot, isEdited, channel_id: channel, user_id: user, command, tmid } = parsed.data;
  if ((bot ?? false) !== false || (isEdited ?? false) !== false) {
    return 'ignored';
  }
  const { text, trigger_word, post_id, message_id, trigger_id } = parsed.data;
  const isCommand = (command ?? '') !== '';
  const said = isCommand ? (text ?? '') : withoutTrigger(text ?? '', trigger_word ?? '');
  const post = post_id || message_id || trigger_id || null;
  const shared = !isCommand || inChannel;
  return {
    activity: activity({
      product,
      post,
      channel,
      user,
      shared,
      said: said.slice(0, MAX_UTTERANCE),
    }),
    command: isCommand,
    thread: tmid || null,
  };
}

interface Parts {
  readonly product: Product;
  readonly post: string | null;
  readonly channel: string;
  readonly user: string;
  readonly shared: boolean;
  readonly said: string;
}

function activity({ product, post, channel, user, shared, said }: Parts): Activity {
  const known: Partial<Activity> = {
    type: 'message',
    ...(post !== null && { id: post }),
    channelId: product,
    serviceUrl: `urn:${product}`,
    from: { id: user, name: '' },
    recipient: { id: 'webhook-bot', name: '' },
    conversation: {
      id: shared ? channel : `${channel}|only ${user}`,
      isGroup: shared,
    } as Activity['conversation'],
    // No words ask for help.
    text: said.trim() || 'help',
  };
  return known as Activity;
}

/** The word that called the bot is not part of the question, unless it is only the start of a longer one. */
function withoutTrigger(text: string, trigger: string): string {
  const rest = text.slice(trigger.length);
  const called =
    trigger !== '' &&
    text.toLowerCase().startsWith(trigger.toLowerCase()) &&
    !/^[\p{L}\p{N}]/u.test(rest);
  return called ? rest.replace(/^[\s:,]+/, '') : text;
}
