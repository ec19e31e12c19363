import type { Triage, TriageCheck } from './types.js';

/** Rule id of a turn that could not be checked; its reply is the failure text. */
export const UNAVAILABLE = 'triage-unavailable';

const FAILED: Triage = { level: 'emergency', rule: UNAVAILABLE, soft: false, language: 'en' };

/**
 * Fails safe (S8): where the check cannot be made or throws, nothing is answered; the emergency text is
 * shown with the reason why the bot cannot help.
 *
 * @param make makes the check; called once, at start.
 * @param report told of each fault, for the log; never given what a person typed.
 */
export function guardTriage<T extends TriageCheck>(
  make: () => T,
  report: (error: unknown) => void = () => {},
): TriageCheck {
  const check = attempt(make, report);
  return {
    check: (utterance) =>
      (check === null ? null : attempt(() => check.check(utterance), report)) ?? FAILED,
  };
}

function attempt<T>(make: () => T, report: (error: unknown) => void): T | null {
  try {
    return make();
  } catch (error) {
    report(error);
    return null;
  }
}
