import type { Occurrence } from './chart.js';
import { reaching } from './continuation.js';
import type { Clause } from './reading.js';
import { clauseAt, covers, inside, type Setting, sentenceAt } from './setting.js';

/** Words between a possessive and the sign it belongs to: "my left arm ...". */
const OWN_REACH = 2;

/** For what is said of oneself a question is no excuse; talk of people in general is. */
export function genericOrPresent(sign: Occurrence, setting: Setting): 'asked' | 'now' | 'bare' {
  const clause = clauseAt(setting, sign.start);
  const inClause = inside(clause);
  const generic = setting
    .frame('generic-person')
    .some(
      (found) =>
        inClause(found) && !isAllOthers(found, sign, setting) && !isListener(found, setting),
    );
  const personal = setting.frame('subject').some(inClause) || isOwn(sign, setting);
  if (personal) {
    return 'now';
  }
  return generic ? 'asked' : 'bare';
}

/** "Is there anyone to talk to about wanting to die" */
const isListener = ({ end }: Occurrence, { reading }: Setting): boolean =>
  reading.words[end] === 'to' && LISTENING.has(reading.words[end + 1] ?? '');
const LISTENING = new Set(['talk', 'speak', 'ring', 'call', 'turn']);

/** "A burden to everyone" speaks of oneself; "makes people suicidal" does not. */
function isAllOthers({ start }: Occurrence, sign: Occurrence, { reading }: Setting): boolean {
  return covers(sign, start) && ALL_OTHERS.has(reading.words[start] ?? '');
}
const ALL_OTHERS = new Set(['everyone', 'everybody', 'anyone', 'anybody']);

/**
 * The question frame. Strongest first: "right now" tells; "what if ..." and "told to ring if ..." ask; "my", "since
 * Monday" and a reading tell; "if I get ..." asks; "I have ..." tells; a question or talk of people in general asks; a
 * person, a time or a word of worry in the sentence tells; else the sign stands bare.
 */
export function askedOrPresent(sign: Occurrence, setting: Setting): 'asked' | 'now' | 'bare' {
  const clause = clauseAt(setting, sign.start);
  const before = (name: string) =>
    reaching(sign, setting, clause).some((c) =>
      setting.frame(name).some((f) => inside(c)(f) && f.start <= sign.start),
    );
  const generic = setting
    .frame('generic-person')
    .some((found) => inside(clause)(found) && !isToBeTold(found, setting));
  const told = isOwn(sign, setting) || (!generic && isDated(sign, clause, setting));
  const toRing = setting
    .frame('told-to-ring')
    .some((found) => inside(clause)(found) && found.start <= sign.start);
  if (setting.frame('at-this-moment').some(inside(clause))) {
    return 'now';
  }
  if (before('what-if') || toRing) {
    return 'asked';
  }
  if (told || (!generic && isReading(sign, setting))) {
    return 'now';
  }
  if (isConditional(before, setting)) {
    return 'asked';
  }
  if (isTold(sign, clause, setting)) {
    return 'now';
  }
  const question = before('question') || before('information') || isAskedNext(clause, setting);
  if (question || generic || setting.frame('information').some(inside(clause))) {
    return 'asked';
  }
  return isReported(sign, setting) ? 'now' : 'bare';
}

/** "Is it silly to ring somebody": nobody's sign. */
const isToBeTold = ({ start }: Occurrence, { reading }: Setting): boolean =>
  TELLING.has(reading.words[start - 1] ?? '');
const TELLING = new Set(['ring', 'call', 'phone', 'tell', 'bother', 'contact', 'to', 'see']);

/** A person, a time or a word of worry in the sentence, or a "but" before the sign: somebody tells of it. */
function isReported(sign: Occurrence, setting: Setting): boolean {
  const { break: opened, sentence } = clauseAt(setting, sign.start);
  return (
    opened === 'contrast' ||
    REPORT.some((name) =>
      setting.frame(name).some(({ start }) => sentenceAt(setting, start) === sentence),
    )
  );
}
const REPORT = ['subject', 'relative', 'now', 'reporting'] as const;

/** "Seizures? how common": asked in the clause after. */
function isAskedNext({ end }: Clause, setting: Setting): boolean {
  const next = setting.reading.clauses.find(({ start }) => start === end);
  return next !== undefined && setting.frame('asks-in-general').some(inside(next));
}

/** "Is 84 low for oxygen": who names a figure has it, but for "which cutoff is used". */
function isReading({ start, end }: Occurrence, setting: Setting): boolean {
  const { words } = setting.reading;
  const holdsFigure = words.slice(start, end).some((word) => /^\d/.test(word));
  return holdsFigure && setting.frame('figures-in-general').length === 0;
}

/** Begins what is said of the sign in the next clause: "is it normal, it started an hour ago". */
const GOES_ON = new Set(['it', 'this', 'started', 'been', 'since', 'for', 'came', 'has', 'they']);

/** "since Monday", "three times today": in the sign's clause, or in the one that goes on about it. */
function isDated(sign: Occurrence, clause: Clause, setting: Setting): boolean {
  const { clauses, clauseOf, words } = setting.reading;
  const next = clauses[(clauseOf[sign.start] as number) + 1];
  const goesOn =
    next?.sentence === clause.sentence && GOES_ON.has(words[next.start] ?? '') ? next : clause;
  return setting.frame('now').some((found) => inside(clause)(found) || inside(goesOn)(found));
}

function isConditional(before: (name: string) => boolean, setting: Setting): boolean {
  return before('condition') && setting.frame('whether').length === 0;
}

/** "my chest", "his lips", "this rash", "dad's arm"; not "his patients' fevers". */
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
  const ofOthers = setting
    .frame('generic-person')
    .some((found) => found.end === start && found.start > 0);
  if (ofOthers) {
    return false;
  }
  const pointed = setting.frame('this-one').some((f) => f.start <= start && f.end >= start);
  return pointed || near('own', OWN_REACH) || near('relative', 1);
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
