/** Levels that name whom to call now; they stay in sight. */
const ROUTES = new Set(['emergency', 'care-line', 'self-harm']);
const MAX_SUGGESTIONS = 10;

export interface Suggestion {
  readonly title: string;
  readonly text: string;
}

/** One activity from the other end, with only what the chat shows of it. */
export interface Heard {
  readonly id: string;
  readonly kind: 'question' | 'answer' | 'feedback';
  readonly at: Date;
  /** Number in the conversation, from 1; null from an endpoint that does not count. */
  readonly sequence: number | null;
  /** What this client called it when it was sent. */
  readonly clientId: string | null;
  readonly body: string;
  readonly footer: string;
  readonly level: string | null;
  /** True when the level names whom to call now. */
  readonly route: boolean;
  readonly source: readonly string[];
  readonly more: boolean;
  readonly intent: string | null;
  readonly suggestions: readonly Suggestion[];
  /** What to post for helpful and not helpful; null where it is not asked. */
  readonly thumbs: Thumbs | null;
  /** For feedback: what was pressed. */
  readonly pressed: Bag | null;
  readonly replyToId: string | null;
}

export interface Thumbs {
  readonly like: Bag;
  readonly dislike: Bag;
}

/** JSON whose shape is not known. */
export type Bag = Readonly<Record<string, unknown>>;

/** Reads an activity, or null for one that is not shown. Works with any Direct Line bot: `text` alone is enough. */
export function readHeard(activity: unknown): Heard | null {
  const given = bag(activity);
  const data = bag(given.channelData);
  const ours = bag(data.faqBot);
  const parts = bag(ours.parts);
  const kind = kindOf(given);
  if (kind === null || typeof given.id !== 'string') {
    return null;
  }
  const level = text(parts.level) || null;
  const sequence = data['webchat:sequence-id'];
  return {
    id: given.id,
    kind,
    at: new Date(text(given.timestamp) || Date.now()),
    sequence: typeof sequence === 'number' ? sequence : null,
    clientId: text(data.clientActivityID) || null,
    body: kind === 'answer' && text(parts.body) ? text(parts.body) : text(given.text),
    footer: text(parts.footer),
    level,
    route: level !== null && ROUTES.has(level),
    source: list(parts.source).filter((section) => typeof section === 'string'),
    more: parts.more === true,
    intent: text(ours.intent) || null,
    suggestions: suggestionsOf(given),
    thumbs: thumbsOf(given),
    pressed: kind === 'feedback' ? bag(list(given.entities)[0]) : null,
    replyToId: text(given.replyToId) || null,
  };
}

function kindOf({ type, from, name }: Bag): Heard['kind'] | null {
  if (type === 'message') {
    return bag(from).role === 'bot' ? 'answer' : 'question';
  }
  return type === 'event' && name === 'webchat:activity-status/feedback' ? 'feedback' : null;
}

function suggestionsOf({ suggestedActions }: Bag): Suggestion[] {
  return list(bag(suggestedActions).actions)
    .map(bag)
    .map(({ title, value }) => ({ title: text(title), text: text(value) }))
    .filter(({ title, text: said }) => title !== '' && said !== '')
    .slice(0, MAX_SUGGESTIONS);
}

/** The pair of actions of a schema.org Message, each of which names the turn it is about. */
function thumbsOf({ entities }: Bag): Thumbs | null {
  const message = list(entities)
    .map(bag)
    .find(({ type }) => type === 'https://schema.org/Message');
  const actions = list(message?.potentialAction).map(bag);
  const like = actions.find((action) => action['@type'] === 'LikeAction');
  const dislike = actions.find((action) => action['@type'] === 'DislikeAction');
  return like === undefined || dislike === undefined ? null : { like, dislike };
}

function bag(value: unknown): Bag {
  return typeof value === 'object' && value !== null ? (value as Bag) : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
