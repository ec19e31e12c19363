/** Words that stand before a name and are kept; what follows them is not. */
const TITLES =
  /\b(?:dr|mr|mrs|ms|miss|prof|professor|sister|nurse|doctor|my name is|i am called|im called|called|named)\b\.?\s+\p{L}+(?:\s+\p{Lu}\p{L}+)?/giu;
const EMAIL = /\S+@\S+/g;
const LINK = /\b(?:https?:\/\/|www\.)\S+/gi;
const DIGITS = /\S*\d\S*/g;
/** A capital inside a sentence is a name more often than not. */
const CAPITALISED = /(?<=\p{Ll}[,;]?\s)\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)*/gu;
const MAX_LENGTH = 300;
const GAP = '[…]';

/**
 * Takes names, numbers, addresses and links out of a text, as well as a program can.
 *
 * @param known says whether a word is an ordinary or a domain word; others go, since a name is one.
 * @returns at most 300 characters; what was taken out is marked `[…]`.
 */
export function scrub(text: string, known: (word: string) => boolean): string {
  return text
    .slice(0, MAX_LENGTH * 4)
    .replace(EMAIL, GAP)
    .replace(LINK, GAP)
    .replace(DIGITS, GAP)
    .replace(TITLES, GAP)
    .replace(CAPITALISED, GAP)
    .replace(/\p{L}[\p{L}\p{M}'’-]*/gu, (word) => (known(word.toLowerCase()) ? word : GAP))
    .replace(/(?:\[…\]\s*){2,}/g, `${GAP} `)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_LENGTH);
}
