import type { Activity } from 'botbuilder';
import type { TurnRequest } from '../dialog/request.js';
import { readChoice, readFeedback, readTappedText } from './tapped.js';

/** Characters of an utterance that are read; matching needs far fewer, and some later steps are not linear. */
export const MAX_UTTERANCE = 2000;
/** Mention entities looked at: more than a person ever puts into one message. */
const MAX_MENTIONS = 50;

/** What the activity does not hold: made once a turn, outside. */
export interface TurnStamp {
  readonly turnId: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** A Bot Framework activity as the dialog sees it: one thing a person said or tapped. Pure. */
export function toTurnRequest(
  activity: Partial<Activity>,
  { turnId, now }: TurnStamp,
): TurnRequest {
  return {
    turnId,
    utterance: cap(withoutMentions(activity) || readTappedText(activity), MAX_UTTERANCE),
    channel: activity.channelId ?? 'unknown',
    shared: isShared(activity.conversation),
    locale: activity.locale ?? null,
    now,
    choice: readChoice(activity),
    feedback: readFeedback(activity),
  };
}

/** The text without any mention of the bot. Teams writes `<at>name</at>` for each, and there may be several. */
function withoutMentions({ text, entities, recipient }: Partial<Activity>): string {
  const mentions = (entities ?? [])
    .filter((entity) => entity.type === 'mention' && entity.mentioned?.id === recipient?.id)
    .map((entity) => entity.text)
    .filter((mention) => typeof mention === 'string' && mention.length > 0)
    .slice(0, MAX_MENTIONS);
  const capped = cap(text ?? '', 2 * MAX_UTTERANCE);
  return [...new Set<string>(mentions)]
    .reduce((left, mention) => left.replaceAll(mention, ' '), capped)
    .replaceAll('&nbsp;', ' ')
    .trim();
}

/** The first `most` UTF-16 units, never half a character. */
function cap(text: string, most: number): string {
  const cut = text.slice(0, most);
  return text.length > most ? cut.replace(/[\uD800-\uDBFF]$/, '') : cut;
}

/** True where others read along. */
export function isShared(conversation: Partial<Activity>['conversation']): boolean {
  const type = conversation?.conversationType;
  return conversation?.isGroup === true || type === 'channel' || type === 'groupChat';
}
