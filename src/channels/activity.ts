import type { Activity } from 'botbuilder';
import { z } from 'zod';

const id = z.string().min(1).max(1024);
const word = z.string().max(1024).nullish();
const account = z.object({ id, name: word, role: word });
const members = z.array(account).max(500).nullish();
const bag = z.looseObject({});

/**
 * What is read of an activity; every other field is dropped.
 *
 * Dates are not read at all: the SDK would make `Date`s of them, and a bad one throws when it is written out again.
 */
const ACTIVITY = z.object({
  type: z.string().min(1).max(100),
  id: id.nullish(),
  channelId: z.string().min(1).max(100),
  serviceUrl: z.string().min(1).max(2048),
  from: account,
  recipient: account,
  conversation: z.object({
    id,
    isGroup: z.boolean().nullish(),
    conversationType: word,
    tenantId: word,
  }),
  text: z.string().nullish(),
  locale: z.string().max(35).nullish(),
  name: word,
  action: word,
  replyToId: word,
  deliveryMode: word,
  entities: z.array(bag).max(250).nullish(),
  value: z.unknown().optional(),
  membersAdded: members,
  membersRemoved: members,
  reactionsAdded: z.array(bag).max(50).nullish(),
  reactionsRemoved: z.array(bag).max(50).nullish(),
  channelData: z.object({ tenant: z.object({ id: word }).nullish() }).nullish(),
});

/** An activity from outside made safe to hand to the SDK, or null when it is none. */
export function readActivity(body: unknown): Activity | null {
  const parsed = ACTIVITY.safeParse(body);
  if (!parsed.success) {
    return null;
  }
  const given = Object.entries(parsed.data).filter(([, value]) => value != null);
  // The SDK types call far more fields required than any channel sends.
  return Object.fromEntries(given) as unknown as Activity;
}
