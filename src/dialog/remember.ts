import { isRoute } from '../safety/footer.js';
import type { Draft } from './draft.js';
import type { TurnRequest } from './request.js';
import { type ConversationState, EMPTY_STATE } from './state.js';

/** Most topics the take-to-clinic list holds. */
const MAX_ASKED = 30;
const MAX_ALTERNATIVES = 3;

/**
 * When a person has moved on from danger: after this many answers on ordinary content. What was not understood,
 * small talk, a personal question, low mood, a question about a danger sign and a press on helpful do not count:
 * somebody in need may well fail to be understood. Starting over counts as an answer, but never as the last.
 */
const ANSWERS_TO_MOVE_ON = 2;

/** What a conversation remembers after a turn. */
export function remember(
  state: ConversationState,
  { now, turnId }: TurnRequest,
  said: Draft,
): ConversationState {
  const turn = state.turns + 1;
  const { decision, intent } = said.verdict;
  const answered = isAnswer(said);
  return {
    ...state,
    turns: turn,
    at: now,
    topic: answered && intent !== null ? { intent, turn } : state.topic,
    offered: offeredAfter(state, said, turn),
    misses: missesAfter(state, said),
    route: routeAfter(state, said),
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

/** What is left of a conversation that starts over: a way to help, for one more answer. */
export function startOver({ route }: ConversationState): ConversationState {
  return { ...EMPTY_STATE, route: route === null ? null : { ...route, answersLeft: 1 } };
}

function routeAfter({ route }: ConversationState, said: Draft): ConversationState['route'] {
  const { level, finding } = said;
  if (isRoute(level)) {
    const language = finding?.language ?? 'en';
    return { level, language, answersLeft: ANSWERS_TO_MOVE_ON };
  }
  if (route === null || finding !== null || !isAnswer(said)) {
    return route;
  }
  const answersLeft = (route.answersLeft ?? ANSWERS_TO_MOVE_ON) - 1;
  return answersLeft > 0 ? { ...route, answersLeft } : null;
}

function isAnswer({ verdict: { decision } }: Draft): boolean {
  return decision === 'answer' || decision === 'boundary';
}

function openAfter({ open }: ConversationState, { verdict }: Draft): ConversationState['open'] {
  if (verdict.decision === 'boundary') {
    return { ...open, intents: append(open.intents, [verdict.intent, ...verdict.also]) };
  }
  return verdict.decision === 'fallback' ? { ...open, unanswered: open.unanswered + 1 } : open;
}

function lastOf(
  { verdict, part, level, finding }: Draft,
  turnId: string,
): ConversationState['last'] {
  const { intent, decision, candidates } = verdict;
  const others = candidates.map((c) => c.intent).filter((id) => id !== intent);
  const alternatives = others.slice(0, MAX_ALTERNATIVES);
  const last = { turnId, intent, decision, part, alternatives };
  return level === null || finding === null
    ? last
    : { ...last, finding: { rule: finding.rule, language: finding.language } };
}

function append(list: readonly string[], ids: readonly (string | null)[]): readonly string[] {
  const added = ids.filter((id): id is string => id !== null && !list.includes(id));
  return [...list, ...added].slice(-MAX_ASKED);
}
