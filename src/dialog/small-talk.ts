import type { DialogDeps } from './deps.js';
import { type Draft, draft } from './draft.js';
import type { Verdict } from './reply.js';
import { say } from './say.js';
import type { ConversationState } from './state.js';
import { summaryReply } from './summary.js';
import { menuReply, suggest } from './topics.js';

/** Says how to reach a person: the operator's contact, or where anybody can turn. */
export function handoffLine({ catalog, settings }: DialogDeps): string {
  return settings.handoffContact === null
    ? say(catalog.dialog, 'handoff-generic')
    : say(catalog.dialog, 'handoff-contact', { contact: settings.handoffContact });
}

/** What each dialog intent says. Null for an id that is none. */
export function dialogReply(
  deps: DialogDeps,
  id: string,
  state: ConversationState,
  confidence: Partial<Pick<Verdict, 'confidence' | 'candidates'>> = {},
): Draft | null {
  const verdict = { decision: 'dialog', intent: id, ...confidence } as const;
  const { dialog } = deps.catalog;
  const topics = { suggestions: suggest(deps.catalog, dialog.welcomeTopics) };
  switch (id) {
    case 'greeting':
      return draft(verdict, say(dialog, id, { emergency: deps.messages.emergencyNumber }), topics);
    case 'thanks':
    case 'goodbye':
    case 'who-are-you':
      return draft(verdict, say(dialog, id));
    case 'help':
      return { ...menuReply(deps, verdict, say(dialog, id)) };
    case 'summary':
      return summaryReply(deps, state);
    case 'privacy':
      return draft(verdict, privacyText(deps));
    case 'human-handoff':
      return draft(verdict, handoffText(deps));
    default:
      return null;
  }
}

function handoffText(deps: DialogDeps): string {
  return say(deps.catalog.dialog, 'human-handoff', {
    handoff: handoffLine(deps),
    emergency: deps.messages.emergencyNumber,
  });
}

function privacyText({ catalog: { dialog }, settings }: DialogDeps): string {
  const kept = settings.keepUnanswered ? 'privacy-unanswered-on' : 'privacy-unanswered-off';
  const text = say(dialog, 'privacy', { unanswered: say(dialog, kept) });
  return settings.privacyUrl === null
    ? text
    : `${text}\n\n${say(dialog, 'privacy-link', { privacyUrl: settings.privacyUrl })}`;
}
