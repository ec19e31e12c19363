import type { Occurrence } from './chart.js';
import { type Clause, LONGEST_LIST } from './reading.js';
import { inside, type Setting } from './setting.js';

/** "rash nil", "fever free"; "rash: nil", "any fever? no": a clause of its own that denies and says nothing else. */
export function isDeniedAfter({ start, end }: Occurrence, setting: Setting): boolean {
  const { words, clauses, clauseOf } = setting.reading;
  const here = clauseOf[start] as number;
  const clause = clauses[here] as Clause;
  if (end + 1 === clause.end && DENIED_AFTER.has(words[end] ?? '')) {
    return true;
  }
  const next = clauses[here + 1];
  const follows = next !== undefined && (next.break === 'comma' || clause.asked);
  const said = follows ? words.slice(next.start, next.end) : [];
  const isTold = setting.frame('subject').some(inside(clause));
  return said.length > 0 && !isTold && said.every((word) => DENIED_AFTER.has(word));
}
const DENIED_AFTER = new Set(['none', 'nil', 'no', 'nope', 'absent', 'free', 'negative', 'neg']);

/** "Pt denies chest pain, SOB, fever": all that is listed, up to the next thing said of the person. */
export function isOnDeniedList({ start }: Occurrence, setting: Setting): boolean {
  const { words, clauses, clauseOf } = setting.reading;
  const here = clauseOf[start] as number;
  for (let at = here; at >= Math.max(0, here - LONGEST_LIST); at -= 1) {
    const clause = clauses[at] as Clause;
    const said = words.slice(clause.start, at === here ? start : clause.end);
    const place = said.findIndex((word, i) => isDenial(word, said[i - 1] ?? ''));
    const isAnew = said.slice(place + 1).some((word) => REPORTS.has(word));
    if (place !== -1) {
      return !isAnew;
    }
    const isTold = setting
      .frame('subject')
      .some((found) => inside(clause)(found) && found.start < start);
    if (clause.break !== 'comma' || isAnew || isTold) {
      return false;
    }
  }
  return false;
}

/** An insurer denies too, a treatment: only what a patient denies is a sign. */
const isDenial = (word: string, before: string): boolean =>
  (word === 'denies' || word === 'denied' || word === 'denying') && PATIENT.has(before);
const PATIENT = new Set(['pt', 'patient', 'he', 'she', 'is', '', 'currently', 'mum', 'dad']);
const REPORTS = new Set([
  'but',
  'has',
  'have',
  'is',
  'with',
  'now',
  'complaining',
  'reports',
  'new',
  'had',
]);
