import type { SafetyLevel } from '../catalog/safety-types.js';
import type { Occurrence } from './chart.js';
import type { FoundSign } from './finding.js';
import type { Clause } from './reading.js';
import { clauseAt, inside, OF_SIGN, type Setting } from './setting.js';
import type { Status } from './status.js';

/**
 * "Does it cause a rash? I have one": a sign that was asked about and is then said to be there; so are those of the
 * body that were only quoted, "the leaflet says ... and that is what I have". What is planned or not so confirms
 * nothing: "mine is not till March". A statement that only follows the question is for the
 * classifier to bear out: "is a rash a side effect? covered".
 */
export function confirmAsked(signs: readonly FoundSign[], setting: Setting): readonly FoundSign[] {
  const confirming = setting.frame('it-is-me').filter((found) => confirms(found, setting));
  const last = Math.max(-1, ...confirming.map(({ start }) => start));
  const isQuoting = setting.frame('figures-in-general').length > 0;
  const quoted = ({ status, sign }: FoundSign) =>
    isQuoting && status === 'masked' && OF_BODY.has(sign.level);
  return signs.map((found) => {
    const isAsked = found.status === 'asked' && found.language === 'en';
    const isSaid = (found.status === 'asked' || quoted(found)) && found.end <= last;
    const status: Status = isAsked && isFollowed(found, setting) ? 'followed' : found.status;
    return { ...found, status: isSaid ? 'now' : status };
  });
}

const OF_BODY: ReadonlySet<SafetyLevel | null> = new Set(['emergency', 'care-line']);

function confirms({ start, end }: Occurrence, setting: Setting): boolean {
  const clause = clauseAt(setting, start);
  return setting.reading.words[end] !== 'not' && !setting.frame('planning').some(inside(clause));
}

/** True where something is stated after the question, and no other sign. */
function isFollowed({ end }: FoundSign, setting: Setting): boolean {
  const { clauses } = setting.reading;
  const here = clauseAt(setting, end - 1);
  return clauses.some((clause) => clause.start >= here.end && states(clause, setting));
}

/** More words are seldom of the sign. */
const LONGEST = 7;
/** Words of courtesy say nothing of the sign. */
const COURTESY = new Set([
  'thanks',
  'thank',
  'ta',
  'cheers',
  'please',
  'hi',
  'hello',
  'sorry',
  'just',
  'curious',
]);
const NO_STATEMENT = [
  'question',
  'what-if',
  'condition',
  'planning',
  'information',
  'figures-in-general',
  'generic-person',
  'negation',
] as const;

function states(clause: Clause, setting: Setting): boolean {
  const first = setting.reading.words[clause.start] ?? '';
  return (
    !clause.asked &&
    clause.end - clause.start <= LONGEST &&
    !COURTESY.has(first) &&
    !setting.bridged.subarray(clause.start, clause.end).includes(OF_SIGN) &&
    !NO_STATEMENT.some((name) => setting.frame(name).some(inside(clause)))
  );
}
