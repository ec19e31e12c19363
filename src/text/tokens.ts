/** Longest word that is kept whole: the longest English medical words have about 35 letters. */
const MAX_WORD = 40;
/** Most words of a text; 2,000 characters hold about 350 ordinary ones. */
const MAX_WORDS = 400;

const WORD = /[\p{L}\p{N}]+(?:'\p{L}+)*/gu;

/**
 * Words of a normalised text: letters and digits, apostrophes dropped, everything else a gap.
 *
 * @param normalised a text from `normalise`.
 * @example tokenise("what's car-t (2nd line)?") // ['whats', 'car', 't', '2nd', 'line']
 */
export function tokenise(normalised: string): string[] {
  const words = normalised.match(WORD) ?? [];
  return words.slice(0, MAX_WORDS).map((word) => {
    const bare = word.includes("'") ? word.replaceAll("'", '') : word;
    return bare.length > MAX_WORD ? bare.slice(0, MAX_WORD) : bare;
  });
}
