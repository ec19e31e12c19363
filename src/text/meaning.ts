import { unfold } from './front-code.js';
import { STEMS, VECTORS } from './word-vectors.generated.js';

/** Numbers in a word's vector. */
export const MEANING_SIZE = 48;

let places: ReadonlyMap<string, number> | undefined;
let levels: Int8Array | undefined;

/**
 * Place of a stem's vector in {@link meanings}, in vectors; -1 for a stem without one.
 *
 * The vectors come from WordNet's definitions (bench/lexical/distil.mjs): words used to define, or defined
 * by, the same words lie close, so that a question may use another word than any phrasing did.
 */
export function meaningOf(stem: string): number {
  places ??= new Map(unfold(STEMS).map((word, place) => [word, place]));
  return places.get(stem) ?? -1;
}

/** All vectors end to end, {@link MEANING_SIZE} numbers from -7 to 7 each; two of them are packed in a byte. */
export function meanings(): Int8Array {
  levels ??= unpack(Buffer.from(VECTORS, 'base64'));
  return levels;
}

function unpack(bytes: Uint8Array): Int8Array {
  const unpacked = new Int8Array(bytes.length * 2);
  bytes.forEach((byte, i) => {
    unpacked[2 * i] = (byte >> 4) - 8;
    unpacked[2 * i + 1] = (byte & 15) - 8;
  });
  return unpacked;
}
