import type { Draft } from './draft.js';
import type { TurnRequest } from './request.js';
import type { ConversationState } from './state.js';

/** Most topics the take-to-clinic list holds. */
const MAX_ASKED = 30;
const MAX_ALTERNATIVES = 3;

/** What a conversation remembers after a turn. */
export function remember(
  state: ConversationState,
  { now, turnId }: TurnRequest,
  said: Draft,
): ConversationState {
  const turn = state.turns + 1;
  const { decision, intent } = said.verdict;
  const answered = decision === 'answer' || decision === 'boundary';
  return {
    ...state,
    turns: turn,
    at: now,
    topic: answered && intent !== null ? { intent, turn } : state.topic,
    offered: offeredAfter(state, said, turn),
    misses: missesAfter(state, said),
    route: routeAfter(state, said, turn),
    asked:
      decision === 'answer' ? append(state.asked, [intent, ...said.verdict.also]) : state.asked,
    open: openAfter(state, said),
    last: intent === 'feedback' ? state.last : lastOf(said, turnId),
  };
}

/** A list that was shown stays the meaning of "the third one" while its topics are gone through. */
function offeredAfter({ offered }: ConversationState, { offers }: Draft, turn: number) {
  const keepsList = offered?.kind === 'list' && (offers === null || offers.kind === 'suggestions');
  return keepsList || offers === null ? (keepsList ? offered : null) : { ...offers, turn };
}

/** Feedback is about an earlier turn and neither a miss nor the end of a row of them. */
function missesAfter({ misses }: ConversationState, { verdict }: Draft): number {
  if (verdict.intent === 'feedback') {
    return misses;
  }
  return verdict.decision === 'fallback' ? misses + 1 : 0;
}

/** A route stays until the person moves on: the next answered question clears it. */
function routeAfter(
  { route }: ConversationState,
  said: Draft,
  turn: number,
): ConversationState['route'] {
  if (said.level === 'emergency' || said.level === 'care-line' || said.level === 'self-harm') {
    return { level: said.level, turn };
  }
  const movedOn = route !== null && said.verdict.decision === 'answer' && turn - route.turn > 1;
  return movedOn ? null : route;
}

function openAfter({ open }: ConversationState, { verdict }: Draft): ConversationState['open'] {
  if (verdict.decision === 'boundary') {
    return { ...open, intents: append(open.intents, [verdict.intent, ...verdict.also]) };
  }
  return verdict.decision === 'fallback' ? { ...open, unanswered: open.unanswered + 1 } : open;
}

function lastOf({ verdict, part }: Draft, turnId: string): ConversationState['last'] {
  const { intent, decision, candidates } = verdict;
  const others = candidates.map((c) => c.intent).filter((id) => id !== intent);
  return { turnId, intent, decision, part, alternatives: others.slice(0, MAX_ALTERNATIVES) };
}

function append(list: readonly string[], ids: readonly (string | null)[]): readonly string[] {
  const added = ids.filter((id): id is string => id !== null && !list.includes(id));
  return [...list, ...added].slice(-MAX_ASKED);
}
