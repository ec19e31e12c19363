import type { LevelThresholds, SafetyLevel, SafetyThresholds } from '../catalog/safety-types.js';
import { logOdds, type NetScore } from './classifier-net.js';
import type { Trigger } from './finding.js';
import type { GrammarFinding } from './grammar.js';
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
/** Levels that take the place of an answer. */
const ROUTES: ReadonlySet<SafetyLevel | null> = new Set(PRECEDENCE.slice(0, 5));

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

/** False where the classifier finds it next to impossible: "boiling in that waiting room". It reads only English. */
function isBorneOut(
  { level, language }: Trigger,
  scores: readonly NetScore[],
  thresholds: SafetyThresholds,
): boolean {
  const score = scores.find((entry) => entry.level === level);
  const threshold = thresholds[level];
  return (
    language !== 'en' ||
    score === undefined ||
    threshold === undefined ||
    score.most >= logOdds(threshold.found)
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

/** Which threshold holds: a higher one above a route the grammar found, and where it has a reason for doubt. */
function asked(
  level: SafetyLevel,
  found: SafetyLevel | undefined,
  finding: GrammarFinding,
): keyof LevelThresholds {
  const inDoubt =
    level === 'self-harm' ? isOnlyOfCells(finding) : DANGER.has(level) && asksOfDanger(finding);
  return (found !== undefined && ROUTES.has(found)) || inDoubt ? 'over' : 'alone';
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

/** Cells that die are named, no person is, and the grammar knows every wish in the text for theirs. */
const isBiology = (level: SafetyLevel, finding: GrammarFinding): boolean =>
  level === 'self-harm' && isOnlyOfCells(finding) && isExplainedAway(finding);

const isOnlyOfCells = ({ frames }: GrammarFinding): boolean =>
  frames.includes('cells') && !frames.includes('person');

function isExplainedAway({ signs }: GrammarFinding): boolean {
  const wishes = signs.filter(({ sign }) => sign.level === 'self-harm');
  return wishes.length > 0 && wishes.every(({ status }) => status !== 'now');
}

const asksOfDanger = ({ signs }: GrammarFinding): boolean =>
  signs.some(({ sign, status }) => status === 'asked' && DANGER.has(sign.level));
