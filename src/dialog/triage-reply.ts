import type { Triage, TriageLevel } from '../safety/types.js';
import type { DialogDeps } from './deps.js';
import { type Draft, draft } from './draft.js';
import type { ConversationState } from './state.js';
import { sectionsOf } from './topics.js';

/** Levels answered as conversation: kind words, no interrupt. */
const AS_DIALOG: ReadonlySet<TriageLevel> = new Set(['emotional-support', 'abuse']);

const LEVELS: readonly TriageLevel[] = [
  'self-harm',
  'emergency',
  'care-line',
  'prognosis',
  'personal-advice',
  'emotional-support',
  'abuse',
];

/**
 * The reply to what triage found: the route to help, first and alone.
 *
 * @param shared true where others read along; the reply then says nothing of what was asked.
 * @returns null when triage found nothing.
 */
export function triageReply(deps: DialogDeps, triage: Triage, shared: boolean): Draft | null {
  const { level } = triage;
  if (level === null) {
    return null;
  }
  const decision = AS_DIALOG.has(level) ? 'dialog' : 'triage';
  return draft({ decision, intent: level }, deps.messages.reply(triage, shared), {
    level,
    finding: triage,
    source: sectionsOf(deps.catalog, deps.messages.claims(triage, shared)),
  });
}

/** The last reply once more where it was to what triage found, for "say that again"; null where it was not. */
export function findingAgain(
  deps: DialogDeps,
  { intent, finding }: NonNullable<ConversationState['last']>,
  shared: boolean,
): Draft | null {
  const level = LEVELS.find((one) => one === intent) ?? null;
  const { rule = null, language = 'en' } = finding ?? {};
  return triageReply(deps, { level, rule, soft: false, language }, shared);
}
