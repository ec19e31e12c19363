import type { Activity } from 'botbuilder';
import type { TurnRequest } from '../dialog/request.js';
import { readChoice, readFeedback, readTappedText } from './tapped.js';

/**
 * Characters of an utterance that are read for danger. No messenger delivers more: Slack takes 40,000, Teams 40 KB of
 * UTF-16, Mattermost 16,383. What is longer comes from a client of its own making; its two ends are kept, since people
 * put what matters first or last. Matching cuts to far fewer by itself.
 */
export const MAX_UTTERANCE = 40_000;
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
    utterance: cap(withoutMentions(activity) || readTappedText(activity)),
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
  const capped = cap(text ?? '');
  return [...new Set<string>(mentions)]
    .reduce((left, mention) => left.replaceAll(mention, ' '), capped)
    .replaceAll('&nbsp;', ' ')
    .trim();
}

/** At most {@link MAX_UTTERANCE} UTF-16 units: all of a text, or both its ends; never half a character. */
function cap(text: string): string {
  if (text.length <= MAX_UTTERANCE) {
    return text;
  }
  const half = MAX_UTTERANCE / 2 - 1;
  const first = text.slice(0, half).replace(/[\uD800-\uDBFF]$/, '');
  const last = text.slice(-half).replace(/^[\uDC00-\uDFFF]/, '');
  return `${first}\n${last}`;
}

/** True where others read along. */
export function isShared(conversation: Partial<Activity>['conversation']): boolean {
  const type = conversation?.conversationType;
  return conversation?.isGroup === true || type === 'channel' || type === 'groupChat';
}
