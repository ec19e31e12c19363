import type { LevelThresholds, SafetyLevel, SafetyThresholds } from '../catalog/safety-types.js';
import { logOdds, type NetScore } from './classifier-net.js';
import type { Trigger } from './finding.js';
import type { GrammarFinding } from './grammar.js';
import { isPresent } from './status.js';
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

/**
 * Weighs the two nets: the gravest level the grammar found and the classifier does not rule out; above it, or without
 * it, the level that exceeds its own threshold of the classifier by the most.
 *
 * @param scores the classifier's, of the whole text and of the text without what the grammar has explained away.
 */
export function decide(
  finding: GrammarFinding,
  scores: readonly NetScore[],
  thresholds: SafetyThresholds,
): Triage {
  const found = PRECEDENCE.find((level) =>
    finding.triggers.some((t) => t.level === level && isBorneOut(t, scores, thresholds)),
  );
  const graver = found === undefined ? PRECEDENCE : PRECEDENCE.slice(0, PRECEDENCE.indexOf(found));
  const net = clearest(
    graver.map((level) => ({ level, excess: excessOf(level, found, finding, scores, thresholds) })),
  );
  if (net !== undefined) {
    return { ...NOTHING, level: net, rule: `classifier-${net}`, language: languageOf(finding) };
  }
  if (found !== undefined) {
    const rules = finding.triggers.filter(({ level }) => level === found);
    const rule = rules.find(({ language }) => language === 'en') ?? rules[0];
    return { ...NOTHING, level: found, rule: rule?.rule ?? null, language: rule?.language ?? 'en' };
  }
  return { ...NOTHING, soft: asksOfDanger(finding) };
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

/**
 * False for a bare sign that the classifier, asked for any of its kind, finds next to impossible: "boiling in that
 * waiting room". What somebody is said to have it cannot contradict, nor other languages than English.
 */
function isBorneOut(
  { level, language, isTold }: Trigger,
  scores: readonly NetScore[],
  thresholds: SafetyThresholds,
): boolean {
  const threshold = thresholds[level];
  const kind = KINDS.find((levels) => levels.has(level)) ?? new Set([level]);
  const ofKind = scores.filter((score) => kind.has(score.level));
  return (
    isTold ||
    language !== 'en' ||
    threshold === undefined ||
    ofKind.length === 0 ||
    ofKind.some(({ most }) => most >= logOdds(threshold.found))
  );
}

/** How far the classifier's evidence lies above what the level asks for; negative where it lies below. */
function excessOf(
  level: SafetyLevel,
  found: SafetyLevel | undefined,
  finding: GrammarFinding,
  scores: readonly NetScore[],
  thresholds: SafetyThresholds,
): number {
  const score = scores.find((entry) => entry.level === level);
  const threshold = thresholds[level];
  if (score === undefined || threshold === undefined || isBiology(level, finding)) {
    return Number.NEGATIVE_INFINITY;
  }
  return score.evidence - logOdds(threshold[asked(level, found, finding)]);
}

/** Which threshold holds. Low mood that the grammar found is no reason against a wish to die. */
function asked(
  level: SafetyLevel,
  found: SafetyLevel | undefined,
  finding: GrammarFinding,
): keyof LevelThresholds {
  const isGrave = level === 'self-harm';
  if (asksOfDanger(finding) || (isGrave && isOfOtherThings(finding))) {
    return 'doubted';
  }
  const beside = found === 'abuse' || (isGrave && found === 'emotional-support');
  return found === undefined || beside ? 'alone' : 'above';
}

function clearest(
  levels: readonly { readonly level: SafetyLevel; readonly excess: number }[],
): SafetyLevel | undefined {
  const most = Math.max(0, ...levels.map(({ excess }) => excess));
  return levels.find(({ excess }) => excess >= most)?.level;
}

/** The language of a sign that was read, whatever it came to: the route is then said in that language too. */
const languageOf = ({ signs }: GrammarFinding): string =>
  signs.find(({ language }) => language !== 'en')?.language ?? 'en';

/**
 * Cells that die are named, no person is, and the grammar knows every wish in the text for theirs. In another
 * language than English only the grammar can tell.
 */
const isBiology = (level: SafetyLevel, finding: GrammarFinding): boolean =>
  level === 'self-harm' &&
  isExplainedAway(finding) &&
  (isOnlyOfCells(finding) || languageOf(finding) !== 'en');

/** Cells, a figure of speech, or wishes that are denied or long over. */
const isOfOtherThings = (finding: GrammarFinding): boolean =>
  isOnlyOfCells(finding) ||
  isExplainedAway(finding) ||
  finding.frames.some((name) => name.startsWith('idiom'));

const isOnlyOfCells = ({ frames }: GrammarFinding): boolean =>
  frames.includes('cells') && !frames.includes('person');

function isExplainedAway({ signs }: GrammarFinding): boolean {
  const wishes = signs.filter(({ sign }) => sign.level === 'self-harm');
  return wishes.length > 0 && !wishes.some(({ status }) => isPresent(status));
}

const asksOfDanger = ({ signs }: GrammarFinding): boolean =>
  signs.some(({ sign, status }) => status === 'asked' && DANGER.has(sign.level));
