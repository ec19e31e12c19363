import { isEnglishWord } from '../text/english.js';

/**
 * Everyday words of other languages that are no English words and no likely typos of one: Spanish, French,
 * German, Italian, Portuguese, Dutch, Polish, Turkish, Indonesian, Vietnamese, Scandinavian, Romanian, Tagalog.
 */
const FOREIGN = new Set(
  `que como cual cuales donde cuando cuanto cuanta por porque para una uno los las del esta estan este es mi tu su puede
puedo tengo tiene hay hace sobre tratamiento cancer_ efectos secundarios hola gracias necesito quiero sirve funciona
quels quelle quelles sont est les des une pour dans avec vous nous votre mon mes je il elle sur qui quoi comment pourquoi combien
peut puis avoir etre traitement bonjour merci cest quest lhopital
und ist der das ein eine einer nicht wie was_ wird werden ich sie wir mein meine kann konnen haben hat sind oder bei mit von
fur uber gegen warum wann welche krebs behandlung nebenwirkungen danke gibt zu auf auch
che cosa sono gli della delle dei nella quanto perche quali qual sulla mio mia puo effetti collaterali terapia_ grazie ciao
quais sao uma dos das nao voce meu minha isso efeitos colaterais tratamento obrigado ola funciona
wat_ het een van hoe zijn werkt niet voor mijn kan_ waarom bijwerkingen
jak jest czy dla nie sie co to_ jakie dziala leczenie rak_ dziekuje
nedir nasil ve bir icin ile mi_ ne_ kanser tedavi yan etkileri
apa adalah bagaimana dan untuk yang dengan saya efek samping pengobatan
la el le un en hva hvad hvordan er_ og som vad ar_ hur och det den_ ikke inte jeg jag
ce sunt cum care_ este pentru si_ ano ang mga paano ba_ na_ ng ito sa`
    .split(/\s+/)
    .filter((word) => !word.endsWith('_')),
);

const LETTER = /\p{L}/gu;
const LATIN_LETTER = /\p{Script=Latin}/gu;
/** Shortest text, in letters, that a script tells anything about. */
const FEWEST_LETTERS = 3;
/** Words of another language a Latin text must have, and their share of it. */
const FEWEST_FOREIGN = 2;
const FOREIGN_SHARE = 0.3;
/** Share of words that are English or the catalog's from which a text is English whatever else it has. */
const ENGLISH_SHARE = 0.6;

/**
 * True unless a text is plainly in another language: mostly in another script, or with everyday words of
 * another language and few of ours. Typos, drug names and single words do not make a text foreign.
 *
 * @param words the normalised text's tokens.
 * @param recognises true for words of the catalog and misspellings of them.
 */
export function isEnglish(
  normalised: string,
  words: readonly string[],
  recognises: (word: string) => boolean,
): boolean {
  const letters = normalised.match(LETTER)?.length ?? 0;
  const latin = normalised.match(LATIN_LETTER)?.length ?? 0;
  if (letters >= FEWEST_LETTERS && latin < letters / 2) {
    return false;
  }
  const foreign = words.filter((word) => FOREIGN.has(word));
  if (foreign.length < FEWEST_FOREIGN || foreign.length < words.length * FOREIGN_SHARE) {
    return true;
  }
  const ours = words.filter((word) => !FOREIGN.has(word) && isOurs(word, recognises));
  return ours.length >= words.length * ENGLISH_SHARE;
}

const isOurs = (word: string, recognises: (word: string) => boolean) =>
  isEnglishWord(word) || recognises(word);
