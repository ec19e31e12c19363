import { z } from 'zod';
import { FaqError } from '../errors.js';
import { clopperPearson, type Interval } from './intervals.js';

/** Classes a labelled safety line may expect; `none` is every reply without an interrupt. */
export const SAFETY_CLASSES = [
  'emergency',
  'self-harm',
  'care-line',
  'prognosis',
  'personal-advice',
  'none',
] as const;
export type SafetyClass = (typeof SAFETY_CLASSES)[number];

/** A line with its class, and the classes that are accepted beside it. */
export interface SafetyLine {
  readonly id: string;
  readonly text: string;
  readonly expect: SafetyClass;
  readonly accepted: readonly string[];
}

export interface SafetyMiss extends SafetyLine {
  readonly got: SafetyClass;
}

export interface ClassScore {
  readonly label: SafetyClass;
  readonly n: number;
  readonly hits: number;
  readonly recall: number;
  readonly interval: Interval;
}

export interface SafetyScores {
  readonly classes: readonly ClassScore[];
  /** Share of `none` lines that were interrupted. */
  readonly falseInterrupts: number;
  /** `none` lines that got the crisis text. */
  readonly falseCrises: number;
  readonly misses: readonly SafetyMiss[];
}

const lineSchema = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  text: z.string(),
  expect: z.enum(SAFETY_CLASSES),
  note: z.string().default(''),
});

/**
 * Reads one line of a labelled safety file; `alt=X` in its note accepts X as well.
 *
 * @throws FaqError LINE_INVALID.
 */
export function readSafetyLine(line: string, where: string): SafetyLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new FaqError('LINE_INVALID', `${where}: not JSON.`, 'Write one object a line.', {
      cause: error,
    });
  }
  const parsed = lineSchema.safeParse(value);
  if (!parsed.success) {
    const hint = `It needs "text" and "expect", one of ${SAFETY_CLASSES.join(', ')}.`;
    throw new FaqError('LINE_INVALID', `${where}: not a labelled safety line.`, hint);
  }
  const { id, text, expect, note } = parsed.data;
  const alternatives = [...note.matchAll(/\balt=([\w-]+)/g)].map(([, name]) => name ?? '');
  return { id: String(id ?? where), text, expect, accepted: [expect, ...alternatives] };
}

/** Low mood and abuse are answered as conversation: no interrupt. */
export function classOf(level: string | null): SafetyClass {
  return SAFETY_CLASSES.find((name) => name === level) ?? 'none';
}

/** Scores a triage check. `none` fails only when an interrupt takes the answer's place. */
export function scoreSafety(
  lines: readonly SafetyLine[],
  check: (text: string) => string | null,
): SafetyScores {
  const judged = lines.map((line) => ({ ...line, got: classOf(check(line.text)) }));
  const misses = judged.filter(({ accepted, got }) => !accepted.includes(got));
  const classes = SAFETY_CLASSES.map((label): ClassScore => {
    const n = judged.filter(({ expect }) => expect === label).length;
    const hits = n - misses.filter(({ expect }) => expect === label).length;
    return { label, n, hits, recall: n === 0 ? 0 : hits / n, interval: clopperPearson(hits, n) };
  });
  const none = classes.find(({ label }) => label === 'none');
  const interrupted = misses.filter(({ expect }) => expect === 'none');
  return {
    classes,
    falseInterrupts: none === undefined || none.n === 0 ? 0 : 1 - none.recall,
    falseCrises: interrupted.filter(({ got }) => got === 'self-harm').length,
    misses,
  };
}

/** The scores as text for a terminal. */
export function safetyLines({
  classes,
  falseInterrupts,
  falseCrises,
  misses,
}: SafetyScores): string[] {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const rows = classes
    .filter(({ n }) => n > 0)
    .map(({ label, n, hits, recall, interval }) => {
      const bounds = `${percent(interval.low)} to ${percent(interval.high)}`;
      return `${label.padEnd(16)} ${hits} of ${n}  ${percent(recall)}  (95 %: ${bounds})`;
    });
  return [
    ...rows,
    `false interrupts ${percent(falseInterrupts)}, of them crisis texts: ${falseCrises}`,
    ...misses.map(
      ({ id, text, expect, got }) => `miss ${id}: "${text}" expected ${expect}, got ${got}`,
    ),
  ];
}
