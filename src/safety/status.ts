import type { Sign } from '../catalog/safety-types.js';
import type { Occurrence } from './chart.js';
import { isNegated, isPast, isResolved } from './denial.js';
import { askedOrNow, genericOrNow } from './question.js';
import type { Setting } from './setting.js';

/** What the words around a sign make of it. Only `now` triggers; `asked` gets the soft line. */
export type Status = 'now' | 'asked' | 'negated' | 'past' | 'masked';

/** Decides whether a sign is meant as happening now. */
export function statusOf(
  sign: Occurrence,
  { level, checks }: Pick<Sign, 'level' | 'checks'>,
  setting: Setting,
): Status {
  if (level === null && checks === 'none') {
    // A context, such as the treatment: it is there, whatever is said with it.
    return 'now';
  }
  if (isMasked(sign, level === 'personal-advice' ? setting.maskedAdvice : setting.masked)) {
    return 'masked';
  }
  if (checks === 'none') {
    return 'now';
  }
  if (isNegated(sign, setting)) {
    return 'negated';
  }
  if (isResolved(sign, setting) || isPast(sign, setting)) {
    return 'past';
  }
  return checks === 'all' ? askedOrNow(sign, setting) : genericOrNow(sign, setting);
}

function isMasked({ start, end }: Occurrence, masked: Uint8Array): boolean {
  for (let i = start; i < end; i++) {
    if (masked[i] === 1) {
      return true;
    }
  }
  return false;
}
