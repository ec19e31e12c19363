import type { Occurrence } from './chart.js';
import { isDeniedAfter, isOnDeniedList } from './denied-lists.js';
import { type Clause, LONGEST_LIST, type Reading } from './reading.js';
import { clauseAt, covers, OF_SIGN, type Setting, sentenceAt } from './setting.js';

/** Words that may stand between a sign and "it has gone". */
const RESOLVED_REACH = 14;

/**
 * Walks back from the sign over bridging words to a negation; two of them cancel out, but not the one that
 * denies the sign before: "no rash no itching".
 */
export function isNegated(sign: Occurrence, setting: Setting): boolean {
  const { start, end, asked } = sign;
  const { frame } = setting;
  const exempt = frame('not-negating');
  const negations = frame('negation').filter(
    (found) => !exempt.some((other) => covers(other, found.start)),
  );
  if (isDeniedAfter(sign, setting) || isOnDeniedList(sign, setting)) {
    return true;
  }
  if (negations.length === 0) {
    return false;
  }
  if (negations.some((f) => f.start >= start && f.end < end && !asked.includes(f.start))) {
    return true;
  }
  if (start === 0 || !reachesBack(setting.reading, start)) {
    return false;
  }
  let count = 0;
  for (let i = start - 1; i >= 0; i--) {
    const negation = negations.find((found) => covers(found, i));
    if (negation === undefined && !isCarried(i, count, setting)) {
      break;
    }
    if (negation !== undefined) {
      count += 1;
      i = negation.start;
    }
    if (i > 0 && !reachesBack(setting.reading, i)) {
      break;
    }
  }
  return count % 2 === 1;
}

/** True for a word over which a negation carries on; one that stands before a sign is that sign's alone. */
function isCarried(at: number, count: number, { reading, bridged }: Setting): boolean {
  const word = reading.words[at] ?? '';
  const overSign = bridged[at] === OF_SIGN && count > 0;
  const anew = ANEW.has(word) || (bridged[at - 1] === OF_SIGN && SUBJECTS.has(word));
  return bridged[at] !== 0 && !overSign && !anew;
}

/** "No temperature just low oxygen": what follows is not denied. */
const ANEW = new Set(['just', 'only']);
/** "I do not want treatment, I want to be dead", said without the comma. */
const SUBJECTS = new Set(['i', 'he', 'she', 'we', 'they']);

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
  while (last - from < LONGEST_LIST && clauses[last + 1]?.sentence === clauses[from]?.sentence) {
    last += 1;
  }
  return clauses[last]?.end ?? 0;
}

/** Words that point back at what was said: "it has gone", "and both have cleared up". */
const POINTERS = new Set([
  'it',
  'they',
  'both',
  'its',
  'this',
  'that',
  'which',
  'all',
  'these',
  'everything',
]);

/** What is lost is not over when it is gone: "I lost my sight, all gone now". */
const LOSS = new Set(['cannot', 'not', 'no', 'lost', 'losing', 'loss', 'without']);

/** "... has gone", said of the sign and not denied; or "all fine since", which needs no subject. */
export function isResolved(sign: Occurrence, setting: Setting): boolean {
  const { frame } = setting;
  const negations = frame('negation');
  const after = ({ start }: Occurrence) => start >= sign.end && start - sign.end <= RESOLVED_REACH;
  const over = frame('over-now').some(
    (found) =>
      after(found) && sentenceAt(setting, found.start) - sentenceAt(setting, sign.start) <= 1,
  );
  const words = setting.reading.words;
  const isLoss = words.slice(sign.start, sign.end).some((word) => LOSS.has(word));
  const back = (end: number) => frame('is-back').some((found) => found.start >= end);
  const gone = ({ start, end }: Occurrence) =>
    isSaidOf(sign, start, setting) &&
    !back(end) &&
    !(isLoss && words.slice(start, end).includes('gone')) &&
    !frame('who-leaves').some(({ end }) => end === start) &&
    !negations.some((not) => not.end <= start && not.end >= start - 1);
  return over || frame('resolved').some((found) => after(found) && gone(found));
}

/** True for the sign's own clause, and for a later one that points back at it or has no subject: "..., gone by Friday". */
function isSaidOf(sign: Occurrence, at: number, setting: Setting): boolean {
  const own = clauseAt(setting, sign.end - 1);
  const clause = clauseAt(setting, at);
  if (clause === own) {
    return true;
  }
  if (clause.sentence === own.sentence && at === clause.start) {
    return true;
  }
  const opening = setting.reading.words.slice(clause.start, clause.start + 2);
  return clause.sentence === own.sentence && opening.some((word) => POINTERS.has(word));
}
