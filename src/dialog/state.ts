import type { RouteLevel } from '../safety/footer.js';
import type { Triage } from '../safety/types.js';
import type { Decision } from './reply.js';

/** What a conversation remembers: intent ids and times, never what a person typed. */
export interface ConversationState {
  readonly version: 1;
  /** Turns taken so far. */
  readonly turns: number;
  /** Epoch milliseconds of the last turn; 0 before the first. */
  readonly at: number;
  /** The topic last answered. */
  readonly topic: { readonly intent: string; readonly turn: number } | null;
  /** What was offered last, in order, for "the second one". */
  readonly offered: {
    readonly kind: 'clarify' | 'suggestions' | 'list' | 'menu';
    readonly intents: readonly string[];
    readonly turn: number;
  } | null;
  /** Misses in a row. */
  readonly misses: number;
  /** A route stays reachable until the person moves on; states kept by an earlier release have its level alone. */
  readonly route: {
    readonly level: RouteLevel;
    /** BCP 47, as triage found it. */
    readonly language?: string;
    /** Answers the person has yet to get on ordinary content before the route goes out of sight. */
    readonly answersLeft?: number;
  } | null;
  /** Intents answered, in order, without repeats: the take-to-clinic list. */
  readonly asked: readonly string[];
  /** Boundary intents and how many questions found no answer. */
  readonly open: { readonly intents: readonly string[]; readonly unanswered: number };
  /** The last reply, as ids: for "say that again" and for "not helpful". */
  readonly last: {
    /** The turn that gave it; states kept by an earlier release have none. */
    readonly turnId?: string;
    readonly intent: string | null;
    readonly decision: Decision;
    readonly part: 'body' | 'more' | 'short' | 'simple' | 'other';
    /** Where the reply was to what triage found, its level in `intent`: which of the level's texts, and in which language. */
    readonly finding?: Pick<Triage, 'rule' | 'language'>;
    /** Next-best intents of that turn. */
    readonly alternatives: readonly string[];
  } | null;
}

export const EMPTY_STATE: ConversationState = {
  version: 1,
  turns: 0,
  at: 0,
  topic: null,
  offered: null,
  misses: 0,
  route: null,
  asked: [],
  open: { intents: [], unanswered: 0 },
  last: null,
};

/** Something that happened in a turn and is counted: ids and numbers, no text but a scrubbed, opted-in one. */
export type TurnEvent =
  | {
      readonly kind: 'turn';
      readonly turnId: string;
      readonly channel: string;
      readonly decision: Decision;
      readonly intent: string | null;
      readonly confidence: number;
      readonly contentVersion: string;
    }
  | { readonly kind: 'feedback'; readonly turnId: string; readonly helpful: boolean }
  | {
      readonly kind: 'unanswered';
      readonly turnId: string;
      readonly reason: 'fallback' | 'none-of-these';
      readonly text: string | null;
    };
