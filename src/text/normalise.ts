/** Longest text that is looked at, in UTF-16 units. Nobody asks a question that needs more. */
export const MAX_TEXT = 2000;

/** Zero-width, bidirectional, variation and tag characters: invisible, and used to hide words from a filter. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
/** Half pairs, and control characters other than the line feed. */
const CONTROL = /[\p{Cs}\p{Cc}\u2028\u2029]/gu;
/** NFKC over alternating marks is quadratic (20,000 marks take 0.1 s), so runs of them go first. */
const MARK_RUN = /\p{M}{3,}/gu;
const EMOJI = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]/gu;
const SINGLE_QUOTE = /[\u2018\u2019\u201A\u201B\u2032\u02B9\u02BB\u02BC\u02C8\u00B4`\uFF07]/g;
const DOUBLE_QUOTE = /[\u201C-\u201F\u2033\u00AB\u00BB]/g;
const DASH = /[\u2010-\u2015\u2212\u2043\uFE58\uFE63\uFF0D]/g;
const REPEATED = /(\p{L})\1{2,}/gu;
/** "c h e s t", "c.h.e.s.t", "c a n ' t": four or more single letters with separators between them. */
const SPACED_OUT = /(?<![\p{L}\p{N}'])\p{L}(?:[ ._*'-]{1,4}\p{L}){3,}(?![\p{L}\p{N}'])/gu;
const SEPARATOR = /[ ._*'-]+/g;
const PLAIN = /^[\n\x20-\x7e]*$/;

/** Look-alikes of Latin letters, lower case (a selection of Unicode TR39 confusables), and Latin letters NFKD keeps whole. */
const LOOKALIKES = new Map(
  Object.entries({
    ...{ а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', у: 'y', х: 'x', і: 'i', ѕ: 's', ј: 'j', һ: 'h' },
    ...{ ԁ: 'd', ӏ: 'l', ԛ: 'q', ԝ: 'w', к: 'k', м: 'm', т: 't', н: 'h', в: 'b', ѵ: 'v', ь: 'b' },
    ...{ α: 'a', ο: 'o', ν: 'v', ρ: 'p', τ: 't', υ: 'u', ι: 'i', κ: 'k', χ: 'x', ε: 'e', β: 'b' },
    ...{ η: 'n', γ: 'y', μ: 'u', ω: 'w', ϲ: 'c', ϳ: 'j' },
  }),
);
const LATIN_FORMS = new Map(
  Object.entries({
    ı: 'i',
    ł: 'l',
    ø: 'o',
    đ: 'd',
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    ð: 'd',
    ɑ: 'a',
    ɡ: 'g',
  }),
);
const NOT_ASCII_LATIN = /[^\P{Script=Latin}a-z]/gu;
const LOOKALIKE_SCRIPT = /[\p{Script=Cyrillic}\p{Script=Greek}]/gu;
const WORD = /\p{L}+/gu;

/**
 * A text as every other step sees it: lower case, Latin letters without accents, straight quotes and
 * dashes, no emoji or invisible characters, single spaces, line feeds kept.
 *
 * Linear in the text's length and capped at {@link MAX_TEXT}; never throws.
 *
 * @example normalise('What’s  CAR‑T?!') // "what's car-t?!"
 */
export function normalise(text: string): string {
  const capped = text.slice(0, MAX_TEXT);
  const latin = PLAIN.test(capped) ? capped.toLowerCase() : foldUnicode(capped);
  return latin
    .replace(REPEATED, '$1$1')
    .replace(SPACED_OUT, joinLetters)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}

/** "w a n t   t o", "f.e.v.e.r a.t": the wider separators, or spaces among other marks, part words. */
function joinLetters(letters: string): string {
  const separators = (letters.match(SEPARATOR) ?? []).filter((found) => !found.includes("'"));
  const narrowest = Math.min(...separators.map(({ length }) => length));
  const isMarked = separators.some((found) => !found.includes(' '));
  return letters.replace(SEPARATOR, (found) => {
    if (found.includes("'")) {
      return "'";
    }
    const parts = found.length > narrowest || (isMarked && found.includes(' '));
    return parts ? ' ' : '';
  });
}

function foldUnicode(text: string): string {
  const folded = text
    .replace(INVISIBLE, '')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(CONTROL, (c) => (c === '\n' ? c : ' '))
    .replace(MARK_RUN, '')
    .replace(EMOJI, ' ')
    .replace(SINGLE_QUOTE, "'")
    .replace(DOUBLE_QUOTE, '"')
    .replace(DASH, '-')
    .normalize('NFKD')
    // One character may become eighteen (U+FDFA), so the cap is applied again.
    .slice(0, MAX_TEXT)
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    // Lower case of a dotted capital I carries a mark of its own.
    .replace(/\p{M}+/gu, '');
  return foldLookalikes(folded).replace(NOT_ASCII_LATIN, (c) => LATIN_FORMS.get(c) ?? c);
}

/** Folds look-alikes where Latin was meant: in a mostly Latin text, or in a word that mixes scripts. */
function foldLookalikes(text: string): string {
  const foreign = text.match(LOOKALIKE_SCRIPT);
  if (foreign === null) {
    return text;
  }
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const disguised = foreign.every((letter) => LOOKALIKES.has(letter));
  const everywhere = disguised || latin > foreign.length;
  return text.replace(WORD, (word) =>
    everywhere || /\p{Script=Latin}/u.test(word)
      ? word.replace(LOOKALIKE_SCRIPT, (letter) => LOOKALIKES.get(letter) ?? letter)
      : word,
  );
}
