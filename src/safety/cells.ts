import type { Occurrence } from './chart.js';
import { clauseAt, covers, inside, type Setting } from './setting.js';

/** True where a sign's own words name a person: "kill myself". */
export function holdsPerson(sign: Occurrence, setting: Setting): boolean {
  return people(setting).some(({ start }) => covers(sign, start));
}

/**
 * True where it is cells that die and nobody: "why would a lymphocyte want to die", "suicide of a tumour".
 * The cells must govern the sign or be its object.
 */
export function isOfCells(sign: Occurrence, setting: Setting): boolean {
  const cells = agentsOf(sign, setting);
  const held = cells.some(({ start, end }) => start < sign.end && end > sign.start);
  return (
    held ||
    leadsTo(cells, sign.start - 1, -1, sign, setting) ||
    leadsTo(cells, sign.end, 1, sign, setting) ||
    (setting.frame('cells-term').some(inside(clauseAt(setting, sign.start))) &&
      people(setting).length === 0)
  );
}

/** What the "it" of a wish stands for is a life: "make the cancer end it all". */
const A_LIFE = new Set(['it', 'everything', 'this']);

/** Cells; and a disease, unless something other than itself is to end. */
function agentsOf({ start, end }: Occurrence, setting: Setting): readonly Occurrence[] {
  const ofLife = setting.reading.words.slice(start, end).some((word) => A_LIFE.has(word));
  const cells = setting.frame('cells');
  return ofLife ? cells : [...cells, ...setting.frame('disease')];
}

/** Walks from the sign over words such as "will", "to", "of the" to cells in the same clause. */
function leadsTo(
  cells: readonly Occurrence[],
  from: number,
  step: 1 | -1,
  sign: Occurrence,
  setting: Setting,
): boolean {
  const clause = clauseAt(setting, sign.start);
  const links = setting.frame(step === 1 ? 'cells-after' : 'cells-before');
  for (let i = from; i >= clause.start && i < clause.end; i += step) {
    if (cells.some((found) => covers(found, i))) {
      return true;
    }
    if (!links.some((found) => covers(found, i))) {
      return false;
    }
  }
  return false;
}

/** People named, but for whose cells they are ("my T cells") and who says so ("I read that ..."). */
export function people(setting: Setting): readonly Occurrence[] {
  const spared = setting.frame('not-person');
  return setting
    .frame('person')
    .filter(({ start }) => !spared.some((found) => covers(found, start)));
}
