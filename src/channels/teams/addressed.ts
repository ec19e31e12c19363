import type { Activity } from 'botbuilder';
import { readChoice, readTappedText } from '../tapped.js';
import { isShared } from '../to-turn-request.js';

/** Mention entities looked at: more than a person ever puts into one message. */
const MAX_MENTIONS = 50;

/**
 * Whether a message is meant for the bot. In a shared place that takes a mention or a tap on a button of its own: with
 * the permission to read along a bot is sent everything, and must not answer what people say to each other.
 */
export function isAddressed(activity: Partial<Activity>): boolean {
  return (
    !isShared(activity.conversation) ||
    activity.channelId !== 'msteams' ||
    isMentioned(activity) ||
    readChoice(activity) !== null ||
    readTappedText(activity) !== ''
  );
}

function isMentioned({ entities, recipient }: Partial<Activity>): boolean {
  return (entities ?? [])
    .slice(0, MAX_MENTIONS)
    .some(({ type, mentioned }) => type === 'mention' && mentioned?.id === recipient?.id);
}
