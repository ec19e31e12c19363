import type { Activity } from 'botbuilder';
import { readChoice, readTappedText } from '../tapped.js';
import { isShared } from '../to-turn-request.js';

/** Mention entities looked at: more than a person ever puts into one message. */
const MAX_MENTIONS = 50;
/** Longest text in which a card's mark is looked for: one that holds nothing else is far shorter. */
const MAX_CARD = 2000;

/** How Teams marks the place of a card in a text. */
const CARD = /<span class="inline-compose-card"[^>]*>\s*(?:<span [^>]*><\/span>\s*)?<\/span>/g;

/**
 * Whether a message is meant for the bot. In a shared place that takes a mention or a tap on a button of its own: with
 * the permission to read along a bot is sent everything, and must not answer what people say to each other.
 */
export function isAddressed(activity: Partial<Activity>): boolean {
  if (activity.channelId !== 'msteams') {
    return true;
  }
  return isShared(activity.conversation)
    ? isMentioned(activity) || isTap(activity)
    : !isPostedCard(activity);
}

function isTap(activity: Partial<Activity>): boolean {
  return readChoice(activity) !== null || readTappedText(activity) !== '';
}

/** An answer that was looked up and posted in the chat with the bot itself: it has been answered already. */
function isPostedCard({ text = '' }: Partial<Activity>): boolean {
  const rest = text.length > MAX_CARD ? text : text.replace(CARD, '');
  return rest !== text && rest.trim() === '';
}

function isMentioned({ entities, recipient }: Partial<Activity>): boolean {
  return (entities ?? [])
    .slice(0, MAX_MENTIONS)
    .some(({ type, mentioned }) => type === 'mention' && mentioned?.id === recipient?.id);
}
