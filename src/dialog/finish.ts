import { finishReply, isRoute } from '../safety/footer.js';
import type { DialogDeps } from './deps.js';
import { type Draft, wantsFeedback } from './draft.js';
import { remember, startOver } from './remember.js';
import type { Reply } from './reply.js';
import type { Turn, TurnRequest } from './request.js';
import { scrub } from './scrub.js';
import type { ConversationState, TurnEvent } from './state.js';

/** The last step of every turn: the footer, what to remember, what to count. */
export function finishTurn(
  deps: DialogDeps,
  request: TurnRequest,
  state: ConversationState,
  said: Draft,
  clears = false,
): Turn {
  const before = clears ? startOver(state) : state;
  return {
    reply: toReply(deps, withRoute(deps, before, said)),
    verdict: said.verdict,
    state: remember(before, request, said),
    events: eventsOf(deps, request, said),
  };
}

/** A draft made into a reply: the one place where the footer is added. */
export function toReply(deps: Pick<DialogDeps, 'messages'>, said: Draft): Reply {
  const { body, level, suggestions, source, more, printable } = said;
  const reply = {
    body,
    level,
    suggestions,
    source,
    more,
    printable,
    feedback: wantsFeedback(said),
  };
  return finishReply(reply, deps.messages.footer);
}

/** Keeps help in sight on the turns after a danger sign: one quiet line, below all but another route. */
function withRoute(deps: DialogDeps, { route }: ConversationState, said: Draft): Draft {
  if (route === null || isRoute(said.level)) {
    return said;
  }
  const line = deps.messages.quiet(route.level, route.language ?? 'en');
  return { ...said, body: `${said.body}\n\n${line}` };
}

function eventsOf(deps: DialogDeps, request: TurnRequest, said: Draft): TurnEvent[] {
  const { turnId, channel, feedback } = request;
  if (feedback !== null && said.verdict.intent === 'feedback') {
    return [{ kind: 'feedback', ...feedback }];
  }
  const { decision, intent, confidence } = said.verdict;
  const contentVersion = deps.catalog.version;
  const turn = {
    kind: 'turn',
    turnId,
    channel,
    decision,
    intent,
    confidence,
    contentVersion,
  } as const;
  return decision === 'fallback' ? [turn, unanswered(deps, request, said)] : [turn];
}

function unanswered(deps: DialogDeps, { turnId, utterance }: TurnRequest, said: Draft): TurnEvent {
  const reason =
    said.offers?.kind === 'menu' && said.verdict.candidates.length === 0
      ? 'none-of-these'
      : 'fallback';
  const text = deps.settings.keepUnanswered ? scrub(utterance, deps.isKnownWord) : null;
  return { kind: 'unanswered', turnId, reason, text };
}
