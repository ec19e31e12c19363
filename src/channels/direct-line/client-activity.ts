import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { BOT_ACCOUNT } from './adapter.js';
import type { Grant } from './tokens.js';

/** What a client may post. Members are added by the channel itself, and nobody invokes the bot from a page. */
const TYPES = ['message', 'event', 'typing', 'messageReaction', 'endOfConversation'] as const;

const bag = z.looseObject({});
/** Attachments are not read: the bot takes no files. */
const CLIENT_ACTIVITY = z.object({
  type: z.enum(TYPES),
  text: z.string().nullish(),
  locale: z.string().max(35).nullish(),
  name: z.string().max(1024).nullish(),
  value: z.unknown().optional(),
  entities: z.array(bag).max(250).nullish(),
  channelData: bag.nullish(),
  from: z.object({ name: z.string().max(200).nullish() }).nullish(),
});

/** A posted activity with everything the client does not decide filled in, or null when it is none. */
export function readClientActivity(body: unknown, grant: Grant): Partial<Activity> | null {
  const parsed = CLIENT_ACTIVITY.safeParse(body);
  if (!parsed.success) {
    return null;
  }
  const { from, ...said } = parsed.data;
  const given = Object.entries(said).filter(([, value]) => value != null);
  return { ...Object.fromEntries(given), ...addressed(grant, from?.name ?? undefined) };
}

/** Tells the bot who is in the conversation: itself, then the person. */
export function arrival(grant: Grant, locale: string | null): Partial<Activity>[] {
  return [{ ...BOT_ACCOUNT }, { id: grant.userId, name: '' }].map((member, index) => ({
    type: 'conversationUpdate',
    id: `${grant.conversationId}|start${index}`,
    membersAdded: [member],
    ...(locale !== null && { locale }),
    ...addressed(grant, undefined),
  }));
}

/** The user id of the token wins over what the client says of itself. */
function addressed({ userId, conversationId }: Grant, name: string | undefined): Partial<Activity> {
  return {
    channelId: 'directline',
    serviceUrl: 'urn:directline:in-process',
    from: { id: userId, name: name ?? '', role: 'user' },
    recipient: { ...BOT_ACCOUNT },
    conversation: { id: conversationId } as Activity['conversation'],
  };
}
