import { type Refusal, refuse } from '../../../src/channels/slack/verify';
import { SIGNING_SECRET, sign } from '../../fixtures/slack';

const BODY = '{"type":"event_callback"}';
/** Seconds. */
const SENT = 1_767_225_600;

/** What becomes of a request signed at `SENT` that is looked at `later` seconds after. */
function after(
  later: number,
  change: { body?: string; signature?: string; timestamp?: string } = {},
) {
  const { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': signature } = sign(
    BODY,
    SENT,
  );
  const request = { timestamp, signature, body: BODY, ...change };
  return refuse(request, SIGNING_SECRET, (SENT + later) * 1000);
}

test.each<[number, Refusal | null]>([
  [0, null],
  [299, null],
  [300, null],
  [301, 'stale'],
  [86_400, 'stale'],
  [-299, null],
  [-301, 'future'],
  [-86_400, 'future'],
])('a signature looked at %d seconds after its time: %s', (later, refusal) => {
  expect(after(later)).toBe(refusal);
});

test.each<[string, Parameters<typeof after>[1], Refusal]>([
  ['another body', { body: `${BODY} ` }, 'forged'],
  ['another time within the five minutes', { timestamp: String(SENT + 60) }, 'forged'],
  [
    'a signature cut short',
    { signature: sign(BODY, SENT)['x-slack-signature'].slice(0, -2) },
    'forged',
  ],
  [
    'a signature of another version',
    { signature: sign(BODY, SENT)['x-slack-signature'].replace('v0', 'v1') },
    'forged',
  ],
  ['letters beyond hexadecimal', { signature: `v0=${'ü'.repeat(64)}` }, 'forged'],
  ['a time with a sign', { timestamp: `+${SENT}` }, 'unsigned'],
  ['a time with a fraction', { timestamp: `${SENT}.5` }, 'unsigned'],
  ['no time', { timestamp: '' }, 'unsigned'],
])('%s is refused', (_name, change, refusal) => {
  expect(after(0, change)).toBe(refusal);
});

test('headers that are not there are refused', () => {
  const nothing = { timestamp: undefined, signature: undefined, body: BODY };
  expect(refuse(nothing, SIGNING_SECRET, SENT * 1000)).toBe('unsigned');
});
