import type { ConversationState } from './state.js';

/** Context fades: after this many turns, or this long, "it" no longer means the last topic. */
const CONTEXT_TURNS = 4;
export const CONTEXT_MS = 30 * 60_000;

/** The topic that short follow-ups refer to; null when there is none or it has faded. */
export function liveTopic({ topic, turns, at }: ConversationState, now: number): string | null {
  const live = topic !== null && turns - topic.turn < CONTEXT_TURNS && now - at < CONTEXT_MS;
  return live ? topic.intent : null;
}

/** What "it" means in a follow-up. */
export interface Subject {
  readonly intent: string;
  /** False for a topic that was only offered. */
  readonly answered: boolean;
}

/**
 * The subject of a follow-up: the topic last answered, or, where a clarifying question was just put and gone
 * past, the topic it named first, which is the likeliest meaning of what was asked.
 */
export function subjectOf(state: ConversationState, now: number): Subject | null {
  const { offered, turns, at } = state;
  const goneBy = offered?.kind === 'clarify' && offered.turn === turns && now - at < CONTEXT_MS;
  const intent = (goneBy ? offered.intents[0] : undefined) ?? liveTopic(state, now);
  return intent === null ? null : { intent, answered: !goneBy };
}
