import { ENGLISH_WORDS } from './english-words.generated.js';
import { unfold } from './front-code.js';

/** Words dictionaries of meaning leave out, and short forms everyone writes. Apostrophes are dropped, as in tokens. */
const FUNCTION_WORDS =
  `a about above across after again against ago all almost along already also although always am
among an and another any anybody anyone anything anyway anywhere are arent around as at away back be because
been before behind being below beside besides between beyond both but by can cannot cant could couldnt did didnt do does
doesnt doing done dont down during each either else enough etc even ever every everybody everyone everything everywhere
except few for from further had hadnt has hasnt have havent having he hed hell her here heres hers herself hes him himself
his how hows however i id if ill im in inside instead into is isnt it itd itll its itself ive just least less lets like
may maybe me might mine more most much must my myself near neither never next no nobody none nor not nothing now nowhere
of off often on once one ones only onto or other others otherwise our ours ourselves out outside over own per perhaps
please quite rather really said same shall shant she shed shell shes should shouldnt since so some somebody somehow
someone something sometimes somewhere soon still such than that thatd thats the their theirs them themselves then there
theres these they theyd theyll theyre theyve this those though through throughout thus till to together too toward
towards under unless until unto up upon us usually very via was wasnt we wed well were werent weve what whatever whats
when whenever where wheres wherever whether which whichever while who whoever whom whos whose why will with within
without wont would wouldnt yes yet you youd youll your youre yours yourself yourselves youve ok okay hi hello hey thanks
thank gonna wanna gotta dunno yeah yep nope mum mom dad email website online app`.split(/\s+/);

const ENDINGS: readonly (readonly [ending: string, instead: string])[] = [
  ['ies', 'y'],
  ['es', ''],
  ['s', ''],
  ['ied', 'y'],
  ['ed', ''],
  ['ed', 'e'],
  ['ing', ''],
  ['ing', 'e'],
  ['ly', ''],
];

let words: ReadonlySet<string> | undefined;

/**
 * True for an ordinary English word or a regular form of one; names, abbreviations and misspellings are not.
 *
 * @param word lower case, as from `tokenise`.
 */
export function isEnglishWord(word: string): boolean {
  words ??= new Set([...unfold(ENGLISH_WORDS), ...FUNCTION_WORDS]);
  return words.has(word) || isInflected(word, words);
}

function isInflected(word: string, known: ReadonlySet<string>): boolean {
  return ENDINGS.some(([ending, instead]) => {
    const base = word.slice(0, -ending.length) + instead;
    // "christmass" is a slip and no plural.
    if (!word.endsWith(ending) || base.length < 3 || (ending === 's' && base.endsWith('s'))) {
      return false;
    }
    const doubled = base.at(-1) === base.at(-2) && instead === '' && ending !== 's';
    return known.has(base) || (doubled && known.has(base.slice(0, -1)));
  });
}
