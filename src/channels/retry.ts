import { setTimeout as sleep } from 'node:timers/promises';
import { FaqError } from '../errors.js';

/** Statuses worth another try (Teams names 412, 429, 502 and 504). Others may have delivered, or never will. */
const RETRIED = new Set([412, 429, 502, 503, 504]);

export interface SendPolicy {
  /** For one reply with all its tries: Azure gives a bot 10 to 15 seconds in all. */
  readonly deadlineMs: number;
  readonly tries: number;
  /** Doubled at each try; the wait is a random part of it, so that bots do not retry in step. */
  readonly backoffMs: number;
}

export const SEND_POLICY: SendPolicy = { deadlineMs: 8000, tries: 3, backoffMs: 400 };

/**
 * Runs a send under a deadline, again on the statuses that deserve it, waiting as long as Retry-After says
 * if that is before the deadline.
 *
 * @throws FaqError SEND_FAILED with the last error as its cause.
 */
export async function sendWithRetries<T>(
  send: (signal: AbortSignal) => Promise<T>,
  policy: SendPolicy = SEND_POLICY,
  random: () => number = Math.random,
): Promise<T> {
  const deadline = new AbortController();
  const ends = Date.now() + policy.deadlineMs;
  const timer = setTimeout(() => deadline.abort(), policy.deadlineMs);
  try {
    return await Promise.race([
      tryUntil(send, policy, { signal: deadline.signal, ends, random }),
      aborted(deadline.signal),
    ]);
  } finally {
    clearTimeout(timer);
    deadline.abort();
  }
}

interface Limits {
  readonly signal: AbortSignal;
  readonly ends: number;
  readonly random: () => number;
}

async function tryUntil<T>(
  send: (signal: AbortSignal) => Promise<T>,
  policy: SendPolicy,
  { signal, ends, random }: Limits,
): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await send(signal);
    } catch (cause) {
      const wait = waitAfter(cause, policy.backoffMs * 2 ** (tried - 1), random);
      if (wait === null || tried >= policy.tries || Date.now() + wait >= ends) {
        throw new FaqError('SEND_FAILED', 'A reply could not be delivered.', '', { cause });
      }
      await sleep(wait, undefined, { signal });
    }
  }
}

/** Milliseconds to wait before another try, or null when there should be none. */
export function waitAfter(error: unknown, backoffMs: number, random: () => number): number | null {
  const { statusCode, response } = (error ?? {}) as { statusCode?: number; response?: Answer };
  if (statusCode === undefined || !RETRIED.has(statusCode)) {
    return null;
  }
  const seconds = Number(response?.headers?.get('retry-after') ?? Number.NaN);
  const asked = Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 0;
  return asked + backoffMs * (0.5 + random() / 2);
}

interface Answer {
  readonly headers?: { get(name: string): string | undefined };
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const late = () => reject(new FaqError('SEND_FAILED', 'A reply was not taken in time.'));
    signal.addEventListener('abort', late, { once: true });
  });
}
