import type { Sign } from '../catalog/safety-types.js';
import { holdsPerson, isOfCells } from './cells.js';
import type { Occurrence } from './chart.js';
import { isNegated, isResolved } from './denial.js';
import { isPast } from './past.js';
import { askedOrPresent, genericOrPresent } from './question.js';
import type { Setting } from './setting.js';
import { isOfThings } from './things.js';

/**
 * What the words around a sign make of it. `now` and `bare` trigger: somebody is said to have it now, or nothing is
 * said about it at all. `asked` gets the soft line.
 */
export type Status = 'now' | 'bare' | 'asked' | 'negated' | 'past' | 'masked';

/** True for a sign that counts; a bare one only where the classifier bears it out. */
export const isPresent = (status: Status): boolean => status === 'now' || status === 'bare';

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
  if (isMasked(sign, level, setting)) {
    return 'masked';
  }
  if (checks === 'told') {
    return 'now';
  }
  if (checks === 'none') {
    return 'bare';
  }
  if (isNegated(sign, setting)) {
    return 'negated';
  }
  if (isResolved(sign, setting) || isPast(sign, setting)) {
    return 'past';
  }
  return checks === 'all' ? askedOrPresent(sign, setting) : genericOrPresent(sign, setting);
}

/** Levels, and contexts, that are matters of the body. */
const OF_BODY: ReadonlySet<Sign['level']> = new Set(['emergency', 'care-line', null]);

function isMasked(sign: Occurrence, level: Sign['level'], setting: Setting): boolean {
  const masked = touches(sign, setting.masked);
  const biology = touches(sign, setting.maskedAsBiology);
  if (level === 'personal-advice') {
    return touches(sign, setting.maskedAdvice);
  }
  if (level === 'self-harm') {
    const fear = touches(sign, setting.maskedAsFear);
    return masked || fear || (!holdsPerson(sign, setting) && (biology || isOfCells(sign, setting)));
  }
  const ofOthers = touches(sign, setting.maskedAsStranger);
  const fear = level !== 'emotional-support' && touches(sign, setting.maskedAsFear);
  return masked || fear || biology || ofOthers || (OF_BODY.has(level) && isOfThings(sign, setting));
}

const touches = ({ start, end }: Occurrence, mask: Uint8Array) =>
  mask.subarray(start, end).includes(1);
