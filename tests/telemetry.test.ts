import { FaqError } from '../src/errors.js';
import { createTelemetry, safeError } from '../src/telemetry.js';

function capture(level = 'info') {
  const lines: string[] = [];
  const telemetry = createTelemetry({ level, destination: { write: (line) => lines.push(line) } });
  return { telemetry, lines };
}

test('a foreign error is logged by name, code and place, without its message', () => {
  const { telemetry, lines } = capture();
  const cause = new TypeError('planted cause');
  const err = Object.assign(new Error('planted\nmessage', { cause }), {
    code: 'E_X',
    statusCode: 503,
  });
  telemetry.log.error({ err }, 'it failed');
  expect(lines.join('')).not.toContain('planted');
  expect(JSON.parse(lines[0] ?? '{}').err).toMatchObject({
    name: 'Error',
    code: 'E_X',
    status: 503,
    cause: { name: 'TypeError' },
    at: expect.arrayContaining([expect.stringContaining('telemetry.test')]),
  });
});

test('an error of our own keeps its message, since that never holds what a person wrote', () => {
  expect(safeError(new FaqError('STORE_NEWER', 'The store is newer.'))).toMatchObject({
    code: 'STORE_NEWER',
    message: 'The store is newer.',
  });
});

test.each(['text', null, undefined, 5])(
  'what is thrown without being an error (%j) is logged by type',
  (thrown) => {
    expect(safeError(thrown)).toEqual({ name: typeof thrown });
  },
);

test('fields that hold what a person wrote are masked, wherever they turn up', () => {
  const { telemetry, lines } = capture();
  telemetry.log.info({
    activity: { text: 'planted' },
    request: { utterance: 'planted', token: 'planted' },
  });
  expect(lines.join('')).not.toContain('planted');
});

test('a pseudonym is the same within a process and another in the next', () => {
  const [first, second] = [capture().telemetry, capture().telemetry];
  expect(first.pseudonym('c1')).toBe(first.pseudonym('c1'));
  expect(first.pseudonym('c1')).not.toBe(first.pseudonym('c2'));
  expect(first.pseudonym('c1')).not.toBe(second.pseudonym('c1'));
});

test('counts are shown in the format Prometheus reads, apart for each app in a process', async () => {
  const [first, second] = [capture().telemetry, capture().telemetry];
  first.metrics.turns.inc({ channel: 'directline', decision: 'answer' });
  expect(await first.metrics.registry.metrics()).toContain(
    'faq_turns_total{channel="directline",decision="answer"} 1',
  );
  expect(await second.metrics.registry.metrics()).not.toContain('decision="answer"');
});
