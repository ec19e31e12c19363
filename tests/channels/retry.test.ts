import { type SendPolicy, sendWithRetries, waitAfter } from '../../src/channels/retry.js';

const POLICY: SendPolicy = { deadlineMs: 300, tries: 3, backoffMs: 1 };
const failing = (statusCode: number, retryAfter?: string) =>
  Object.assign(new Error('no'), { statusCode, response: { headers: { get: () => retryAfter } } });

/** A send that fails with each of these in turn, then succeeds. */
function sender(...faults: unknown[]) {
  const send = jest.fn(async () => {
    const fault = faults.shift();
    if (fault !== undefined) {
      throw fault;
    }
    return 'sent';
  });
  return send;
}

test('what succeeds is sent once', async () => {
  const send = sender();
  await expect(sendWithRetries(send, POLICY)).resolves.toBe('sent');
  expect(send).toHaveBeenCalledTimes(1);
});

test('a short Retry-After is waited for, and one past the deadline is not', async () => {
  const short = sender(failing(429, '0.05'));
  await expect(sendWithRetries(short, POLICY)).resolves.toBe('sent');
  const long = sender(failing(429, '60'));
  await expect(sendWithRetries(long, POLICY)).rejects.toHaveProperty('code', 'SEND_FAILED');
  expect(long).toHaveBeenCalledTimes(1);
});

test('the wait is jittered: from half of it to the whole, after what the other side asked for', () => {
  expect(waitAfter(failing(503), 400, () => 0)).toBe(200);
  expect(waitAfter(failing(503), 400, () => 1)).toBe(400);
  expect(waitAfter(failing(429, '2'), 400, () => 0)).toBe(2200);
  expect(waitAfter(failing(429, 'Wed, 21 Oct 2026 07:28:00 GMT'), 400, () => 0)).toBe(200);
  expect(waitAfter(failing(500), 400, () => 0)).toBeNull();
  expect(waitAfter(undefined, 400, () => 0)).toBeNull();
});

test('a send that hangs is aborted at the deadline', async () => {
  let signal: AbortSignal | null = null;
  const hung = sendWithRetries((given) => {
    signal = given;
    return new Promise<never>(() => undefined);
  }, POLICY);
  await expect(hung).rejects.toHaveProperty('code', 'SEND_FAILED');
  expect(signal).toHaveProperty('aborted', true);
});

test('a fault without a status is not tried again: the reply may have arrived', async () => {
  const send = sender(new Error('socket hang up'));
  await expect(sendWithRetries(send, POLICY)).rejects.toHaveProperty('code', 'SEND_FAILED');
  expect(send).toHaveBeenCalledTimes(1);
});
