/**
 * Reads a front-coded word list: sorted words, each as a capital letter that tells how many letters it
 * shares with the word before (A none, B one, ...) and the letters that follow.
 *
 * @example unfold('AcellDar') // ['cell', 'celar']
 */
export function unfold(coded: string): string[] {
  const words: string[] = [];
  let word = '';
  for (let at = 0; at < coded.length; ) {
    let end = at + 1;
    while (end < coded.length && coded.charCodeAt(end) > CAPITAL_Z) {
      end += 1;
    }
    word = word.slice(0, coded.charCodeAt(at) - CAPITAL_A) + coded.slice(at + 1, end);
    words.push(word);
    at = end;
  }
  return words;
}

const CAPITAL_A = 65;
const CAPITAL_Z = 90;
