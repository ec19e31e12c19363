import type { Match } from '../matcher/types.js';
import { liveTopic } from './context.js';
import type { DialogDeps } from './deps.js';
import type { Draft } from './draft.js';
import { phraseOf } from './phrasebook.js';
import type { ConversationState } from './state.js';
import { topicReply } from './topics.js';

/** Longer texts stand on their own. */
const FOLLOW_UP_WORDS = 12;

/** Openings that cannot begin a question of its own. */
const GOES_ON = /^(?:and|what about|how about|so|or|but|also|like|plus|ok so)\b/;

/** A short way to go on ("why?", "is it safe?") read against the topic last answered. */
export function frameReply(
  deps: DialogDeps,
  utterance: string,
  state: ConversationState,
  now: number,
): Draft | null {
  const topic = liveTopic(state, now);
  const frame = topic === null ? null : deps.phrasebook.frame(utterance);
  if (topic === null || frame === null) {
    return null;
  }
  const target = frame.leadsTo[topic] ?? frame.leadsTo.default ?? 'same';
  if (target !== 'same' && target !== topic) {
    return topicReply(deps, target);
  }
  const again = state.last?.part === 'more' ? 'body' : 'more';
  return topicReply(deps, topic, again);
}

/**
 * Matches a short text again with its pointers ("it", "that one") replaced by the topic's name.
 *
 * Only called when the text alone was not sure: a complete new question wins over the context.
 *
 * @returns null when the text points back at nothing.
 */
export function matchInContext(
  deps: DialogDeps,
  utterance: string,
  state: ConversationState,
  now: number,
): Match | null {
  const topic = liveTopic(state, now);
  const phrase = phraseOf(utterance);
  if (topic === null || phrase === '' || phrase.split(' ').length > FOLLOW_UP_WORDS) {
    return null;
  }
  const { pointers, nouns } = deps.catalog.dialog;
  const noun = nouns[topic] ?? nouns.default ?? '';
  const longestFirst = [...pointers].sort((a, b) => b.length - a.length);
  const pointer = new RegExp(`(?<= |^)(?:${longestFirst.join('|')})(?= |$)`, 'g');
  const named = phrase.replace(pointer, noun);
  if (named !== phrase) {
    return deps.matcher.match(named);
  }
  return GOES_ON.test(phrase) ? deps.matcher.match(`${phrase} ${noun}`) : null;
}
