import { parse as parseForm } from 'node:querystring';
import type { Activity } from 'botbuilder';
import { z } from 'zod';

export type Product = 'mattermost' | 'rocketchat';

/** One delivery of a slash command or an outgoing webhook. */
export interface Delivery {
  readonly token: string;
  readonly activity: Activity;
  /** True for a slash command: only the asker sees the answer unless the command was set up otherwise. */
  readonly command: boolean;
}

const id = z.string().min(1).max(255);
const word = z.string().max(8000).nullish();

/** The fields both products send; Mattermost in a form or JSON, Rocket.Chat in JSON. */
const FIELDS = z.object({
  token: word,
  channel_id: id,
  user_id: id,
  text: word,
  command: word,
  trigger_word: word,
  /** Names the post; a slash command has a trigger id in its place. */
  post_id: word,
  message_id: word,
  trigger_id: word,
  /** Rocket.Chat: set on what a bot or an integration wrote. */
  bot: z.unknown().optional(),
});

export interface Received {
  readonly body: string;
  readonly contentType: string;
  readonly authorization: string;
}

/**
 * Reads a delivery, or null when it is none.
 *
 * @param inChannel true when a slash command's answer is posted for all to read.
 */
export function readDelivery(
  received: Received,
  product: Product,
  inChannel: boolean,
): Delivery | null {
  const parsed = FIELDS.safeParse(fieldsOf(received));
  if (!parsed.success || (parsed.data.bot !== undefined && parsed.data.bot !== false)) {
    return null;
  }
  const { token, channel_id: channel, user_id: user, command, text, trigger_word } = parsed.data;
  const isCommand = (command ?? '') !== '';
  const words = isCommand ? (text ?? '') : withoutTrigger(text ?? '', trigger_word ?? '');
  const name = [parsed.data.post_id, parsed.data.message_id, parsed.data.trigger_id].find(Boolean);
  const shared = !isCommand || inChannel;
  return {
    token: token || (/^Token +(\S+)$/i.exec(received.authorization)?.[1] ?? ''),
    activity: activity({ product, name: name ?? null, channel, user, shared, words }),
    command: isCommand,
  };
}

interface Parts {
  readonly product: Product;
  readonly name: string | null;
  readonly channel: string;
  readonly user: string;
  readonly shared: boolean;
  readonly words: string;
}

function activity({ product, name, channel, user, shared, words }: Parts): Activity {
  const known: Partial<Activity> = {
    type: 'message',
    ...(name !== null && { id: name }),
    channelId: product,
    serviceUrl: `urn:${product}`,
    from: { id: user, name: '' },
    recipient: { id: 'webhook-bot', name: '' },
    conversation: {
      id: shared ? channel : `${channel}|only ${user}`,
      isGroup: shared,
    } as Activity['conversation'],
    // No words ask for help.
    text: words.trim() || 'help',
  };
  return known as Activity;
}

function fieldsOf({ body, contentType }: Received): unknown {
  if (contentType.startsWith('application/x-www-form-urlencoded')) {
    return parseForm(body);
  }
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** The word that called the bot is not part of the question. */
function withoutTrigger(text: string, trigger: string): string {
  const starts = trigger !== '' && text.toLowerCase().startsWith(trigger.toLowerCase());
  return starts ? text.slice(trigger.length).replace(/^[\s:,]+/, '') : text;
}
