import type { ConversationState, TurnEvent } from '../dialog/state.js';

/** A conversation's state and the version it was read at. */
export interface StoredState {
  readonly state: ConversationState;
  /** null when the conversation is new. */
  readonly etag: string | null;
}

export interface Commit {
  readonly conversationId: string;
  readonly state: ConversationState;
  /** The etag the state was read with. */
  readonly etag: string | null;
  readonly events: readonly TurnEvent[];
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Where conversations and counts live. One transaction a turn; no patient text unless an operator opted in. */
export interface Store {
  /** False when this activity was claimed before: a duplicate delivery, to be left alone. */
  claim(activityId: string, now: number): Promise<boolean>;
  readState(conversationId: string): Promise<StoredState>;
  /** False when another turn committed since the state was read; nothing is written then. */
  commit(commit: Commit): Promise<boolean>;
  /** Forgets claims older than an hour and conversations idle longer than the retention. Returns rows removed. */
  prune(now: number): Promise<number>;
  /** Throws FaqError STORE_UNAVAILABLE when the store cannot be read. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
