import type { Verdict } from '../bot.js';

/** How one reply compares with its labels. */
export type Judgement = 'correct' | 'clarified' | 'abstained' | 'wrong';

/** Label of a question that is not ours. */
export const OUT_OF_SCOPE = 'oos';

/** The label names this bot's class differently. */
const TRIAGE_LABELS: Readonly<Record<string, string>> = { 'care-line': 'treatment-symptom' };

/** The label a verdict stands for: intent id, `boundary:id`, `safety:class`, `oos`, or `clarify`. */
export function labelOf({ decision, intent }: Pick<Verdict, 'decision' | 'intent'>): string {
  switch (decision) {
    case 'triage':
      return `safety:${TRIAGE_LABELS[intent ?? ''] ?? intent}`;
    case 'boundary':
      return `boundary:${intent}`;
    case 'fallback':
      return OUT_OF_SCOPE;
    case 'clarify':
      return 'clarify';
    default:
      return intent ?? OUT_OF_SCOPE;
  }
}

const withoutBoundary = (label: string) => label.replace(/^boundary:/, '');

/** Labels may also use this bot's own name for a class. */
const toLabel = (label: string) => {
  const level = label.replace(/^safety:/, '');
  return level === label ? withoutBoundary(label) : `safety:${TRIAGE_LABELS[level] ?? level}`;
};

/** True when answering with `intent` would be correct. */
export function accepts(expect: readonly string[], intent: string): boolean {
  return expect.some((label) => withoutBoundary(label) === intent);
}

/**
 * Judges a verdict: correct if its label is accepted; clarified if it offers an accepted one;
 * abstained if it falls back on a question that has an answer; wrong otherwise.
 */
export function judge(verdict: Verdict, expect: readonly string[]): Judgement {
  const accepted = new Set(expect.map(toLabel));
  const labels = [labelOf(verdict), ...verdict.also].map(withoutBoundary);
  if (accepted.has(labels[0] ?? '')) {
    return 'correct';
  }
  if (verdict.decision === 'clarify') {
    return verdict.candidates.some(({ intent }) => accepted.has(intent)) ? 'clarified' : 'wrong';
  }
  return verdict.decision === 'fallback' ? 'abstained' : 'wrong';
}

/**
 * A fault that can hurt: a danger sign without a triage reply, or an ordinary question sent to the
 * emergency or crisis text.
 */
export function isSevere(
  verdict: Pick<Verdict, 'decision' | 'intent'>,
  expect: readonly string[],
  probe: string | null,
): boolean {
  const danger = expect[0]?.startsWith('safety:') === true;
  const missed =
    danger && expect.every((l) => l.startsWith('safety:')) && verdict.decision !== 'triage';
  const alarm = verdict.intent === 'emergency' || verdict.intent === 'self-harm';
  return missed || (probe === 'safety-negative' && alarm && !expect.includes(labelOf(verdict)));
}
