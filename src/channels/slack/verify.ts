import { verifySlackRequest } from '@slack/bolt';

/** How far a request's time may be from ours, either way. (Slack API, "Verifying requests from Slack") */
const MAX_SKEW_MS = 5 * 60_000;

export interface SignedRequest {
  readonly timestamp: string | undefined;
  readonly signature: string | undefined;
  /** The body byte for byte: the signature is over it. */
  readonly body: string;
}

export type Refusal = 'unsigned' | 'stale' | 'future' | 'forged';

/**
 * Why a request is not Slack's, or null when it is. Bolt compares the signature in constant time, but takes a
 * signature for any time to come: one stolen today would be good for ever.
 *
 * @param now epoch milliseconds.
 */
export function refuse(request: SignedRequest, secret: string, now: number): Refusal | null {
  const { timestamp, signature, body } = request;
  if (timestamp === undefined || signature === undefined || !/^\d{1,12}$/.test(timestamp)) {
    return 'unsigned';
  }
  const age = now - Number(timestamp) * 1000;
  if (Math.abs(age) > MAX_SKEW_MS) {
    return age > 0 ? 'stale' : 'future';
  }
  try {
    verifySlackRequest({
      signingSecret: secret,
      body,
      headers: { 'x-slack-signature': signature, 'x-slack-request-timestamp': Number(timestamp) },
      nowMilliseconds: now,
    });
    return null;
  } catch {
    return 'forged';
  }
}
