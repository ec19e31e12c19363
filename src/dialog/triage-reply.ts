import type { Triage, TriageLevel } from '../safety/types.js';
import type { DialogDeps } from './deps.js';
import { type Draft, draft } from './draft.js';
import { say } from './say.js';

/** Levels answered as conversation: kind words, no interrupt. */
const AS_DIALOG: ReadonlySet<TriageLevel> = new Set(['emotional-support', 'abuse']);

/** Levels that follow from something personal; a route to help stays alone. */
const PERSONAL: ReadonlySet<TriageLevel> = new Set([
  'personal-advice',
  'prognosis',
  'emotional-support',
]);

/**
 * The reply to what triage found: the route to help, first and alone.
 *
 * @param shared true where others read along; the reply then names no symptom and offers the private chat.
 * @returns null when triage found nothing.
 */
export function triageReply(deps: DialogDeps, triage: Triage, shared: boolean): Draft | null {
  const { level } = triage;
  if (level === null) {
    return null;
  }
  const decision = AS_DIALOG.has(level) ? 'dialog' : 'triage';
  const text = deps.messages.reply(triage, shared);
  const offer = shared && PERSONAL.has(level) ? [say(deps.catalog.dialog, 'private-chat')] : [];
  return draft({ decision, intent: level }, [text, ...offer].join('\n\n'), { level });
}

/** The same route once more, for "say that again". */
export function routeAgain(deps: DialogDeps, level: TriageLevel, shared: boolean): Draft | null {
  return triageReply(deps, { level, rule: null, soft: false, language: 'en' }, shared);
}
