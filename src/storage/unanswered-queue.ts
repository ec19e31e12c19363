import { FaqError } from '../errors.js';
import type { Database } from './sqlite.js';

/** Where an unanswered question stands with the editors. */
export const QUEUE_STATES = ['new', 'pending', 'done', 'ignored'] as const;
export type QueueState = (typeof QUEUE_STATES)[number];

/** One question that found no answer. */
export interface Unanswered {
  readonly id: number;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly reason: 'fallback' | 'none-of-these';
  readonly state: QueueState;
  /** Scrubbed text; null unless keeping texts was turned on, or when its time is over. */
  readonly text: string | null;
}

/** The editors' side of the store: what found no answer, oldest first. */
export class UnansweredQueue {
  constructor(private readonly db: Database) {}

  /** Questions in a state, with or without text. */
  list(state: QueueState, limit = 1000): Unanswered[] {
    const rows = this.db
      .prepare(
        `SELECT id, at, reason, state, text FROM events
         WHERE kind = 'unanswered' AND state = ? ORDER BY id LIMIT ?`,
      )
      .all(state, limit);
    return rows.map(({ id, at, reason, state: stands, text }) => ({
      id: Number(id),
      at: Number(at),
      reason: reason as Unanswered['reason'],
      state: stands as QueueState,
      text: text === null ? null : String(text),
    }));
  }

  /** How many stand in each state. */
  counts(): Record<QueueState, number> {
    const rows = this.db
      .prepare(`SELECT state, COUNT(*) AS n FROM events WHERE kind = 'unanswered' GROUP BY state`)
      .all();
    const found = new Map(rows.map(({ state, n }) => [String(state), Number(n)]));
    const of = (state: QueueState) => found.get(state) ?? 0;
    return { new: of('new'), pending: of('pending'), done: of('done'), ignored: of('ignored') };
  }

  /**
   * Moves questions to a state, all or none.
   *
   * @throws FaqError USAGE naming an id that is not in the queue.
   */
  mark(ids: readonly number[], state: QueueState): void {
    const update = this.db.prepare(
      `UPDATE events SET state = ? WHERE id = ? AND kind = 'unanswered'`,
    );
    this.db.exec('BEGIN IMMEDIATE');
    try {
      for (const id of ids) {
        if (Number(update.run(state, id).changes) !== 1) {
          throw new FaqError(
            'USAGE',
            `There is no unanswered question ${id}.`,
            'See "faq-bot gaps".',
          );
        }
      }
      this.db.exec('COMMIT');
    } catch (error) {
      this.db.exec('ROLLBACK');
      throw error;
    }
  }
}
