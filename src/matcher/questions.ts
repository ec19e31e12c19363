import { splitSentences } from '../text/sentences.js';
import { QUESTIONS } from './settings.js';

/** A sentence of a text, and whether it asks something. */
export interface Sentence {
  readonly text: string;
  readonly asks: boolean;
}

const GREETING =
  /^(?:(?:hi|hello|hey|hiya|greetings|good (?:morning|afternoon|evening|day)|dear (?:all|team|sir|madam|doctor)|thanks|thank you|many thanks|cheers|sorry(?: to bother you| if this is (?:a )?(?:daft|silly|stupid|dumb) question)?|please|ok|okay|so|well|um|er)(?: (?:there|all|everyone|everybody|folks|again|so much|very much|in advance|for (?:that|this|your (?:help|reply|answer|time))))*\s*(?:[,.!;:-]+\s*|\bbut\s+|$|\s(?=(?:can|could|what|how|is|are|do|does|why|when|will|who|where|which|i|my|please)\b)))+/;
/** A name says nothing about the question, and the words of a name may be anything. */
const INTRODUCTION = /^(?:my name is|my names|my name's|im called|i'm called|i am called) .{1,40}$/;
const ASKS =
  /^(?:(?:and|so|but|or|also|then|ok|now|just|please)\s+)*(?:what|whats|how|hows|why|when|where|who|whos|which|is|are|am|was|were|do|does|did|can|could|will|would|should|shall|has|have|had|may|might|wat|wot|any idea|tell me|explain|describe|define|give me|list|name)\b/;
const WONDERS =
  /\b(?:wonder(?:ing|ed)? (?:if|what|how|why|whether|about)|(?:want|like|love|need|trying) to (?:know|understand|learn|ask|find out)|(?:can|could|would) (?:you|someone|anyone|u)|(?:tell|explain to) (?:me|us)|my question|do you know|i dont (?:know|understand|get)|don't (?:know|understand|get)|no idea|not sure (?:if|what|how|why|whether)|curious|confused|asking (?:if|what|how|about))\b/;

/** Sentences of a normalised text; greetings, names and thanks around them dropped; never empty. */
export function sentencesOf(normalised: string): Sentence[] {
  const sentences = splitSentences(normalised)
    .slice(0, QUESTIONS.most)
    .map((sentence) => sentence.replace(GREETING, '').trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence) && !INTRODUCTION.test(sentence))
    .map((text) => ({ text, asks: asks(text) }));
  return sentences.length === 0 ? [{ text: normalised, asks: false }] : sentences;
}

function asks(sentence: string): boolean {
  return /\?\W*$/.test(sentence) || ASKS.test(sentence) || WONDERS.test(sentence);
}

const JOINT =
  /(?:,\s*|\s+)(?:and|also|plus|&)\s+(?:also\s+)?(?=(?:what|how|why|when|where|who|which|is|are|do|does|did|can|could|will|would|should)\b)/;

/** The questions joined by "and" in one sentence: two or more, or none. */
export function clausesOf(sentence: string): string[] {
  const clauses = sentence.split(JOINT).map((clause) => clause.trim());
  const whole = clauses.every(
    (clause) => clause.split(/\s+/).length >= QUESTIONS.shortestClause && ASKS.test(clause),
  );
  return clauses.length > 1 && whole ? clauses : [];
}
