import { toProbabilities } from '../text/softmax.js';
import type { Phrasing, Scores } from './head.js';
import { createKeywordIndex, type KeywordHit } from './keywords.js';
import { createLinearHead, type TrainedHead, trainLinearHead } from './linear-head.js';
import { createPhraseIndexHead } from './phrase-index-head.js';
import { CONFIDENCE, MOST_LINEAR_INTENTS } from './settings.js';
import type { Candidate, Evidence, MatcherEntry } from './types.js';

/** How well a text fits: the entries that can answer, and those that are out of scope. */
export interface Ranking {
  /** The best few entries that can answer, best first. */
  readonly candidates: readonly Candidate[];
  /** Confidence that the text is none of ours. */
  readonly outOfScope: number;
}

/** Ranks the entries for a text. */
export interface Ranker {
  scores(tokens: readonly string[]): Scores;
  /** Confidences for scores; `tokens` say how much of the text the catalog knows. */
  rank(scores: Scores, tokens: readonly string[]): Ranking;
  /** What spoke for and against an intent, strongest first. */
  evidence(tokens: readonly string[], intent: string): Evidence[];
}

/** Entries looked at for a decision. */
const SHORTLIST = 5;

/** A phrase of the catalog as tokens. */
type ReadOwn = (phrase: string) => readonly string[];

/** Trains a head on the entries; null for a catalog so large that it gets an index instead. */
export function trainHead(entries: readonly MatcherEntry[], readOwn: ReadOwn): TrainedHead | null {
  return entries.length <= MOST_LINEAR_INTENTS
    ? trainLinearHead(phrasingsOf(entries, readOwn), entries.length)
    : null;
}

/** Puts keywords beside a trained head, or beside an index of the phrasings where there is none. */
export function createRanker(
  entries: readonly MatcherEntry[],
  readOwn: ReadOwn,
  trained: TrainedHead | null,
): Ranker {
  const head =
    trained === null
      ? createPhraseIndexHead(phrasingsOf(entries, readOwn), entries.length)
      : createLinearHead(trained);
  const keywords = entries.flatMap((entry, i) => toPhrasings(entry.keywords, i, readOwn));
  const index = createKeywordIndex(keywords, head.weight);
  const dense = trained !== null && trained.phrasings !== null;
  const sharpness = dense ? CONFIDENCE.denseSharpness : CONFIDENCE.sharpness;
  const numbers = new Map(entries.map(({ intent }, i) => [intent, i]));
  return {
    scores: (tokens) => addBonuses(head.scores(tokens), index.find(tokens)),
    rank: (scores, tokens) => rank(entries, sharpen(scores, sharpness), head.knownShare(tokens)),
    evidence(tokens, intent) {
      const entry = numbers.get(intent) ?? -1;
      const hits = index.find(tokens).filter((hit) => hit.entry === entry);
      const keys = hits.map(({ keyword, bonus }) => ({
        feature: `keyword "${keyword}"`,
        weight: bonus,
      }));
      return [...keys, ...head.evidence(tokens, entry)];
    },
  };
}

function phrasingsOf(entries: readonly MatcherEntry[], readOwn: ReadOwn): Phrasing[] {
  return entries.flatMap(({ utterances, keywords, title, outOfScope }, entry) =>
    toPhrasings([...utterances, ...keywords, ...(outOfScope ? [] : [title])], entry, readOwn),
  );
}

function toPhrasings(phrases: readonly string[], entry: number, readOwn: ReadOwn): Phrasing[] {
  return phrases.map((phrase) => ({ tokens: readOwn(phrase), entry }));
}

function addBonuses({ entries, values }: Scores, hits: readonly KeywordHit[]): Scores {
  for (const { entry, bonus } of hits) {
    const at = entries.indexOf(entry);
    if (at >= 0) {
      values[at] = (values[at] as number) + bonus;
    }
  }
  return { entries, values };
}

/** A sentence's scores with a share of its surroundings': a question leans on the story around it. */
export function blend(sentence: Scores, whole: Scores, share: number): Scores {
  if (sentence.entries !== whole.entries) {
    return sentence;
  }
  const values = sentence.values.map((value, i) => value + share * (whole.values[i] as number));
  return { entries: sentence.entries, values };
}

const sharpen = ({ entries, values }: Scores, sharpness: number): Scores => ({
  entries,
  values: values.map((value) => value * sharpness),
});

function rank(entries: readonly MatcherEntry[], scores: Scores, knownShare: number): Ranking {
  const probabilities = scores.values.slice();
  toProbabilities(probabilities);
  const trust = CONFIDENCE.unknownFloor + (1 - CONFIDENCE.unknownFloor) * knownShare;
  const best: Candidate[] = [];
  let outOfScope = 0;
  probabilities.forEach((probability, at) => {
    const entry = entries[scores.entries[at] as number];
    const confidence = probability * trust;
    if (entry?.outOfScope === true) {
      outOfScope += confidence;
    } else {
      insert(best, entry?.intent ?? '', confidence);
    }
  });
  return { candidates: best, outOfScope };
}

/** Keeps the best few in order; of equals the first stays in front. */
function insert(best: Candidate[], intent: string, confidence: number): void {
  if (best.length === SHORTLIST && confidence <= (best[SHORTLIST - 1]?.confidence ?? 0)) {
    return;
  }
  let at = Math.min(best.length, SHORTLIST - 1);
  while (at > 0 && (best[at - 1]?.confidence ?? 0) < confidence) {
    best[at] = best[at - 1] as Candidate;
    at -= 1;
  }
  best[at] = { intent, confidence };
}
