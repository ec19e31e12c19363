import type { Catalog } from '../catalog/types.js';
import { stem } from '../text/stem.js';
import { CONTEXT_MS } from './context.js';
import { bare, phraseOf } from './phrasebook.js';
import type { ConversationState } from './state.js';

/** A Map, not an object: "constructor" is a word people can type. */
const ORDINALS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    first: 1,
    '1st': 1,
    one: 1,
    a: 1,
    second: 2,
    '2nd': 2,
    two: 2,
    b: 2,
    third: 3,
    '3rd': 3,
    three: 3,
    c: 3,
    fourth: 4,
    '4th': 4,
    four: 4,
    d: 4,
    fifth: 5,
    '5th': 5,
    five: 5,
  }),
);

/** "2", "the second one", "number two please", "tell me more about the last one". */
const BY_PLACE =
  /^(?:(?:tell me (?:more )?about|more about|more on|what about|how about|explain|what is|i mean|i meant|give me|show me|lets do|i want) )?(?:the |number |no |option |answer |choice )*([a-z0-9]+)(?: (?:one|option|please|of (?:them|those|these)))*$/;

/** Words around a fragment of a title: "the research one", "i mean biomarkers". */
const FILLER = /^(?:(?:the|i|mean|meant|about|that|one|on) )+| (?:one|please|then)$/g;

/** How many turns an offer stays good for; a clarifying question is answered at once or not at all. */
const OFFER_TURNS = { clarify: 1, suggestions: 2, list: 5, menu: 2 } as const;

/**
 * The intent a reply to an offer picks: by place, or by words of exactly one offered title.
 *
 * @returns null when the utterance is not a choice from what was just offered.
 */
export function readChoice(
  catalog: Catalog,
  utterance: string,
  { offered, turns, at }: ConversationState,
  now: number,
): string | null {
  const stale = offered === null || turns - offered.turn >= OFFER_TURNS[offered.kind];
  if (stale || now - at >= CONTEXT_MS) {
    return null;
  }
  const phrase = bare(phraseOf(utterance));
  return byPlace(phrase, offered.intents) ?? byTitle(catalog, phrase, offered);
}

function byPlace(phrase: string, intents: readonly string[]): string | null {
  const place = placeIn(phrase);
  return place === null ? null : (intents.at(place === LAST ? LAST : place - 1) ?? null);
}

/** True for "the second one" and the like, whatever was offered; a bare letter or word is not enough. */
export function isPlace(phrase: string): boolean {
  return (
    /\b(?:one|option|number|of (?:them|those|these))\b/.test(phrase) &&
    placeIn(bare(phrase)) !== null
  );
}

const LAST = -1;

/** The place a phrase names, counted from 1; {@link LAST} for the last one. */
function placeIn(phrase: string): number | null {
  const word = BY_PLACE.exec(phrase)?.[1] ?? '';
  if (word === 'last') {
    return LAST;
  }
  return /^[1-9]\d?$/.test(word) ? Number(word) : (ORDINALS.get(word) ?? null);
}

function byTitle(
  catalog: Catalog,
  phrase: string,
  { kind, intents }: NonNullable<ConversationState['offered']>,
): string | null {
  const stems = phrase.replace(FILLER, '').split(' ').map(stem);
  const fits = intents.filter((id) => {
    const title = phraseOf(catalog.intents.get(id)?.title ?? '');
    const titleStems = title.split(' ').map(stem);
    const whole = title === phrase;
    return whole || (kind === 'clarify' && stems.every((s) => titleStems.includes(s)));
  });
  return fits.length === 1 ? (fits[0] ?? null) : null;
}
