import { type Activity, EventFactory, type TurnContext } from 'botbuilder';
import type { Verdict } from '../dialog/reply.js';

/** Channels on which an event reaches what stands behind the chat; on the others it would be shown to nobody. */
const CHANNELS = new Set(['directline', 'webchat', 'emulator', 'omnichannel']);

/**
 * The Bot Framework's event that asks for a person, for contact-centre software behind the chat; null where
 * nobody asked for one, or the channel cannot carry it. It holds no transcript and no word of what was typed.
 */
export function handoffEvent(
  context: TurnContext,
  { intent }: Verdict,
  turnId: string,
): Partial<Activity> | null {
  const { channelId } = context.activity;
  return intent === 'human-handoff' && CHANNELS.has(channelId)
    ? EventFactory.createHandoffInitiation(context, { turnId, reason: 'the person asked for it' })
    : null;
}
