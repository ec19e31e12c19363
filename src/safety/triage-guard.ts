import type { ExplainingTriage, TriageExplanation } from './triage.js';
import type { Triage, TriageCheck } from './types.js';

/** Rule id of a turn that could not be checked; its reply is the failure text. */
export const UNAVAILABLE = 'triage-unavailable';

/** What is found of every utterance that could not be checked. */
export const UNCHECKED: Triage = {
  level: 'emergency',
  rule: UNAVAILABLE,
  soft: false,
  language: 'en',
};

/**
 * Told of each fault, for the log; never given what a person typed.
 *
 * @param when `start` where the check could not be made, so that no turn can be checked; `turn` where one threw.
 */
export type TriageReport = (error: unknown, when: 'start' | 'turn') => void;

/** A check that never throws. */
export interface GuardedTriage extends TriageCheck {
  /** Why there is no check at all, so that every turn comes to {@link UNCHECKED}; null where there is one. */
  readonly fault: unknown;
  /** What each net found; without the nets where they could not be asked. */
  explain(utterance: string): TriageExplanation | Triage;
}

/**
 * Fails safe (S8): where the check cannot be made or throws, nothing is answered; the emergency text is
 * shown with the reason why the bot cannot help.
 *
 * @param make makes the check; called once, at start.
 */
export function guardTriage(
  make: () => ExplainingTriage,
  report: TriageReport = () => {},
): GuardedTriage {
  let triage: ExplainingTriage;
  try {
    triage = make();
  } catch (fault) {
    report(fault, 'start');
    return { fault, check: () => UNCHECKED, explain: () => UNCHECKED };
  }
  const guarded =
    <T>(look: (utterance: string) => T) =>
    (utterance: string): T | Triage => {
      try {
        return look(utterance);
      } catch (error) {
        report(error, 'turn');
        return UNCHECKED;
      }
    };
  return { fault: null, check: guarded(triage.check), explain: guarded(triage.explain) };
}
