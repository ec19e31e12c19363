import type { SafetyLevel } from '../catalog/safety-types.js';
import type { Occurrence } from './chart.js';
import type { FoundSign } from './finding.js';
import { clauseAt, inside, type Setting } from './setting.js';

/**
 * "Does it cause a rash? I have one": a sign that was asked about and is then said to be there; so are those of the
 * body that were only quoted, "the leaflet says ... and that is what I have". What is planned or not so confirms
 * nothing: "mine is not till March".
 */
export function confirmAsked(signs: readonly FoundSign[], setting: Setting): readonly FoundSign[] {
  const confirming = setting.frame('it-is-me').filter((found) => confirms(found, setting));
  if (confirming.length === 0) {
    return signs;
  }
  const last = Math.max(...confirming.map(({ start }) => start));
  const quoted = ({ status, sign }: FoundSign) => status === 'masked' && OF_BODY.has(sign.level);
  return signs.map((found) =>
    (found.status === 'asked' || quoted(found)) && found.end <= last
      ? { ...found, status: 'now' }
      : found,
  );
}

const OF_BODY: ReadonlySet<SafetyLevel | null> = new Set(['emergency', 'care-line']);

function confirms({ start, end }: Occurrence, setting: Setting): boolean {
  const clause = clauseAt(setting, start);
  return setting.reading.words[end] !== 'not' && !setting.frame('planning').some(inside(clause));
}
