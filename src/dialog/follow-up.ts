import type { Match } from '../matcher/types.js';
import { isPlace } from './choice.js';
import { subjectOf } from './context.js';
import type { DialogDeps } from './deps.js';
import type { Draft } from './draft.js';
import { phraseOf } from './phrasebook.js';
import { say } from './say.js';
import type { ConversationState } from './state.js';
import { menuReply, topicReply } from './topics.js';

/** Longer texts stand on their own. */
const FOLLOW_UP_WORDS = 12;

/** Openings that cannot begin a question of its own. */
const GOES_ON = /^(?:and|what about|how about|so|or|but|also|like|plus|ok so)\b/;

/** A short way to go on ("why?", "is it safe?") read against the subject of the talk. */
export function frameReply(
  deps: DialogDeps,
  utterance: string,
  state: ConversationState,
  now: number,
): Draft | null {
  const subject = subjectOf(state, now);
  const frame = subject === null ? null : deps.phrasebook.frame(utterance);
  if (subject === null || frame === null) {
    return null;
  }
  const { intent, answered } = subject;
  const target = frame.leadsTo[intent] ?? frame.leadsTo.default ?? 'same';
  if (target !== 'same' && target !== intent) {
    return topicReply(deps, target);
  }
  const again = !answered || state.last?.part === 'more' ? 'body' : 'more';
  return topicReply(deps, intent, again);
}

/** Words up to which a frame that leans on a topic means nothing alone: "how so", but not "how does it work". */
const LEANING_WORDS = 3;

/** "Why?" or "the second one" with nothing before it to mean: asks which topic. */
export function pointlessReply(deps: DialogDeps, utterance: string): Draft | null {
  const phrase = phraseOf(utterance);
  const frame = deps.phrasebook.frame(utterance);
  const leans = frame?.leansOnTopic === true && phrase.split(' ').length <= LEANING_WORDS;
  return leans || isPlace(phrase)
    ? menuReply(deps, { decision: 'dialog', intent: 'help' }, say(deps.catalog.dialog, 'more-what'))
    : null;
}

/**
 * Matches a short text again with its pointers ("it", "that one") replaced by the topic's name.
 *
 * Only called when the text alone was not sure of a topic: a complete new question wins over the
 * context. The subject as a whole is tried first, since the name of one type of treatment would pull
 * every question towards that type.
 *
 * @returns null when the text points back at nothing, or at nothing sure.
 */
export function matchInContext(
  deps: DialogDeps,
  utterance: string,
  state: ConversationState,
  now: number,
): Match | null {
  const subject = subjectOf(state, now);
  const phrase = phraseOf(utterance);
  if (subject === null || phrase === '' || phrase.split(' ').length > FOLLOW_UP_WORDS) {
    return null;
  }
  const { nouns } = deps.catalog.dialog;
  const names = new Set(
    [nouns.default, nouns[subject.intent]].filter((noun) => noun !== undefined),
  );
  for (const name of names) {
    const named = nameTopic(deps.catalog.dialog.pointers, phrase, name);
    const match = named === null ? null : deps.matcher.match(named);
    if (match?.outcome === 'sure') {
      return match;
    }
  }
  return null;
}

/** The phrase with its pointers replaced; null when it has none and stands on its own. */
function nameTopic(pointers: readonly string[], phrase: string, name: string): string | null {
  const longestFirst = [...pointers].sort((a, b) => b.length - a.length);
  const pointer = new RegExp(`(?<= |^)(?:${longestFirst.join('|')})(?= |$)`, 'g');
  const named = phrase.replace(pointer, name);
  if (named !== phrase) {
    return named;
  }
  return GOES_ON.test(phrase) ? `${phrase} ${name}` : null;
}
