import { normalise } from '../text/normalise.js';
import { stem } from '../text/stem.js';
import { tokenise } from '../text/tokens.js';

/** Unanswered questions that seem to ask the same. */
export interface Gap {
  /** The intent they come nearest to; null when none is near. */
  readonly nearest: string | null;
  readonly items: readonly { readonly id: number; readonly text: string }[];
}

/** Share of stems two texts have in common before they count as asking the same. */
const ALIKE = 0.34;
/** Confidence from which a text counts as near an intent. */
const NEAR = 0.35;

type Item = Gap['items'][number];

/**
 * Groups texts by the intent they come nearest to; the rest by the words they share.
 *
 * @param nearest best candidate of a text, or null.
 * @returns the largest group first.
 */
export function groupGaps(
  items: readonly Item[],
  nearest: (text: string) => { readonly intent: string; readonly confidence: number } | null,
): Gap[] {
  const near = new Map<string, Item[]>();
  const far: Item[] = [];
  for (const item of items) {
    const best = nearest(item.text);
    if (best !== null && best.confidence >= NEAR) {
      near.set(best.intent, [...(near.get(best.intent) ?? []), item]);
    } else {
      far.push(item);
    }
  }
  const gaps = [
    ...[...near].map(([intent, group]): Gap => ({ nearest: intent, items: group })),
    ...byWords(far).map((group): Gap => ({ nearest: null, items: group })),
  ];
  return gaps.sort((a, b) => b.items.length - a.items.length);
}

/** Leader clustering: a text joins the first group whose first text it is like. */
function byWords(items: readonly Item[]): Item[][] {
  const groups: { readonly stems: ReadonlySet<string>; readonly items: Item[] }[] = [];
  for (const item of items) {
    const stems = new Set(tokenise(normalise(item.text)).map(stem));
    const group = groups.find((candidate) => alike(candidate.stems, stems));
    if (group === undefined) {
      groups.push({ stems, items: [item] });
    } else {
      group.items.push(item);
    }
  }
  return groups.map((group) => group.items);
}

function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = [...a].filter((s) => b.has(s)).length;
  return shared / (a.size + b.size - shared) >= ALIKE;
}

/** What an editor can paste: utterances for an intent that is there, or a stub of a new one. */
export function gapLines({ nearest, items }: Gap): string[] {
  const ids = items.map(({ id }) => id).join(' ');
  const utterances = items.map(({ text }) => `  - ${JSON.stringify(text)}`);
  return nearest === null
    ? [
        `# ${items.length} question(s) no intent is near to (ids ${ids}). A new intent?`,
        'title: (what a button shows)',
        'kind: faq',
        'utterances:',
        ...utterances,
        'tests: []',
        'answer: (the snippet)',
      ]
    : [
        `# ${items.length} question(s) near "${nearest}" (ids ${ids}). Add to intents/${nearest}.yaml?`,
        'utterances:',
        ...utterances,
      ];
}
