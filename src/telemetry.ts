import { createHmac, randomBytes } from 'node:crypto';
import pino, { type DestinationStream, type Logger } from 'pino';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { FaqError } from './errors.js';

/** Stack frames a fault is logged with: enough to find the place. */
const FRAMES = 6;
/** Bytes of log lines held while the sink is blocked; more are dropped, so that a full pipe never stops a turn. */
const MAX_PENDING = 1 << 20;

/** Counts and durations of one process. Labels hold ids from fixed lists, never what a person or client chose. */
export interface Metrics {
  readonly registry: Registry;
  readonly turns: Counter<'channel' | 'decision'>;
  readonly turnSeconds: Histogram<'channel'>;
  readonly faults: Counter<'code'>;
  readonly sends: Counter<'outcome'>;
  readonly requests: Counter<'route' | 'status'>;
  readonly conversations: Gauge;
  readonly streams: Gauge;
}

export interface Telemetry {
  readonly log: Logger;
  readonly metrics: Metrics;
  /** A conversation id for the log: the same within one process, meaningless outside it. */
  pseudonym(conversationId: string): string;
  /** Writes what is still buffered; for the end of the process. */
  flush(): void;
}

export interface TelemetryOptions {
  readonly level: string;
  /** Where log lines go; standard error without one, so that standard output stays for people. */
  readonly destination?: DestinationStream;
}

export function createTelemetry({ level, destination }: TelemetryOptions): Telemetry {
  const sink = destination ?? pino.destination({ dest: 2, sync: false, maxLength: MAX_PENDING });
  const log = pino(
    {
      level,
      base: null,
      serializers: { err: safeError },
      redact: ['*.text', '*.utterance', '*.token'],
    },
    sink,
  );
  const key = randomBytes(32);
  return {
    log,
    metrics: createMetrics(),
    pseudonym: (id) => createHmac('sha256', key).update(id).digest('base64url').slice(0, 10),
    flush: () => ('flushSync' in sink ? flushQuietly(sink) : undefined),
  };
}

/** An error without its message: messages of foreign errors may quote what a person wrote. */
export function safeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) {
    return { name: typeof error };
  }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    code: 'code' in error ? error.code : undefined,
    status: 'statusCode' in error ? error.statusCode : undefined,
    message: error instanceof FaqError ? error.message : undefined,
    at: frames.slice(0, FRAMES).map((line) => line.trim()),
    cause: error.cause === undefined ? undefined : safeError(error.cause),
  };
}

function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    turns: new Counter({
      name: 'faq_turns_total',
      help: 'Turns answered.',
      labelNames: ['channel', 'decision'],
      registers,
    }),
    turnSeconds: new Histogram({
      name: 'faq_turn_seconds',
      help: 'Time from an activity to its reply.',
      labelNames: ['channel'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
      registers,
    }),
    faults: new Counter({
      name: 'faq_faults_total',
      help: 'Faults met and survived.',
      labelNames: ['code'],
      registers,
    }),
    sends: new Counter({
      name: 'faq_sends_total',
      help: 'Replies handed to a channel.',
      labelNames: ['outcome'],
      registers,
    }),
    requests: new Counter({
      name: 'faq_http_requests_total',
      help: 'HTTP requests answered.',
      labelNames: ['route', 'status'],
      registers,
    }),
    conversations: new Gauge({
      name: 'faq_direct_line_conversations',
      help: 'Direct Line conversations in memory.',
      registers,
    }),
    streams: new Gauge({
      name: 'faq_direct_line_streams',
      help: 'Open Direct Line streams.',
      registers,
    }),
  };
}

function flushQuietly(sink: DestinationStream): void {
  try {
    (sink as DestinationStream & { flushSync(): void }).flushSync();
  } catch {
    // Nothing is left to write to; the process is ending.
  }
}
