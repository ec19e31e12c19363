import type { Command } from '../catalog/dialog-contract.js';
import { clarifyReply } from './clarify.js';
import { liveTopic } from './context.js';
import type { DialogDeps } from './deps.js';
import { type Draft, draft } from './draft.js';
import { feedbackReply } from './feedback.js';
import type { TurnRequest } from './request.js';
import { say } from './say.js';
import { dialogReply } from './small-talk.js';
import type { ConversationState } from './state.js';
import { summaryReply } from './summary.js';
import { menuReply, type SnippetPart, suggest, topicReply } from './topics.js';
import { routeAgain } from './triage-reply.js';

/** What a command came to: a reply, whether it clears the conversation, and what it says of the last answer. */
export interface Obeyed {
  readonly draft: Draft;
  readonly clears: boolean;
  readonly feedback?: TurnRequest['feedback'];
}

/**
 * Does what a short command asks with the conversation so far.
 *
 * @returns null where the command makes no sense here, so that the words are matched instead.
 */
export function obey(
  deps: DialogDeps,
  command: Command,
  state: ConversationState,
  { now, shared }: Pick<TurnRequest, 'now' | 'shared'>,
): Obeyed | null {
  const { dialog } = deps.catalog;
  const keep = (reply: Draft | null): Obeyed | null =>
    reply === null ? null : { draft: reply, clears: false };
  switch (command) {
    case 'more':
      return keep(moreReply(deps, state, now));
    case 'shorter':
    case 'simpler':
      return keep(levelReply(deps, state, now, command === 'shorter' ? 'short' : 'simple'));
    case 'repeat':
      return keep(repeatReply(deps, state, shared));
    case 'start-over':
      return { draft: menuReply(deps, HELP, say(dialog, 'start-over')), clears: true };
    case 'summary':
      return keep(summaryReply(deps, state));
    case 'helpful':
    case 'not-helpful':
      return typedFeedback(deps, command === 'helpful', state);
    case 'none-of-these':
      return keep(state.offered === null ? null : noneReply(deps));
    case 'menu':
      return keep(dialogReply(deps, 'help', state));
    case 'sure':
      return keep(state.last === null ? null : sureReply(deps, state));
  }
}

const HELP = { decision: 'dialog', intent: 'help' } as const;

/** "That did not help", typed: the same as a press below the last reply. */
function typedFeedback(
  deps: DialogDeps,
  helpful: boolean,
  state: ConversationState,
): Obeyed | null {
  if (state.last === null) {
    return null;
  }
  const feedback = { turnId: state.last.turnId ?? '', helpful };
  return { draft: feedbackReply(deps, feedback, state), clears: false, feedback };
}

function moreReply(deps: DialogDeps, state: ConversationState, now: number): Draft | null {
  const topic = liveTopic(state, now);
  if (topic === null) {
    return menuReply(deps, HELP, say(deps.catalog.dialog, 'more-what'));
  }
  const intent = deps.catalog.intents.get(topic);
  const hasMore = deps.catalog.snippets.get(intent?.answer ?? '')?.more != null;
  if (!hasMore || state.last?.part === 'more') {
    const suggestions = suggest(deps.catalog, intent?.followUps ?? []);
    const text = say(deps.catalog.dialog, 'more-none');
    return draft({ decision: 'answer', intent: topic }, text, { suggestions, part: 'more' });
  }
  return topicReply(deps, topic, 'more');
}

function levelReply(
  deps: DialogDeps,
  state: ConversationState,
  now: number,
  part: SnippetPart,
): Draft | null {
  const topic = liveTopic(state, now);
  return topic === null ? null : topicReply(deps, topic, part);
}

function repeatReply(deps: DialogDeps, state: ConversationState, shared: boolean): Draft | null {
  const { last, offered, route } = state;
  if (last === null) {
    return menuReply(deps, HELP, say(deps.catalog.dialog, 'repeat-none'));
  }
  if (last.decision === 'triage' && route !== null) {
    return routeAgain(deps, route.level, shared);
  }
  if (last.decision === 'clarify' && offered !== null) {
    const candidates = offered.intents.map((intent) => ({ intent, confidence: 0 }));
    return clarifyReply(deps, candidates);
  }
  const part = last.part === 'other' ? 'body' : last.part;
  const said = last.intent === null ? null : topicReply(deps, last.intent, part);
  return said ?? (last.intent === null ? null : dialogReply(deps, last.intent, state));
}

/** "None of these": counted as unanswered; offers the topics and the care team. */
function noneReply(deps: DialogDeps): Draft {
  const body = `${say(deps.catalog.dialog, 'none-of-these-reply')}\n\n${deps.messages.unwell}`;
  return menuReply(deps, { decision: 'fallback', intent: null }, body);
}

function sureReply(deps: DialogDeps, { last }: ConversationState): Draft {
  const intent = last?.intent ?? 'who-are-you';
  return draft({ decision: 'answer', intent }, say(deps.catalog.dialog, 'sure'), {
    suggestions: suggest(deps.catalog, [intent]),
  });
}
