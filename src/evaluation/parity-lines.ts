import { type ParityReport, PLACES, type Rendering } from './parity.js';

/** Most breaches printed; the page has them all. */
const MAX_PRINTED = 40;

/** The report as a table for a terminal, then every breach in a line. */
export function parityLines({ renderings, missing, contentVersion }: ParityReport): string[] {
  const rows = PLACES.map((place) => {
    const own = renderings.filter((r) => r.place === place);
    const most = (size: (r: Rendering) => number) => String(Math.max(...own.map(size)));
    return [
      place.name,
      String(own.length),
      most(({ shown }) => shown.texts.join('\n\n').length),
      most(({ shown }) => shown.buttons.length),
      String(own.filter(({ breaches }) => breaches.length > 0).length),
    ];
  });
  const broken = renderings.filter(({ breaches }) => breaches.length > 0);
  const found = broken.flatMap(({ place, sample, breaches }) =>
    breaches.map((breach) => `${place.name}: ${sample.name}: ${breach}`),
  );
  return [
    ...table(['channel', 'replies', 'longest', 'buttons', 'breaches'], rows),
    '',
    ...decisionLines(renderings),
    '',
    ...missing.map((name) => `No reply shows: ${name}`),
    ...found.slice(0, MAX_PRINTED),
    ...(found.length > MAX_PRINTED ? [`and ${found.length - MAX_PRINTED} more`] : []),
    `Content ${contentVersion}: ${renderings.length} renderings, ${broken.length} with a breach.`,
  ];
}

/** How many replies there are of each decision: every channel shows the same ones. */
function decisionLines(renderings: readonly Rendering[]): string[] {
  const counts = new Map<string, number>();
  for (const { place, sample } of renderings) {
    const { decision } = sample.turn.verdict;
    counts.set(decision, (counts.get(decision) ?? 0) + (place === PLACES[0] ? 1 : 0));
  }
  return table(
    ['decision', 'replies'],
    [...counts].map(([decision, n]) => [decision, String(n)]),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((name, i) =>
    Math.max(name.length, ...rows.map((row) => row[i]?.length ?? 0)),
  );
  return [head, ...rows].map((row) =>
    row
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  '),
  );
}
