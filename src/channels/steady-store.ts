import { EMPTY_STATE } from '../dialog/state.js';
import type { Commit, Store, StoredState } from '../storage/store.js';
import type { Telemetry } from '../telemetry.js';

/** After a fault the store is left alone this long: a locked file would block every turn for its whole timeout. */
const PAUSE_MS = 2000;
/** Claims kept in memory while the store is away. */
const MAX_CLAIMS = 5000;

/** The part of the store a turn uses. */
export type TurnStore = Pick<Store, 'claim' | 'readState' | 'commit'>;

/**
 * A store that never fails a turn: while the real one is away every conversation is a fresh one,
 * answers still come, and the fault is logged.
 */
export class SteadyStore implements TurnStore {
  private pausedUntil = 0;
  private readonly claims = new Set<string>();

  constructor(
    private readonly store: TurnStore,
    private readonly telemetry: Telemetry,
    private readonly now: () => number,
  ) {}

  claim(activityId: string, now: number): Promise<boolean> {
    return this.attempt(
      () => this.store.claim(activityId, now),
      () => this.claimInMemory(activityId),
    );
  }

  readState(conversationId: string): Promise<StoredState> {
    return this.attempt(
      () => this.store.readState(conversationId),
      () => ({ state: EMPTY_STATE, etag: null }),
    );
  }

  commit(commit: Commit): Promise<boolean> {
    return this.attempt(
      () => this.store.commit(commit),
      () => true,
    );
  }

  private async attempt<T>(work: () => Promise<T>, without: () => T): Promise<T> {
    if (this.now() < this.pausedUntil) {
      return without();
    }
    try {
      return await work();
    } catch (error) {
      this.pausedUntil = this.now() + PAUSE_MS;
      this.telemetry.metrics.faults.inc({ code: 'STORE_UNAVAILABLE' });
      this.telemetry.log.error({ err: error }, 'the store failed; turns go on without it');
      return without();
    }
  }

  private claimInMemory(activityId: string): boolean {
    const fresh = !this.claims.has(activityId);
    this.claims.add(activityId);
    if (this.claims.size > MAX_CLAIMS) {
      // A Set iterates in the order of insertion: the first one is the oldest.
      this.claims.delete(this.claims.values().next().value ?? '');
    }
    return fresh;
  }
}
