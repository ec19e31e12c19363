import type { Labels } from '../../dialog/labels.js';
import type { Reply, Verdict } from '../../dialog/reply.js';
import type { Bot, Turn } from '../../dialog/request.js';

/** A reply with what was decided about it: all a renderer needs. */
export interface Said {
  readonly turnId: string;
  readonly reply: Reply;
  readonly verdict: Verdict;
  readonly contentVersion: string;
  /** The words to put around it. */
  readonly labels: Labels;
  /** Intents that a bare number picks in the next turn, in order; none without it. */
  readonly offered?: readonly string[];
}

/** Where a reply is shown. */
export interface Scene {
  /** Bot Framework channel id. */
  readonly channelId: string;
  /** True where others read along: a channel or a group. */
  readonly shared: boolean;
}

/** What a reply needs of the bot that gives it. */
export type Speaker = Pick<Bot, 'contentVersion' | 'labels'>;

/** What a turn came to, as renderers take it. */
export function toSaid(
  { reply, verdict, state }: Turn,
  turnId: string,
  { contentVersion, labels }: Speaker,
): Said {
  const offered = state.offered?.intents ?? [];
  return { turnId, reply, verdict, contentVersion, labels, offered };
}

/** What a client of ours reads instead of taking `text` apart; `text` stays complete on its own. */
export function annotation({ reply, verdict, contentVersion, turnId }: Said) {
  const { decision, intent, confidence } = verdict;
  const { body, footer, level, source, more } = reply;
  const parts = { body, footer, level, source, more };
  return { decision, intent, confidence, contentVersion, turnId, parts };
}

/** Tells a client whether the bot waits for a choice. */
export function inputHint({ verdict }: Said): 'expectingInput' | 'acceptingInput' {
  return verdict.decision === 'clarify' ? 'expectingInput' : 'acceptingInput';
}

/** Texts one under the other; those that are empty leave no gap. */
export function stack(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n\n');
}
