import type { Occurrence } from './chart.js';
import { type Clause, LONGEST_LIST } from './reading.js';
import { inside, OF_SIGN, type Setting } from './setting.js';

/**
 * The sign's clause, and those before it of which it is only the continuation: "signs of fever, chills, ...". After a
 * question on another matter it is none: "is there a bus to the hospital, can't breathe".
 */
export function reaching(sign: Occurrence, setting: Setting, clause: Clause): Clause[] {
  const { clauses, clauseOf } = setting.reading;
  const found = [clause];
  let at = clauseOf[sign.start] as number;
  while (at > 0 && found.length <= LONGEST_LIST) {
    const here = clauses[at] as Clause;
    const own = setting.frame('subject').some(inside(here));
    if (own || here.break === 'stop' || here.break === 'contrast' || isAnew(at, setting)) {
      break;
    }
    at -= 1;
    if (!isRelative(clauses[at] as Clause, setting)) {
      found.push(clauses[at] as Clause);
    }
  }
  return found;
}

/** True for a clause after a comma that is no question, where those before name no sign and ask for none. */
function isAnew(at: number, setting: Setting): boolean {
  const { clauses } = setting.reading;
  const here = clauses[at] as Clause;
  if (here.break !== 'comma' || here.asked || isRelative(here, setting)) {
    return false;
  }
  const first = Math.max(0, at - LONGEST_LIST);
  for (let before = at - 1; before >= first; before -= 1) {
    if (clauses[before]?.sentence !== here.sentence) {
      return true;
    }
    if (asksForSigns(clauses[before] as Clause, setting)) {
      return false;
    }
  }
  return true;
}

const asksForSigns = (clause: Clause, setting: Setting): boolean =>
  setting.bridged.subarray(clause.start, clause.end).includes(OF_SIGN) ||
  ASK_FOR_SIGNS.some((name) => setting.frame(name).some(inside(clause)));
const ASK_FOR_SIGNS = ['information', 'what-if', 'condition'] as const;

/** "My wife, who never complains, has ...": no question. */
const isRelative = (clause: Clause, { reading }: Setting) =>
  clause.break === 'comma' && RELATIVE.has(reading.words[clause.start] ?? '');
const RELATIVE = new Set(['who', 'which', 'whose']);
