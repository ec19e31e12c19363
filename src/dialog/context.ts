import type { ConversationState } from './state.js';

/** Context fades: after this many turns, or this long, "it" no longer means the last topic. */
const CONTEXT_TURNS = 4;
export const CONTEXT_MS = 30 * 60_000;

/** The topic that short follow-ups refer to; null when there is none or it has faded. */
export function liveTopic({ topic, turns, at }: ConversationState, now: number): string | null {
  const live = topic !== null && turns - topic.turn < CONTEXT_TURNS && now - at < CONTEXT_MS;
  return live ? topic.intent : null;
}
