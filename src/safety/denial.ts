import type { Occurrence } from './chart.js';
import type { Clause, Reading } from './reading.js';
import { clauseAt, covers, type Setting, sentenceAt } from './setting.js';

/** Words that may stand between a sign and "it has gone". */
const RESOLVED_REACH = 14;
/** Words between a sign and the date that is surely its own: "I had a stroke five years ago". */
const PAST_REACH = 2;
/** Words that may stand between a treatment and "last year", which then dates the treatment. */
const TREATMENT_REACH = 3;

/**
 * Walks back from the sign over bridging words to a negation; two of them cancel out, but not the one that
 * denies the sign before: "no rash no itching".
 */
export function isNegated(sign: Occurrence, { reading, bridged, frame }: Setting): boolean {
  const { start, end, asked } = sign;
  const exempt = frame('not-negating');
  const negations = frame('negation').filter(
    (found) => !exempt.some((other) => covers(other, found.start)),
  );
  if (negations.length === 0) {
    return false;
  }
  if (negations.some((f) => f.start >= start && f.end < end && !asked.includes(f.start))) {
    return true;
  }
  let count = 0;
  for (let i = start - 1; i >= 0; i--) {
    const negation = negations.find((found) => covers(found, i));
    const overSign = bridged[i] === 2 && count > 0;
    if (negation === undefined && (bridged[i] === 0 || overSign)) {
      break;
    }
    if (negation !== undefined) {
      count += 1;
      i = negation.start;
    }
    if (i > 0 && !reachesBack(reading, i)) {
      break;
    }
  }
  return count % 2 === 1;
}

/** A negation reaches into the next clause only along a list: "no fever, cough or rash". */
function reachesBack({ clauseOf, clauses, words }: Reading, at: number): boolean {
  const here = clauseOf[at] as number;
  if (here === clauseOf[at - 1]) {
    return true;
  }
  const clause = clauses[here] as Clause;
  const rest = words.slice(clause.start, lastOfSentence(clauses, here));
  return clause.break === 'comma' && rest.some((word) => word === 'or' || word === 'nor');
}

function lastOfSentence(clauses: readonly Clause[], from: number): number {
  let last = from;
  while (clauses[last + 1]?.sentence === clauses[from]?.sentence) {
    last += 1;
  }
  return clauses[last]?.end ?? 0;
}

/** Words that point back at what was said: "it has gone", "and both have cleared up". */
const POINTERS = new Set([
  'it',
  'they',
  'both',
  'this',
  'that',
  'which',
  'all',
  'these',
  'everything',
]);

/** "... has gone", said of the sign and not denied. */
export function isResolved(sign: Occurrence, setting: Setting): boolean {
  const negations = setting.frame('negation');
  return setting
    .frame('resolved')
    .some(
      ({ start }) =>
        start >= sign.end &&
        start - sign.end <= RESOLVED_REACH &&
        isSaidOf(sign, start, setting) &&
        !negations.some((not) => not.end <= start && not.end >= start - 1),
    );
}

/** True for the sign's own clause, and for a later one of the sentence that points back at it. */
function isSaidOf(sign: Occurrence, at: number, setting: Setting): boolean {
  const own = clauseAt(setting, sign.end - 1);
  const clause = clauseAt(setting, at);
  if (clause === own) {
    return true;
  }
  const opening = setting.reading.words.slice(clause.start, clause.start + 2);
  return clause.sentence === own.sentence && opening.some((word) => POINTERS.has(word));
}

/** Past words of the sentence date the sign, unless they date a treatment or the present is named too. */
export function isPast(sign: Occurrence, setting: Setting): boolean {
  const sentence = sentenceAt(setting, sign.start);
  const inSentence = ({ start }: Occurrence) => sentenceAt(setting, start) === sentence;
  const past = setting.frame('past').filter(inSentence);
  const clause = clauseAt(setting, sign.start);
  const told = setting
    .frame('past-verb')
    .some(({ start }) => start >= clause.start && start <= sign.start);
  if (told && past.some(({ start }) => start >= sign.end && start - sign.end <= PAST_REACH)) {
    return true;
  }
  if (past.length === 0 || setting.frame('present').some(inSentence)) {
    return false;
  }
  return told || past.some((found) => !datesTreatment(found, sign, setting));
}

function datesTreatment(past: Occurrence, sign: Occurrence, setting: Setting): boolean {
  const clause = clauseAt(setting, past.start);
  const apart = clause !== clauseAt(setting, sign.start);
  return setting
    .frame('treatment')
    .some(
      ({ start, end }) =>
        (past.start - end >= 0 && past.start - end <= TREATMENT_REACH) ||
        (apart && start >= clause.start && end <= clause.end),
    );
}
