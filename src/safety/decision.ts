import type { LevelThresholds, SafetyLevel, SafetyThresholds } from '../catalog/safety-types.js';
import { FEWEST_WORDS, logOdds, type NetScore } from './classifier-net.js';
import type { Trigger } from './finding.js';
import type { GrammarFinding } from './grammar.js';
import { isPresent, type Status } from './status.js';
import type { Triage } from './types.js';

/** The gravest first; what the grammar finds of a lower one never outvotes a higher one. */
export const PRECEDENCE: readonly SafetyLevel[] = [
  'self-harm',
  'emergency',
  'care-line',
  'prognosis',
  'personal-advice',
  'emotional-support',
  'abuse',
];

const NOTHING: Triage = { level: null, rule: null, soft: false, language: 'en' };
const DANGER: ReadonlySet<SafetyLevel | null> = new Set(['emergency', 'care-line']);

/** What both nets say of a text. */
export interface Weighed {
  readonly finding: GrammarFinding;
  /** The classifier's, see {@link weigh}. */
  readonly scores: readonly NetScore[];
  readonly thresholds: SafetyThresholds;
}

/**
 * Weighs the two nets: the gravest level the grammar found and the classifier does not rule out; above it, or without
 * it, the first of {@link GRAVE} above its threshold, else the level of which the classifier is sure, else the one that
 * exceeds its own threshold by the most.
 */
export function decide(weighed: Weighed): Triage {
  const { finding } = weighed;
  const found = PRECEDENCE.find((level) =>
    finding.triggers.some((trigger) => trigger.level === level && isBorneOut(trigger, weighed)),
  );
  const net = clearest(
    PRECEDENCE.slice(0, found === undefined ? PRECEDENCE.length : PRECEDENCE.indexOf(found)).map(
      (level) => excessOf(level, found, weighed),
    ),
  );
  if (net !== undefined) {
    return { ...NOTHING, level: net, rule: `classifier-${net}`, language: languageOf(finding) };
  }
  if (found !== undefined) {
    const rules = finding.triggers.filter(({ level }) => level === found);
    const rule = rules.find(({ language }) => language === 'en') ?? rules[0];
    return { ...NOTHING, level: found, rule: rule?.rule ?? null, language: languageOf(finding) };
  }
  return { ...NOTHING, soft: asksOfDanger(finding, ASKED) };
}

/** The two readings of a text, each counting half: with what is denied, over or no sign at all, and without it. */
export function weigh(whole: readonly NetScore[], rest: readonly NetScore[]): NetScore[] {
  return whole.map((score) => {
    const other = rest.find(({ level }) => level === score.level) ?? score;
    return {
      level: score.level,
      evidence: (score.evidence + other.evidence) / 2,
      most: (score.most + other.most) / 2,
    };
  });
}

/** Levels of one kind: which of them it is, the grammar knows better than the classifier. */
const KINDS: readonly ReadonlySet<SafetyLevel | null>[] = [
  DANGER,
  new Set(['prognosis', 'personal-advice']),
];

const kindOf = (level: SafetyLevel): ReadonlySet<SafetyLevel | null> =>
  KINDS.find((levels) => levels.has(level)) ?? new Set([level]);

/**
 * False for a bare sign that the classifier, asked for any of its kind, finds next to impossible: "boiling in that
 * waiting room". What somebody is said to have it cannot contradict, nor a word or two, nor languages of which it
 * knows too little.
 */
function isBorneOut(
  { level, language, isTold }: Trigger,
  { finding, scores, thresholds }: Weighed,
): boolean {
  const threshold = thresholds[level];
  const kind = kindOf(level);
  const ofKind = scores.filter((score) => kind.has(score.level));
  const isTooShort = finding.sentences.flat().length < FEWEST_WORDS;
  return (
    isTold ||
    language !== 'en' ||
    isTooShort ||
    threshold === undefined ||
    ofKind.length === 0 ||
    ofKind.some(({ most }) => most >= logOdds(threshold.bare))
  );
}

/** How far the classifier's evidence for a level lies above what is asked for it; negative where it lies below. */
interface Excess {
  readonly level: SafetyLevel;
  readonly excess: number;
  /** The same measured by the highest threshold: from 0 on there is no doubt left. */
  readonly sure: number;
}

function excessOf(
  level: SafetyLevel,
  found: SafetyLevel | undefined,
  { finding, scores, thresholds }: Weighed,
): Excess {
  const score = scores.find((entry) => entry.level === level);
  const threshold = thresholds[level];
  if (score === undefined || threshold === undefined || isRuledOut(level, finding)) {
    return { level, excess: Number.NEGATIVE_INFINITY, sure: Number.NEGATIVE_INFINITY };
  }
  const above = (condition: keyof LevelThresholds) =>
    score.evidence - logOdds(threshold[condition]);
  return {
    level,
    excess: above(conditionOf(level, found, finding)),
    sure: Math.min(above('above'), above('doubted')),
  };
}

/** Which threshold holds. Low mood that the grammar found is no reason against a wish to die. */
function conditionOf(
  level: SafetyLevel,
  found: SafetyLevel | undefined,
  finding: GrammarFinding,
): keyof LevelThresholds {
  const isGrave = level === 'self-harm';
  const isIdiom = isGrave && finding.frames.some((name) => name.startsWith('idiom'));
  if (
    asksOfDanger(finding, ONLY_ASKED) ||
    isIdiom ||
    finding.isForeign ||
    isExplainedAway(finding, kindOf(level))
  ) {
    return 'doubted';
  }
  const beside = found === 'abuse' || (isGrave && found === 'emotional-support');
  return found === undefined || beside ? 'alone' : 'above';
}

/** Levels that no other outscores, however clear it is. */
const GRAVE: ReadonlySet<SafetyLevel> = new Set(['self-harm', 'emergency']);

/** @param levels gravest first. */
function clearest(levels: readonly Excess[]): SafetyLevel | undefined {
  const sure = levels.find(({ level, excess, sure }) => (GRAVE.has(level) ? excess : sure) >= 0);
  const most = Math.max(0, ...levels.map(({ excess }) => excess));
  return (sure ?? levels.find(({ excess }) => excess >= most))?.level;
}

/** The language of a sign that was read, whatever it came to: the route is then said in that language too. */
const languageOf = ({ signs }: GrammarFinding): string =>
  signs.find(({ language }) => language !== 'en')?.language ?? 'en';

/**
 * Cells that die are named and no person is; or what was found in another language than English is denied or over,
 * which only the grammar can tell.
 */
const isRuledOut = (level: SafetyLevel, finding: GrammarFinding): boolean =>
  ((level === 'self-harm' && isOnlyOfCells(finding)) ||
    (languageOf(finding) !== 'en' && isExplainedAway(finding, new Set([level])))) &&
  !finding.triggers.some((trigger) => trigger.level === level);

const isOnlyOfCells = ({ frames }: GrammarFinding): boolean =>
  frames.includes('cells') && !frames.includes('person');

/** Signs of these levels are there, and the grammar knows every one for denied, over or a manner of speaking. */
function isExplainedAway(
  { signs }: GrammarFinding,
  levels: ReadonlySet<SafetyLevel | null>,
): boolean {
  const found = signs.filter(({ sign }) => levels.has(sign.level));
  return found.length > 0 && !found.some(({ status }) => isPresent(status));
}

const ONLY_ASKED: ReadonlySet<Status> = new Set(['asked']);
const ASKED: ReadonlySet<Status> = new Set(['asked', 'followed']);
const asksOfDanger = ({ signs }: GrammarFinding, statuses: ReadonlySet<Status>): boolean =>
  signs.some(({ sign, status }) => statuses.has(status) && DANGER.has(sign.level));
