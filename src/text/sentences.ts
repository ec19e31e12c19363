/** A sentence of more words than this is a run-on: it is cut at commas and connectives. */
const RUN_ON_WORDS = 30;
/** Words a piece of a run-on has before the next cut. */
const PIECE_WORDS = 8;

const ABBREVIATION = /(?:^|[\s(])(?:e\.g|i\.e|dr|mr|mrs|ms|prof|st|vs|etc|approx|no)\.$/i;
const BREAK = /[.?!]+["')\]]*(?=\s|$)|[?!]+|\n+|\u2026/g;
const CONNECTIVE = /[,;:]\s+|\s+-+\s+|\s+(?=(?:and|but|so|because|also|plus)\s)/gi;

/**
 * Sentences of a text, trimmed, none empty; line breaks end a sentence, and a run-on is cut into pieces.
 *
 * @param text raw or normalised.
 * @example splitSentences('Hi. My dad has melanoma! how does it work') // three sentences
 */
export function splitSentences(text: string): string[] {
  return cut(text).flatMap((sentence) =>
    countWords(sentence) > RUN_ON_WORDS ? cutRunOn(sentence) : [sentence],
  );
}

function cut(text: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const match of text.matchAll(BREAK)) {
    const end = match.index + match[0].length;
    const sentence = text.slice(start, end);
    if (!(match[0] === '.' && ABBREVIATION.test(sentence))) {
      sentences.push(sentence.trim());
      start = end;
    }
  }
  sentences.push(text.slice(start).trim());
  return sentences.filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

function cutRunOn(sentence: string): string[] {
  const pieces: string[] = [];
  let start = 0;
  for (const match of sentence.matchAll(CONNECTIVE)) {
    const end = match.index + match[0].length;
    if (countWords(sentence.slice(start, match.index)) >= PIECE_WORDS) {
      pieces.push(sentence.slice(start, match.index));
      start = end;
    }
  }
  pieces.push(sentence.slice(start));
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '');
}

function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}
