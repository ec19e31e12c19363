/** The matcher's numbers, in one place. Chosen by `npm run bench:match` unless said otherwise. */

export const SPELLING = {
  /** A word that is not English is what others are repaired to only if the catalog has it this often. */
  sureCount: 3,
  /** A word of the catalog itself, so long and not English, is repaired to one this many times as common: it is a typo. */
  ownLength: 8,
  timesAsCommon: 40,
  /** Shorter words are not repaired: too many words are one letter away. */
  shortest: 4,
  shortestTarget: 3,
  /** From this length on, two edits are allowed. */
  twoEdits: 7,
  /** What the same first letter is worth, in occurrences: few typos hit the first letter (Pollock and Zamora, 1984). */
  sameStart: 1e6,
  /** Letters either half of two run-together words has at least. */
  shortestPart: 3,
  /** Words whose repair is remembered. */
  remembered: 20_000,
  /** Words repaired in one text; a text of nothing but typos is not a question. */
  mostPerText: 40,
} as const;

export const CONFIDENCE = {
  /** confidence = probability * (floor + (1 - floor) * share of the words' weight that the catalog knows). */
  unknownFloor: 0.3,
  /** Logits are multiplied by this: label smoothing leaves the head less sure than it is right. */
  sharpness: 1.2,
  /** The same where phrasings are many: the head makes fewer rounds over them and is less sure still. */
  denseSharpness: 2,
} as const;

/** Most intents the linear head is trained for; beyond it an index takes over. */
export const MOST_LINEAR_INTENTS = 500;

export const TRAINING = {
  /** Rows visited in training: the fewer phrasings, the more rounds over them. */
  rowUpdates: 40_000,
  fewest: 3,
  most: 14,
} as const;

/** A catalog with many phrasings an entry is read in another way. */
export const DENSE = {
  /** Phrasings an entry, on average, from which on: with ten the nearest one costs a point, with a hundred it wins one. */
  fewest: 50,
  /** Word pairs and n-grams of a single phrasing are half of all features and win nothing. */
  fewestTexts: 2,
  /** Two rounds of longer steps come to the same as three of shorter ones, in two thirds of the time. */
  training: { epochs: 2, rate: 3 },
} as const;

export const NEAREST = {
  /** Added to an entry's score by a phrasing that equals the text, less by how far the nearest is from it. */
  weight: 3,
  /** A feature of a larger share of the phrasings is left out: it tells nothing, and a third of the time went into it. */
  mostShare: 0.05,
} as const;

export const KEYWORDS = {
  /** Added to an entry's score by a keyword that is the whole text; less by the share it covers. */
  bonus: 2,
} as const;

export const PHRASE_INDEX = {
  /** Entries ranked by their nearest phrasing. */
  shortlist: 20,
  /** Most entries a feature leads to. */
  longest: 200,
  /** Turns a sum of two cosines into a score that softmax can compare. */
  scale: 8,
} as const;

export const QUESTIONS = {
  /** Share of the whole text's scores that a question inside it gets. */
  context: 0.35,
  /** Sentences of a text that are looked at. */
  most: 24,
  /** A question of up to this many words leans on the sentence before it. */
  leaningWords: 5,
  /** The same for one that points back ("what kind of therapy is it?"). */
  pointingWords: 12,
  /** Fewest words a question joined by "and" has. */
  shortestClause: 3,
} as const;

export const TOPICS = {
  /** Longest input, in words, that topics are proposed for. */
  mostWords: 2,
  /** Shorter words name no topic. */
  shortestWord: 4,
  /** Letters a word of the name and one of the text begin alike with. */
  start: 3,
  /** Fuse.js: 0 is a perfect fit, 1 none. */
  worstScore: 0.25,
} as const;
