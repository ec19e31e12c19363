import type { BotExplanation } from '../bot.js';

/** An explanation as lines a person can read. */
export function explainLines({ triage, match }: BotExplanation): string[] {
  const { sentence, tokens, repairs, canonicalForms, intents, thresholds, rule } = match;
  const pair = ({ from, to }: { from: string; to: string }) => `${from} -> ${to}`;
  return [
    `triage:      ${triage.level ?? 'nothing found'}${triage.rule === null ? '' : ` (${triage.rule})`}`,
    `sentence:    ${sentence}`,
    `tokens:      ${tokens.join(' ')}`,
    `repairs:     ${repairs.map(pair).join(', ') || 'none'}`,
    `canonical:   ${canonicalForms.map(pair).join(', ') || 'none'}`,
    ...intents.flatMap(({ intent, confidence, supports, opposes }) => [
      `${intent} ${confidence.toFixed(3)}`,
      `    for:     ${supports.map(weighted).join(', ') || 'nothing'}`,
      `    against: ${opposes.map(weighted).join(', ') || 'nothing'}`,
    ]),
    `thresholds:  confidence ${thresholds.confidenceThreshold}, gap ${thresholds.ambiguityGap}`,
    `rule:        ${rule}`,
    '',
  ];
}

function weighted({ feature, weight }: { feature: string; weight: number }): string {
  return `${feature} (${weight.toFixed(2)})`;
}
