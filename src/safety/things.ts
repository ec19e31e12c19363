import type { Occurrence } from './chart.js';
import { clauseAt, inside, type Setting } from './setting.js';

/** Words between a thing and what is said of it: "the boiler in the hall is wheezing". */
const THING_REACH = 5;

/** True where a machine, an animal or a plant has the sign and nobody: "our cat", "the neighbour's cat keeps scratching". */
export function isOfThings(sign: Occurrence, setting: Setting): boolean {
  const inClause = inside(clauseAt(setting, sign.start));
  const governing = setting
    .frame('thing')
    .filter(
      (found) =>
        inClause(found) && found.end <= sign.start && sign.start - found.end <= THING_REACH,
    );
  const isOwner = (found: Occurrence) => governing.some(({ start }) => found.end === start);
  const has = (name: string) =>
    setting
      .frame(name)
      .some((found) => inClause(found) && found.start < sign.end && !isOwner(found));
  return governing.length > 0 && !has('subject') && !has('body');
}
