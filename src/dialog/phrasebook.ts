import type { Command } from '../catalog/dialog-contract.js';
import type { DialogContent, FollowUpFrame, Intent } from '../catalog/types.js';
import { normalise } from '../text/normalise.js';
import { tokenise } from '../text/tokens.js';

/** Short phrases that mean one thing in conversation, looked up whole. */
export interface Phrasebook {
  command(utterance: string): Command | null;
  frame(utterance: string): FollowUpFrame | null;
  /** The intent whose title this is: what a tapped button sends, however long ago it was shown. */
  title(utterance: string): string | null;
  /** The dialog intent whose utterance this is, word for word. */
  smallTalk(utterance: string): string | null;
}

/** Words that lead up to or follow a request without changing it. */
const LEADING = new Set([
  'and',
  'so',
  'but',
  'ok',
  'okay',
  'well',
  'oh',
  'no',
  'yes',
  'yeah',
  'please',
  'sorry',
  'um',
  'hmm',
  'right',
  'then',
  'just',
  'hi',
  'hello',
]);
const TRAILING = new Set([
  'please',
  'pls',
  'plz',
  'then',
  'though',
  'thanks',
  'ok',
  'now',
  'too',
  'tho',
  'even',
]);

/** Tokens of an utterance joined by spaces: the form phrases are compared in. */
export function phraseOf(utterance: string): string {
  return tokenise(normalise(utterance)).join(' ');
}

/** The same without politeness and connectives around it; never empty unless the phrase is. */
export function bare(phrase: string): string {
  const words = phrase.split(' ');
  while (words.length > 1 && LEADING.has(words[0] ?? '')) {
    words.shift();
  }
  while (words.length > 1 && TRAILING.has(words.at(-1) ?? '')) {
    words.pop();
  }
  return words.join(' ');
}

/** Indexes the phrases once; each look-up is then one map access. */
export function createPhrasebook(dialog: DialogContent, intents: Iterable<Intent>): Phrasebook {
  const commands = new Map<string, Command>();
  for (const [id, phrases] of Object.entries(dialog.commands)) {
    for (const phrase of phrases) {
      commands.set(phraseOf(phrase), id as Command);
    }
  }
  const frames = new Map<string, FollowUpFrame>();
  for (const frame of dialog.frames) {
    for (const phrase of frame.phrases) {
      frames.set(phraseOf(phrase), frame);
    }
  }
  const talk = new Map<string, string>();
  const titles = new Map<string, string>();
  for (const intent of intents) {
    titles.set(phraseOf(intent.title), intent.id);
    for (const utterance of intent.kind === 'dialog' ? intent.utterances : []) {
      talk.set(phraseOf(utterance), intent.id);
    }
  }
  const find = <T>(index: ReadonlyMap<string, T>, utterance: string): T | null => {
    const phrase = phraseOf(utterance);
    return index.get(phrase) ?? index.get(bare(phrase)) ?? null;
  };
  return {
    command: (utterance) => find(commands, utterance),
    frame: (utterance) => find(frames, utterance),
    title: (utterance) => titles.get(phraseOf(utterance)) ?? null,
    smallTalk: (utterance) => talk.get(phraseOf(utterance)) ?? null,
  };
}
