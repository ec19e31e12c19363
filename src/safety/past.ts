import type { Occurrence } from './chart.js';
import type { Clause } from './reading.js';
import { clauseAt, inside, type Setting, sentenceAt } from './setting.js';

/** Words between a sign and the date that is surely its own: "I had a stroke five years ago". */
const PAST_REACH = 2;
/** Words that may stand between a treatment and "last year", which then dates the treatment. */
const TREATMENT_REACH = 3;

/**
 * Past words of the sentence date the sign, unless they date a treatment or the present is named too; so does the
 * next sentence that says when it was.
 */
export function isPast(sign: Occurrence, setting: Setting): boolean {
  const sentence = sentenceAt(setting, sign.start);
  const within =
    (which: number) =>
    ({ start }: Occurrence) =>
      sentenceAt(setting, start) === which;
  const past = setting
    .frame('past')
    .filter((f) => within(sentence)(f) && !isContrasted(f, sign, setting))
    .filter((f) => !datesTreatment(f, sign, setting));
  const datedNext = setting
    .frame('dated-before')
    .some((f) => within(sentence + 1)(f) || (within(sentence)(f) && f.start >= sign.end));
  const clause = clauseAt(setting, sign.start);
  const told = setting
    .frame('past-verb')
    .some(({ start }) => start >= clause.start && start <= sign.start);
  const comesBack = (found: Occurrence) =>
    (within(sentence)(found) || isNextWord(found, sentence, setting)) &&
    found.start >= sign.end &&
    !isDenied(found, setting);
  if (setting.frame('comes-back').some(comesBack) || isHadNow(sign, setting)) {
    return false;
  }
  if (told && past.some((found) => isItsDate(found, sign, setting))) {
    return true;
  }
  if (setting.frame('long-past').some((f) => isHadThen(sign, f, setting))) {
    return true;
  }
  const datedHere = past.some(inside(clause));
  const present = setting
    .frame('present')
    .filter((found) => within(sentence)(found) && !isDenied(found, setting));
  if (present.some((found) => !datedHere || isOfSign(found, clause, setting))) {
    return false;
  }
  return (
    datedNext || (told && past.length > 0) || past.some((found) => reachesOn(found, sign, setting))
  );
}

/** "I used to think of it. It is back": the next sentence has no other matter. */
function isNextWord({ start }: Occurrence, sentence: number, setting: Setting): boolean {
  const { words } = setting.reading;
  const clause = clauseAt(setting, start);
  const opening = words.slice(clause.start, start + 1);
  return clause.sentence === sentence + 1 && opening.some((word) => ITSELF.has(word));
}
const ITSELF = new Set(['it', 'they', 'these', 'those', 'that']);

/** "As in 2021 I have a rash": what somebody has is not dated by what was before. */
function isHadNow(sign: Occurrence, setting: Setting): boolean {
  const { words, clauseOf } = setting.reading;
  const isVerb = (at: number) => at >= sign.start - HAVE_REACH && HAVE.has(words[at] ?? '');
  const said = setting.frame('subject').some(({ end }) => end < sign.start && isVerb(end));
  const datedAfter = setting
    .frame('past')
    .some(({ start }) => start >= sign.end && clauseOf[start] === clauseOf[sign.start]);
  return said && !datedAfter;
}

const HAVE = new Set(['have', 'has', 'am', 'is', 'are']);
/** "have a rash", "have a bad headache". */
const HAVE_REACH = 3;

/** "Diagnosed in 2020, my stomach is agony": a date reaches no further than its clause, unless it comes after. */
const reachesOn = (past: Occurrence, sign: Occurrence, setting: Setting): boolean =>
  past.start > sign.start || clauseAt(setting, past.start) === clauseAt(setting, sign.start);

/** "I had a stroke five years ago", but not "... since last year". */
function isItsDate({ start }: Occurrence, sign: Occurrence, { reading }: Setting): boolean {
  const since = reading.words.slice(sign.end, start).some((word) => SINCE.has(word));
  return !since && start >= sign.end && start - sign.end <= PAST_REACH;
}

/** "I had a rash after my first infusion in 2021": had, the sign and the date in one clause, in this order. */
function isHadThen(sign: Occurrence, date: Occurrence, setting: Setting): boolean {
  const { words, clauseOf } = setting.reading;
  const upToSign = words.slice(Math.max(0, sign.start - HAD_REACH), sign.end);
  const told = upToSign.some((word) => HAD.has(word));
  const since = words.slice(sign.end, date.start).some((word) => SINCE.has(word));
  const inClause = clauseOf[date.start] === clauseOf[sign.start];
  return told && !since && inClause && date.start >= sign.end;
}

const HAD = new Set(['had', 'was', 'were', 'suffered', 'experienced']);
const HAD_REACH = 3;
const SINCE = new Set(['since', 'from']);

/** "Last year it was nothing, but ...": what comes after is not dated by what was before. */
function isContrasted(past: Occurrence, sign: Occurrence, { reading }: Setting): boolean {
  const { clauses, clauseOf } = reading;
  const between = clauses.slice((clauseOf[past.start] ?? 0) + 1, (clauseOf[sign.start] ?? 0) + 1);
  return between.some((clause) => clause.break === 'contrast');
}

/**
 * "Now" in a clause of its own with a person in it is another matter, unless the sign comes back in it: "... and
 * today I ran five miles", but "... and now I have it again".
 */
function isOfSign({ start }: Occurrence, clause: Clause, setting: Setting): boolean {
  const here = clauseAt(setting, start);
  return (
    here === clause ||
    !setting.frame('subject').some(inside(here)) ||
    setting.frame('returning').some(inside(here))
  );
}

/** "never came back" */
const isDenied = ({ start }: Occurrence, { reading }: Setting) =>
  DENIED.has(reading.words[start - 1] ?? '');
const DENIED = new Set(['never', 'not']);

/** "My throat swelled at the first infusion two years ago": the treatment only says when. */
const AT_THE_TIME = new Set(['at', 'during', 'on', 'with']);

function datesTreatment(past: Occurrence, sign: Occurrence, setting: Setting): boolean {
  const clause = clauseAt(setting, past.start);
  const apart = clause !== clauseAt(setting, sign.start);
  const treatments = setting.frame('treatment');
  const after = setting.reading.words.slice(sign.end, sign.end + 2);
  const atTheTime = after.some((word) => AT_THE_TIME.has(word));
  if (
    !apart &&
    atTheTime &&
    treatments.some(({ end }) => past.start - end <= 1 && past.start >= end)
  ) {
    return false;
  }
  return treatments.some(
    ({ start, end }) =>
      (start >= clause.start && past.start - end >= 0 && past.start - end <= TREATMENT_REACH) ||
      (apart && start >= clause.start && end <= clause.end),
  );
}
