import type { ConversationState, TurnEvent } from '../dialog/state.js';
import { EMPTY_STATE } from '../dialog/state.js';
import { FaqError } from '../errors.js';
import type { Database } from './sqlite.js';
import { prepare, type Statements } from './statements.js';
import type { Commit, Store, StoredState } from './store.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export interface SqliteStoreOptions {
  readonly retentionDays: number;
  /** False writes no text of an unanswered question, whatever comes in. */
  readonly keepText: boolean;
}

/** The embedded store: one SQLite file, statements prepared once, one transaction a turn. */
export class SqliteStore implements Store {
  private readonly statements: Statements;

  constructor(
    private readonly db: Database,
    private readonly options: SqliteStoreOptions,
  ) {
    this.statements = prepare(db);
  }

  async claim(activityId: string, now: number): Promise<boolean> {
    return this.guard(() => this.statements.claim.run(activityId, now).changes === 1);
  }

  async readState(conversationId: string): Promise<StoredState> {
    return this.guard(() => {
      const row = this.statements.read.get(conversationId);
      const state = row === undefined ? null : parseState(row.state);
      return { state: state ?? EMPTY_STATE, etag: row === undefined ? null : String(row.etag) };
    });
  }

  async commit(commit: Commit): Promise<boolean> {
    return this.guard(() =>
      this.transaction(() => {
        const written = this.writeState(commit);
        if (written) {
          for (const event of commit.events) {
            this.writeEvent(event, commit.now);
          }
        }
        return written;
      }),
    );
  }

  async prune(now: number): Promise<number> {
    const kept = now - this.options.retentionDays * DAY;
    return this.guard(() =>
      this.transaction(() => {
        this.statements.forgetTexts.run(kept);
        const claims = this.statements.pruneClaims.run(now - HOUR).changes;
        return claims + this.statements.pruneConversations.run(kept).changes;
      }),
    );
  }

  async ping(): Promise<void> {
    this.guard(() => this.statements.ping.get());
  }

  async close(): Promise<void> {
    if (this.db.isOpen) {
      this.db.close();
    }
  }

  private writeState({ conversationId, state, etag, now }: Commit): boolean {
    const json = JSON.stringify(state);
    const { insert, update } = this.statements;
    const { changes } =
      etag === null
        ? insert.run(conversationId, json, now)
        : update.run(json, now, conversationId, Number(etag));
    return changes === 1;
  }

  private writeEvent(event: TurnEvent, now: number): void {
    const { turn, feedback, unanswered } = this.statements;
    switch (event.kind) {
      case 'turn': {
        const { turnId, channel, decision, intent, confidence, contentVersion } = event;
        turn.run(now, turnId, channel, decision, intent, confidence, contentVersion);
        break;
      }
      case 'feedback':
        feedback.run(now, event.turnId, event.helpful ? 1 : 0);
        break;
      case 'unanswered':
        unanswered.run(now, event.turnId, event.reason, this.options.keepText ? event.text : null);
    }
  }

  private transaction<T>(work: () => T): T {
    this.statements.begin.run();
    try {
      const result = work();
      this.statements.commit.run();
      return result;
    } catch (error) {
      if (this.db.isOpen && this.db.isTransaction) {
        this.statements.rollback.run();
      }
      throw error;
    }
  }

  private guard<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw new FaqError('STORE_UNAVAILABLE', 'The store cannot be read or written.', '', {
        cause: error,
      });
    }
  }
}

/** A state this version cannot read is as good as none: the conversation starts afresh. */
function parseState(json: string): ConversationState | null {
  try {
    const state: ConversationState = JSON.parse(json);
    return state.version === EMPTY_STATE.version ? { ...EMPTY_STATE, ...state } : null;
  } catch {
    return null;
  }
}
