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

/** The gravest level either net triggers; without one, whether a danger sign was asked about. */
export function decide(finding: GrammarFinding, scores: readonly NetScore[]): Triage {
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
  if (DANGER.has(level) && isExplainedAway(finding, DANGER)) {
    // "No fever, but ...", "no cough, lips blue": what else is said may be another matter.
    return score.over;
  }
  if (isRoute(found) || isDoubtful(level, finding)) {
    return score.over;
  }
  // An anchor is a word without which the level is hardly worth a thought.
  const anchored = finding.frames.includes(`anchor-${level}`);
  // The best of many sentences is high by chance alone.
  const few = finding.sentences.length <= FEW_SENTENCES;
  if (anchored) {
    return few ? score.alone : score.bare;
  }
  return few ? score.bare : score.over;
}

const isRoute = (level: SafetyLevel | undefined): boolean =>
  level !== undefined && level !== 'emotional-support' && level !== 'abuse';

/** True where the grammar has a reason against the level, so that the classifier must be surer. */
function isDoubtful(level: SafetyLevel, finding: GrammarFinding): boolean {
  if (level === 'self-harm') {
    return isExplainedAway(finding, CRISIS);
  }
  const { frames } = finding;
  const general = frames.includes('generic-person') && !frames.includes('subject');
  return asksOfDanger(finding) || (!DANGER.has(level) && general);
}

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
