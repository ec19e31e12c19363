import type { Labels } from './labels.js';
import type { Reply, Verdict } from './reply.js';
import type { ConversationState, TurnEvent } from './state.js';

/** One thing a person said or tapped, whatever the channel. */
export interface TurnRequest {
  readonly turnId: string;
  /** Mentions stripped; as long as the channel lets it be. Triage reads all of it, matching the first 2,000 characters. */
  readonly utterance: string;
  /** Bot Framework channel id. */
  readonly channel: string;
  /** True where others read along: a channel or a group. */
  readonly shared: boolean;
  readonly locale: string | null;
  /** Epoch milliseconds. */
  readonly now: number;
  /** The intent of a tapped button, when the channel sends one. */
  readonly choice: string | null;
  /** A helpful / not helpful press on an earlier reply. */
  readonly feedback: { readonly turnId: string; readonly helpful: boolean } | null;
}

/** What one turn came to. */
export interface Turn {
  readonly reply: Reply;
  readonly verdict: Verdict;
  readonly state: ConversationState;
  readonly events: readonly TurnEvent[];
}

/** The bot without any channel: pure but for the clock and ids that come in with the request. */
export interface Bot {
  /** Hash of intents/ and content/: names the text that was served. */
  readonly contentVersion: string;
  readonly labels: Labels;
  /** What a conversation remembers before its first turn. */
  newConversation(): ConversationState;
  takeTurn(request: TurnRequest, state: ConversationState): Turn;
  /** Said once to a new member. */
  welcome(): Reply;
  /** Said when a turn failed: a fixed text with its footer. `turnId` lets an operator find the log line. */
  fault(turnId: string): Reply;
}
