import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Allow } from '../channels/route.js';

const MINUTE_SECONDS = 60;
/** Requests worked on at once; more are told to come back. At 5 ms a turn this is more than a second of work. */
export const MAX_IN_FLIGHT = 500;

export interface LimitSettings {
  readonly requestsPerMinute: number;
  readonly tokensPerMinute: number;
  readonly turnsPerMinute: number;
}

export interface Limits {
  /** Per client address, before anything else is looked at. */
  readonly request: Allow;
  /** Per client address, for chat tokens. */
  readonly token: Allow;
  /** Per conversation. */
  readonly turn: Allow;
}

export function createLimits(settings: LimitSettings): Limits {
  return {
    request: perMinute(settings.requestsPerMinute),
    token: perMinute(settings.tokensPerMinute),
    turn: perMinute(settings.turnsPerMinute),
  };
}

function perMinute(points: number): Allow {
  const limiter = new RateLimiterMemory({ points, duration: MINUTE_SECONDS });
  return async (key) => {
    try {
      await limiter.consume(key);
      return 0;
    } catch (refused) {
      const { msBeforeNext = 1000 } = refused as { msBeforeNext?: number };
      return Math.max(1, Math.ceil(msBeforeNext / 1000));
    }
  };
}
