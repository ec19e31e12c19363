import type { SafetyLevel } from '../catalog/safety-types.js';
import type { NetScore } from './classifier-net.js';
import type { GrammarFinding } from './grammar.js';
import type { Triage } from './types.js';

/** The gravest first; a lower one never outvotes a higher one, whatever its score. */
export const PRECEDENCE: readonly SafetyLevel[] = [
  'self-harm',
  'emergency',
  'care-line',
  'prognosis',
  'personal-advice',
  'emotional-support',
  'abuse',
];

/** In a longer text the classifier must be surer. */
const FEW_SENTENCES = 2;
const NOTHING: Triage = { level: null, rule: null, soft: false, language: 'en' };
const DANGER: ReadonlySet<SafetyLevel | null> = new Set(['emergency', 'care-line']);
const CRISIS: ReadonlySet<SafetyLevel | null> = new Set(['self-harm']);
/** Probability from which the classifier is heard on a danger that the grammar explains away. */
const SURE = 0.8;
/** Levels whose signs are explained away together. */
const KINDS: readonly ReadonlySet<SafetyLevel | null>[] = [
  DANGER,
  CRISIS,
  new Set(['prognosis']),
  new Set(['personal-advice']),
];

/**
 * The gravest level either net triggers; without one, whether a danger sign was asked about.
 *
 * @param unexplained scores of the text without the signs that the grammar has explained away.
 */
export function decide(
  finding: GrammarFinding,
  all: readonly NetScore[],
  unexplained: () => readonly NetScore[],
): Triage {
  const away = KINDS.filter(
    (levels) =>
      isExplainedAway(finding, levels) ||
      (finding.hasLookalikes && (levels === DANGER || levels === CRISIS)),
  );
  const scores = away.length > 0 ? lowered(all, unexplained(), away) : all;
  const found = PRECEDENCE.find((level) => finding.triggers.some((t) => t.level === level));
  const graver = found === undefined ? PRECEDENCE : PRECEDENCE.slice(0, PRECEDENCE.indexOf(found));
  const triggered = graver.filter((level) => classifierTriggers(level, found, finding, scores));
  const net = likelier(triggered, scores);
  if (net !== undefined) {
    return { ...NOTHING, level: net, rule: `classifier-${net}` };
  }
  if (found !== undefined) {
    const rules = finding.triggers.filter(({ level }) => level === found);
    const rule = rules.find(({ language }) => language === 'en') ?? rules[0];
    return { ...NOTHING, level: found, rule: rule?.rule ?? null, language: rule?.language ?? 'en' };
  }
  return { ...NOTHING, soft: asksOfDanger(finding) };
}

/** What is denied or over is no evidence of danger: the rest of the text must bear it out. */
function lowered(
  all: readonly NetScore[],
  rest: readonly NetScore[],
  away: readonly ReadonlySet<SafetyLevel | null>[],
): readonly NetScore[] {
  return all.map((score) => {
    const other = rest.find(({ level }) => level === score.level);
    const concerned = away.some((levels) => levels.has(score.level));
    const sure = DANGER.has(score.level) && score.probability >= SURE;
    return concerned && !sure && (other?.probability ?? 0) < score.probability
      ? (other ?? silent(score.level))
      : score;
  });
}

/** Too few words are left to go by. */
const silent = (level: SafetyLevel): NetScore => ({
  level,
  probability: 0,
  alone: false,
  bare: false,
  over: false,
});

/** The gravest; but of outlook and advice, which are no dangers, the more probable one. */
function likelier(
  [gravest, next]: readonly SafetyLevel[],
  scores: readonly NetScore[],
): SafetyLevel | undefined {
  const probability = (level: SafetyLevel) =>
    scores.find((score) => score.level === level)?.probability ?? 0;
  return gravest === 'prognosis' &&
    next === 'personal-advice' &&
    probability(next) > probability(gravest)
    ? next
    : gravest;
}

function classifierTriggers(
  level: SafetyLevel,
  found: SafetyLevel | undefined,
  finding: GrammarFinding,
  scores: readonly NetScore[],
): boolean {
  const score = scores.find((entry) => entry.level === level);
  if (score === undefined) {
    return false;
  }
  if (level === 'self-harm' && isOnlyOfCells(finding) && isExplainedAway(finding, CRISIS)) {
    return false;
  }
  if (DANGER.has(level) && isExplainedAway(finding, DANGER)) {
    // "No fever, but ...", "no cough, lips blue": what else is said may be another matter.
    return score.over;
  }
  if (isRoute(found) || isDoubtful(level, finding)) {
    return score.over;
  }
  if (level === 'self-harm' && (isExplainedAway(finding, CRISIS) || isIdiomatic(finding))) {
    return score.bare;
  }
  // An anchor is a word without which the level is hardly worth a thought.
  const anchored = finding.frames.includes(`anchor-${level}`);
  // The best of many sentences is high by chance alone.
  const few = finding.sentences.length <= FEW_SENTENCES;
  // Low mood shares words with danger: "all seems grey".
  if (anchored && found !== 'emotional-support') {
    return few ? score.alone : score.bare;
  }
  return few ? score.bare : score.over;
}

const isRoute = (level: SafetyLevel | undefined): boolean =>
  level !== undefined && level !== 'emotional-support' && level !== 'abuse';

/** True where the grammar has a reason against the level, so that the classifier must be surer. */
function isDoubtful(level: SafetyLevel, finding: GrammarFinding): boolean {
  if (level === 'self-harm') {
    return isOnlyOfCells(finding);
  }
  const { frames } = finding;
  const people = frames.includes('generic-person') || !frames.includes('person');
  const general = people && !frames.includes('subject');
  return asksOfDanger(finding) || (!DANGER.has(level) && general);
}

/** "My manager will kill me": a figure of speech stands in the text. */
const isIdiomatic = ({ frames }: GrammarFinding): boolean =>
  frames.some((name) => name.startsWith('idiom'));

/** Cells are named and no person is. */
const isOnlyOfCells = ({ frames }: GrammarFinding): boolean =>
  frames.includes('cells') && !frames.includes('person');

const asksOfDanger = ({ signs }: GrammarFinding): boolean =>
  signs.some(({ sign, status }) => status === 'asked' && DANGER.has(sign.level));

/** Signs of these levels are there, and the grammar knows them for denied, past or a manner of speaking. */
function isExplainedAway(
  { signs }: GrammarFinding,
  levels: ReadonlySet<SafetyLevel | null>,
): boolean {
  const dangers = signs.filter(({ sign }) => levels.has(sign.level));
  const away = dangers.some(({ status }) => status !== 'now' && status !== 'asked');
  return away && dangers.every(({ status }) => status !== 'now');
}
