import type { DialogDeps } from './deps.js';
import { type Draft, draft } from './draft.js';
import type { TurnRequest } from './request.js';
import { say } from './say.js';
import type { ConversationState } from './state.js';
import { suggest } from './topics.js';

const NEXT_BEST = 3;

/** Thanks for a press on helpful; offers the next-best topics after one on not helpful. */
export function feedbackReply(
  deps: DialogDeps,
  { helpful }: NonNullable<TurnRequest['feedback']>,
  { last }: ConversationState,
): Draft {
  const verdict = { decision: 'dialog', intent: 'feedback' } as const;
  const { dialog } = deps.catalog;
  if (helpful) {
    return draft(verdict, say(dialog, 'feedback-helpful'));
  }
  const best = last?.alternatives ?? [];
  const intents = (best.length > 0 ? best : dialog.welcomeTopics).slice(0, NEXT_BEST);
  return draft(verdict, say(dialog, 'feedback-not-helpful'), {
    suggestions: suggest(deps.catalog, intents),
    offers: { kind: 'suggestions', intents },
  });
}
