import {
  type CalibrationBin,
  type CurvePoint,
  calibration,
  calibrationError,
  coverageAt,
  coverageCurve,
} from './curve.js';
import { labelOf } from './judge.js';
import type { ScoredTurn } from './run.js';
import type { Counts, Scored, Scores } from './score.js';
import { summarise } from './score.js';
import type { SweepPoint } from './sweep.js';

/** Everything `eval` found, ready to be printed, stored or drawn. */
export interface EvaluationReport {
  readonly contentVersion: string;
  readonly scores: Scores;
  readonly coverage: { readonly at1: number; readonly at2: number; readonly at5: number };
  readonly curve: readonly CurvePoint[];
  readonly calibration: readonly CalibrationBin[];
  readonly calibrationError: number;
  readonly sweep: readonly SweepPoint[];
  readonly misses: readonly Miss[];
  readonly dialogs: {
    readonly turns: number;
    readonly right: number;
    readonly misses: readonly ScoredTurn[];
  };
}

export interface Miss {
  readonly id: string;
  readonly text: string;
  readonly expect: readonly string[];
  readonly got: string;
  readonly confidence: number;
  readonly judgement: string;
  readonly severe: boolean;
}

/** Puts a report together from judged questions and conversations. */
export function makeReport(
  contentVersion: string,
  scored: readonly Scored[],
  turns: readonly ScoredTurn[],
  sweep: readonly SweepPoint[],
  dialogIntents: ReadonlySet<string>,
): EvaluationReport {
  const ranked = scored.flatMap(({ ranked: r }) => (r === null ? [] : [r]));
  const curve = coverageCurve(ranked);
  const bins = calibration(ranked);
  return {
    contentVersion,
    scores: summarise(scored, dialogIntents),
    coverage: {
      at1: coverageAt(curve, 0.01),
      at2: coverageAt(curve, 0.02),
      at5: coverageAt(curve, 0.05),
    },
    curve,
    calibration: bins,
    calibrationError: calibrationError(bins),
    sweep,
    misses: scored.filter(({ judgement }) => judgement !== 'correct').map(toMiss),
    dialogs: {
      turns: turns.length,
      right: turns.filter(({ right }) => right).length,
      misses: turns.filter(({ right }) => !right),
    },
  };
}

function toMiss({ id, text, expect, verdict, judgement, severe }: Scored): Miss {
  const offered = verdict.candidates.map(({ intent }) => intent).join(' | ');
  const got = verdict.decision === 'clarify' ? `clarify: ${offered}` : labelOf(verdict);
  return { id, text, expect, got, confidence: verdict.confidence, judgement, severe };
}

const percent = (part: number, whole: number) =>
  whole === 0 ? '     -' : `${((100 * part) / whole).toFixed(1).padStart(5)}%`;

/** The report as text for a terminal. */
export function reportLines(report: EvaluationReport): string[] {
  const { scores, coverage, dialogs } = report;
  const groups = Object.entries(scores.groups).filter(([, { n }]) => n > 0);
  return [
    `content ${report.contentVersion}`,
    '',
    'group              n correct clarif. abstain.  WRONG severe',
    row('all', scores.all),
    row('unseen', scores.unseen),
    ...groups.map(([name, counts]) => row(name, counts)),
    '',
    `coverage at 1 / 2 / 5 % wrong: ${[coverage.at1, coverage.at2, coverage.at5].map((c) => percent(c, 1).trim()).join(' / ')}`,
    `calibration error: ${report.calibrationError.toFixed(3)}`,
    ...(dialogs.turns > 0
      ? [
          `conversation turns right: ${dialogs.right} of ${dialogs.turns} (${percent(dialogs.right, dialogs.turns).trim()})`,
        ]
      : []),
    '',
    'label              n correct clarif. abstain.  WRONG severe',
    ...scores.labels.map((counts) => row(counts.label, counts)),
    '',
    'worst confusions',
    ...scores.confusions
      .slice(0, 15)
      .map(({ expected, got, n }) => `  ${n} x ${expected} -> ${got}`),
  ];
}

function row(name: string, { n, correct, clarified, abstained, wrong, severe }: Counts): string {
  const shares = [correct, clarified, abstained, wrong].map((part) => percent(part, n).padStart(7));
  return `${name.slice(0, 32).padEnd(14)} ${String(n).padStart(5)} ${shares.join(' ')} ${String(severe).padStart(6)}`;
}

/** One line a question that was not answered correctly. */
export function missLines({ misses, dialogs }: EvaluationReport): string[] {
  return [
    ...misses.map(
      (m) =>
        `${m.severe ? '!! ' : ''}${m.judgement} ${m.id}: "${m.text}" expected ${m.expect.join(' | ')}, got ${m.got} (${m.confidence.toFixed(2)})`,
    ),
    ...dialogs.misses.map(
      (m) =>
        `turn ${m.dialog}#${m.turn}: "${m.user}" expected ${m.expect.join(' | ')}, got ${labelOf(m.verdict)}`,
    ),
  ];
}
