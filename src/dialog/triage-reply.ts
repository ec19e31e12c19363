import type { Triage, TriageLevel } from '../safety/types.js';
import type { DialogDeps } from './deps.js';
import { type Draft, draft } from './draft.js';

/** Levels answered as conversation: kind words, no interrupt. */
const AS_DIALOG: ReadonlySet<TriageLevel> = new Set(['emotional-support', 'abuse']);

/**
 * The reply to what triage found: the route to help, first and alone.
 *
 * @param shared true where others read along; the reply then names no symptom.
 * @returns null when triage found nothing.
 */
export function triageReply(deps: DialogDeps, triage: Triage, shared: boolean): Draft | null {
  const { level } = triage;
  if (level === null) {
    return null;
  }
  const decision = AS_DIALOG.has(level) ? 'dialog' : 'triage';
  return draft({ decision, intent: level }, deps.messages.reply(triage, shared), { level });
}

/** The same route once more, for "say that again". */
export function routeAgain(deps: DialogDeps, level: TriageLevel, shared: boolean): Draft | null {
  return triageReply(deps, { level, rule: null, soft: false, language: 'en' }, shared);
}
