import type { BotExplanation } from '../bot.js';

type Explained = BotExplanation['triage'];
type Nets = Extract<Explained, { readonly signs: unknown }>;

/**
 * An explanation as lines a person can read.
 *
 * @param intent that of the reply, by which it is known who decided.
 */
export function explainLines({ triage, match }: BotExplanation, intent: string | null): string[] {
  const { sentence, tokens, repairs, canonicalForms, intents, thresholds, rule } = match;
  const isTriage = triage.level !== null && triage.level === intent;
  return [
    ...('signs' in triage
      ? [`triage:      ${foundBy(triage)}`, ...netLines(triage)]
      : ['triage:      no check was possible: every turn gets the failure text']),
    `sentence:    ${sentence}`,
    `tokens:      ${tokens.join(' ')}`,
    `repairs:     ${repairs.map(change).join(', ') || 'none'}`,
    `canonical:   ${canonicalForms.map(change).join(', ') || 'none'}`,
    ...intents.flatMap(({ intent: id, confidence, supports, opposes }) => [
      `${id} ${confidence.toFixed(3)}`,
      `    for:     ${supports.map(weighted).join(', ') || 'nothing'}`,
      `    against: ${opposes.map(weighted).join(', ') || 'nothing'}`,
    ]),
    `thresholds:  confidence ${thresholds.confidenceThreshold}, gap ${thresholds.ambiguityGap}`,
    `rule:        ${isTriage ? `triage decided (${triage.rule}); the matcher was not asked` : rule}`,
    '',
  ];
}

function foundBy({ level, rule, soft, language }: Explained): string {
  const found = level ?? (soft ? 'a danger sign is asked about: one soft line' : 'nothing found');
  const spoken = language === 'en' ? '' : `, language ${language}`;
  return `${found}${rule === null ? '' : ` (${rule})`}${spoken}`;
}

/** What the grammar read and found, then the classifier's evidence in log-odds, most first. */
function netLines({ words, mended, signs, frames, triggers, scores }: Nets): string[] {
  const mends = mended.map(([from, to]) => change({ from, to }));
  const found = signs.map(({ id, status, words: seen }) => `${id} ${status} "${seen}"`);
  const rules = triggers.map(
    ({ level, rule, isTold }) => `${level} ${rule}${isTold ? '' : ' bare'}`,
  );
  const ranked = [...scores].sort((a, b) => b.evidence - a.evidence);
  const odds = ranked.map(({ level, evidence }) => `${level} ${evidence.toFixed(1)}`);
  return [
    `    words:   ${words.join(' ')}`,
    `    mended:  ${mends.join(', ') || 'none'}`,
    `    signs:   ${found.join(', ') || 'none'}`,
    `    frames:  ${frames.join(', ') || 'none'}`,
    `    rules:   ${rules.join(', ') || 'none'}`,
    `    scores:  ${odds.join(', ')}`,
  ];
}

function change({ from, to }: { readonly from: string; readonly to: string }): string {
  return `${from} -> ${to}`;
}

function weighted({ feature, weight }: { feature: string; weight: number }): string {
  return `${feature} (${weight.toFixed(2)})`;
}
