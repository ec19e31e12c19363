import type { Activity, Entity } from 'botbuilder';
import type { TurnRequest } from '../dialog/request.js';

type Feedback = NonNullable<TurnRequest['feedback']>;
type Bag = Record<string, unknown>;

const INTENT_ID = /^[a-z0-9][a-z0-9-]{0,63}$/;
const TURN_ID = /^[\w-]{1,64}$/;
/** UTF-16 units of JSON that are read: a press is short, and a form has at most a comment beside it. */
const MAX_JSON = 20_000;
/** The event Web Chat sends for its thumbs; the pressed action is its only entity (seen in 4.18.1). */
export const WEB_CHAT_FEEDBACK = 'webchat:activity-status/feedback';
/** The invoke Teams sends for its feedback form. */
export const TEAMS_FEEDBACK = 'message/submitAction';

/** The invoke of a card's Action.Execute. */
export const CARD_ACTION = 'adaptiveCard/action';

/** The intent of a tapped button that carries `{ faqBot: { intent } }`. */
export function readChoice(activity: Partial<Activity>): string | null {
  const intent = carried(activity)?.intent;
  return typeof intent === 'string' && INTENT_ID.test(intent) ? intent : null;
}

/** What a tapped button says in words, for channels that send no text with it. */
export function readTappedText(activity: Partial<Activity>): string {
  const text = carried(activity)?.text;
  return typeof text === 'string' ? text : '';
}

/** A submit carries its data as the value, an execute one level deeper. */
function carried({ name, value }: Partial<Activity>): Bag | null {
  const data = name === CARD_ACTION ? bag(bag(value)?.action)?.data : value;
  return bag(bag(data)?.faqBot);
}

/** A helpful or not helpful press, in any of the shapes a channel gives it. */
export function readFeedback(activity: Partial<Activity>): Feedback | null {
  if (activity.type === 'event' && activity.name === WEB_CHAT_FEEDBACK) {
    return thumb(bag(activity.entities?.[0]));
  }
  const value = bag(activity.value);
  if (activity.name === TEAMS_FEEDBACK) {
    const reaction = bag(value?.actionValue)?.reaction;
    return press(
      reaction === 'like' ? true : reaction === 'dislike' ? false : null,
      activity.replyToId,
    );
  }
  const pressed = bag(carried(activity)?.feedback);
  return press(pressed?.helpful, pressed?.turnId);
}

/**
 * The schema.org actions behind a pair of thumbs.
 *
 * Web Chat hands the pressed action back and nothing else, so each one names its turn.
 */
export function thumbs(turnId: string): Entity {
  const action = (type: string) => ({
    '@type': type,
    '@id': turnId,
    actionStatus: 'PotentialActionStatus',
  });
  return {
    type: 'https://schema.org/Message',
    '@context': 'https://schema.org',
    '@type': 'Message',
    '@id': '',
    potentialAction: [action('LikeAction'), action('DislikeAction')],
  };
}

function thumb(action: Bag | null): Feedback | null {
  const type = String(action?.['@type'] ?? '').replace(/^https?:\/\/schema\.org\//, '');
  return press(
    type === 'LikeAction' ? true : type === 'DislikeAction' ? false : null,
    action?.['@id'],
  );
}

function press(helpful: unknown, turnId: unknown): Feedback | null {
  const known = typeof helpful === 'boolean' && typeof turnId === 'string' && TURN_ID.test(turnId);
  return known ? { helpful, turnId } : null;
}

/** An object, or one written as JSON: clients do both with a button's data and with a form's. */
function bag(value: unknown): Bag | null {
  const read = typeof value === 'string' ? parse(value) : value;
  return typeof read === 'object' && read !== null ? (read as Bag) : null;
}

function parse(text: string): unknown {
  try {
    return text.length > MAX_JSON ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
