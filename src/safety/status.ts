import type { SignChecks } from '../catalog/safety-types.js';
import type { Occurrence } from './chart.js';
import type { Clause, Reading } from './reading.js';

/** What the words around a sign make of it. Only `now` triggers; `asked` gets the soft line. */
export type Status = 'now' | 'asked' | 'negated' | 'past' | 'masked';

/** A text with everything found in it that bears on a sign's status. */
export interface Setting {
  readonly reading: Reading;
  /** Occurrences of a list of `frames.yaml`, in order. */
  frame(name: string): readonly Occurrence[];
  /** True for words that a look-alike covers. */
  readonly masked: Uint8Array;
  /** True for words of bridges and of other signs: a negation reaches over them. */
  readonly bridged: Uint8Array;
}

/** Words that may stand between a sign and "it has gone". */
const RESOLVED_REACH = 6;
/** Words that may stand between a treatment and "last year", which then dates the treatment. */
const TREATMENT_REACH = 3;
/** Words between a possessive and the sign it belongs to: "my left arm ...". */
const OWN_REACH = 2;

/** Decides whether a sign is meant as happening now. */
export function statusOf(sign: Occurrence, checks: SignChecks, setting: Setting): Status {
  if (isMasked(sign, setting)) {
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

function isMasked({ start, end }: Occurrence, { masked }: Setting): boolean {
  for (let i = start; i < end; i++) {
    if (masked[i] === 1) {
      return true;
    }
  }
  return false;
}

const covers = ({ start, end }: Occurrence, at: number) => start <= at && at < end;

/** Walks back from the sign over bridging words to a negation; two of them cancel out. */
function isNegated({ start }: Occurrence, { reading, bridged, frame }: Setting): boolean {
  const exempt = frame('not-negating');
  const negations = frame('negation').filter(
    (found) => !exempt.some((other) => covers(other, found.start)),
  );
  if (negations.length === 0) {
    return false;
  }
  let count = 0;
  for (let i = start - 1; i >= 0; i--) {
    const negation = negations.find((found) => covers(found, i));
    if (negation === undefined && bridged[i] !== 1) {
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

const clauseAt = ({ reading }: Setting, at: number): Clause =>
  reading.clauses[reading.clauseOf[at] ?? 0] as Clause;
const sentenceAt = (setting: Setting, at: number) => clauseAt(setting, at).sentence;

function isResolved(sign: Occurrence, setting: Setting): boolean {
  return setting
    .frame('resolved')
    .some(
      ({ start }) =>
        start >= sign.end &&
        start - sign.end <= RESOLVED_REACH &&
        sentenceAt(setting, start) === sentenceAt(setting, sign.end - 1) &&
        !setting.frame('negation').some((not) => not.end <= start && not.end >= start - 1),
    );
}

/** Past words of the sentence date the sign, unless they date a treatment or the present is named too. */
function isPast(sign: Occurrence, setting: Setting): boolean {
  const sentence = sentenceAt(setting, sign.start);
  const inSentence = ({ start }: Occurrence) => sentenceAt(setting, start) === sentence;
  const past = setting.frame('past').filter(inSentence);
  if (past.length === 0 || setting.frame('present').some(inSentence)) {
    return false;
  }
  const clause = clauseAt(setting, sign.start);
  const told = setting
    .frame('past-verb')
    .some(({ start }) => start >= clause.start && start <= sign.start);
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

/** For what is said of oneself a question is no excuse; talk of people in general is. */
function genericOrNow(sign: Occurrence, setting: Setting): Status {
  const clause = clauseAt(setting, sign.start);
  const inClause = inside(clause);
  const generic = setting.frame('generic-person').some(inClause);
  return generic && !setting.frame('subject').some(inClause) ? 'asked' : 'now';
}

const inside = (clause: Clause) => (found: Occurrence) =>
  found.start >= clause.start && found.start < clause.end;

/**
 * The question frame. Strongest first: "what if ..." asks; "my", "since Monday" tells; "if I get ..." asks;
 * "I have ..." tells; a question or talk of people in general asks; a bare sign tells.
 */
function askedOrNow(sign: Occurrence, setting: Setting): Status {
  const clause = clauseAt(setting, sign.start);
  const before = (name: string) =>
    reaching(sign, setting, clause).some((c) =>
      setting.frame(name).some((f) => inside(c)(f) && f.start <= sign.start),
    );
  const generic = setting.frame('generic-person').some(inside(clause));
  const told = isOwn(sign, setting) || (!generic && setting.frame('now').some(inside(clause)));
  if (before('what-if')) {
    return 'asked';
  }
  if (told) {
    return 'now';
  }
  if (isConditional(before, setting)) {
    return 'asked';
  }
  if (isTold(sign, clause, setting)) {
    return 'now';
  }
  const question = before('question') || before('information');
  return question || generic || setting.frame('information').some(inside(clause)) ? 'asked' : 'now';
}

/** The sign's clause, and those before it of which it is only the continuation: "signs of fever, chills, ...". */
function reaching(sign: Occurrence, setting: Setting, clause: Clause): Clause[] {
  const { clauses, clauseOf } = setting.reading;
  const found = [clause];
  let at = clauseOf[sign.start] as number;
  while (at > 0) {
    const here = clauses[at] as Clause;
    const own = setting.frame('subject').some(inside(here));
    if (own || here.break === 'stop' || here.break === 'contrast') {
      break;
    }
    at -= 1;
    found.push(clauses[at] as Clause);
  }
  return found;
}

function isConditional(before: (name: string) => boolean, setting: Setting): boolean {
  return before('condition') && setting.frame('whether').length === 0;
}

/** "my chest", "his lips", "this rash", "dad's arm". */
function isOwn({ start, end }: Occurrence, setting: Setting): boolean {
  const near = (name: string, reach: number) =>
    setting
      .frame(name)
      .some(
        (found) =>
          found.end > start - reach &&
          found.start < end &&
          setting.reading.clauseOf[found.start] === setting.reading.clauseOf[start],
      );
  return near('own', OWN_REACH) || near('this-one', 1) || near('relative', 1);
}

/** "I have ...", "she keeps ...": a person before the sign, with no cause, hearsay or "can I get" between. */
function isTold(sign: Occurrence, clause: Clause, setting: Setting): boolean {
  const inClause = inside(clause);
  return setting.frame('subject').some((subject) => {
    if (!inClause(subject) || subject.start >= sign.end) {
      return false;
    }
    const between = (name: string) =>
      setting
        .frame(name)
        .some(
          (found) => inClause(found) && found.start >= subject.start && found.end <= sign.start,
        );
    const modal = setting.frame('modal').some((found) => covers(found, subject.start));
    return !modal && !between('cause') && !between('report') && !between('generic-person');
  });
}
