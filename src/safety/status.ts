import type { Sign } from '../catalog/safety-types.js';
import { holdsPerson, isOfCells } from './cells.js';
import type { Occurrence } from './chart.js';
import { isNegated, isResolved } from './denial.js';
import { isPast } from './past.js';
import { askedOrPresent, genericOrPresent } from './question.js';
import type { Cover, Setting } from './setting.js';
import { isOfThings } from './things.js';

/**
 * What the words around a sign make of it. `now` and `bare` trigger: somebody is said to have it now, or nothing is
 * said about it at all. `asked` gets the soft line; `followed`,
 * asked about with a statement after it, triggers as a bare one does and gets the soft line otherwise.
 */
export type Status = 'now' | 'bare' | 'followed' | 'asked' | 'negated' | 'past' | 'masked';

/** True for a sign that counts; a bare one only where the classifier bears it out. */
export const isPresent = (status: Status): boolean => PRESENT.has(status);
const PRESENT: ReadonlySet<Status> = new Set(['now', 'bare', 'followed']);

/** Decides whether a sign is meant as happening now. */
export function statusOf(
  sign: Occurrence,
  judged: Pick<Sign, 'level' | 'checks' | 'hazard'>,
  setting: Setting,
): Status {
  const { level, checks } = judged;
  if (level === null && checks === 'none') {
    // A context, such as the treatment: it is there, whatever is said with it.
    return 'now';
  }
  if (isMasked(sign, judged, setting)) {
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

/** "10 ml instead of 1": where a dose is the danger, units are no excuse. */
const OF_DOSES = 'H03';

function isMasked(
  sign: Occurrence,
  { level, checks, hazard }: Pick<Sign, 'level' | 'checks' | 'hazard'>,
  setting: Setting,
): boolean {
  if (level === 'personal-advice') {
    return setting.isCovered(sign, ['advice']);
  }
  if (level === 'self-harm') {
    const ofCells = setting.isCovered(sign, ['biology']) || isOfCells(sign, setting);
    return (
      setting.isCovered(sign, ['speech', 'fear', 'units']) ||
      (ofCells && !holdsPerson(sign, setting))
    );
  }
  const spared: readonly Cover[] = [
    ...(level === 'emotional-support' ? (['fear'] as const) : []),
    ...(checks === 'told' ? (['strangers'] as const) : []),
    ...(hazard === OF_DOSES ? (['units'] as const) : []),
  ];
  const kinds = EVERY_COVER.filter((kind) => !spared.includes(kind));
  return setting.isCovered(sign, kinds) || (OF_BODY.has(level) && isOfThings(sign, setting));
}

const EVERY_COVER: readonly Cover[] = ['speech', 'biology', 'strangers', 'fear', 'units'];
