import type { Reply, Verdict } from '../../dialog/reply.js';
import type { Turn } from '../../dialog/request.js';

/** A reply with what was decided about it: all a renderer needs. */
export interface Said {
  readonly turnId: string;
  readonly reply: Reply;
  readonly verdict: Verdict;
  readonly contentVersion: string;
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

/** What a turn came to, as renderers take it. */
export function toSaid(
  { reply, verdict, state }: Turn,
  turnId: string,
  contentVersion: string,
): Said {
  return { turnId, reply, verdict, contentVersion, offered: state.offered?.intents ?? [] };
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
