import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse as parseForm } from 'node:querystring';
import { setImmediate as nextRound, setTimeout as sleep } from 'node:timers/promises';
import type { Activity, TurnContext } from 'botbuilder';
import type { Labels } from '../../dialog/labels.js';
import type { Telemetry } from '../../telemetry.js';
import { SEND_POLICY, type SendPolicy } from '../retry.js';
import type { Allow } from '../route.js';
import { SlackAdapter } from './adapter.js';
import { createBolt } from './bolt.js';
import { refuse } from './verify.js';

/** Answers being worked on; beyond it Slack is asked to come again. */
const MAX_PENDING = 500;
/** Waited for answers at a stop. Whatever kills a process that does not end does so after 10 s or more. */
const GRACE_MS = 5000;

export interface SlackOptions {
  readonly path: string;
  readonly signingSecret: string;
  readonly token: string;
  /** Slack's API, or one that stands in for it. */
  readonly apiUrl: string;
  readonly bot: { run(context: TurnContext): Promise<void> };
  readonly labels: Pick<Labels, 'looking'>;
  readonly telemetry: Telemetry;
  /** Per conversation. */
  readonly allow: Allow;
  readonly sendPolicy?: SendPolicy | undefined;
  readonly now: () => number;
}

/** Slack: requests in through Bolt, acknowledged at once; answers out through its API when they are ready. */
export class SlackChannel {
  private readonly bolt: ReturnType<typeof createBolt>;
  private readonly adapter: SlackAdapter;
  private readonly pending = new Set<Promise<void>>();

  constructor(private readonly options: SlackOptions) {
    const { bot, labels, telemetry, sendPolicy = SEND_POLICY } = options;
    const timeoutMs = sendPolicy.deadlineMs;
    const take = (activity: Activity) => this.begin(activity);
    this.bolt = createBolt({ ...options, timeoutMs, take });
    this.adapter = new SlackAdapter(this.bolt.client, bot, sendPolicy, labels, telemetry);
  }

  /** Answers one request. `body` is what was sent, byte for byte. */
  async listen(request: IncomingMessage, body: Buffer, response: ServerResponse): Promise<void> {
    const status = this.check(request, body);
    if (status !== null) {
      response.statusCode = status;
      response.end();
      return;
    }
    if (response.destroyed) {
      return;
    }
    const answered = new Promise<void>((resolve) => response.once('close', resolve));
    this.bolt.receiver.requestListener(Object.assign(request, { rawBody: body }), response);
    await answered;
  }

  /** Waits for the answers that are on their way, but not for ever: Slack may hang. */
  async close(): Promise<void> {
    const timer = new AbortController();
    const grace = sleep(GRACE_MS, undefined, { signal: timer.signal }).catch(() => undefined);
    await Promise.race([Promise.allSettled(this.pending), grace]);
    timer.abort();
    if (this.pending.size > 0) {
      const { log } = this.options.telemetry;
      log.warn({ answers: this.pending.size }, 'answers to Slack were given up at the stop');
    }
  }

  /** The status of a refusal; null for a request Bolt may read. */
  private check({ headers }: IncomingMessage, body: Buffer): number | null {
    const { signingSecret, telemetry, now } = this.options;
    const timestamp = single(headers['x-slack-request-timestamp']);
    const signature = single(headers['x-slack-signature']);
    const reason = refuse({ timestamp, signature, body: body.toString() }, signingSecret, now());
    if (reason !== null) {
      telemetry.metrics.faults.inc({ code: 'UNAUTHORIZED' });
      telemetry.log.warn({ reason }, 'a Slack request was refused: its signature is not valid');
      return 401;
    }
    if (!isObject(body.toString(), headers['content-type'])) {
      return 400;
    }
    return this.pending.size >= MAX_PENDING ? 503 : null;
  }

  private begin(activity: Activity): void {
    const work = this.answer(activity).finally(() => this.pending.delete(work));
    this.pending.add(work);
  }

  private async answer(activity: Activity): Promise<void> {
    const { allow, telemetry } = this.options;
    try {
      // Acknowledgements first: other events may have come in together with this one.
      await nextRound();
      if ((await allow(`slack/${activity.conversation.id}`)) === 0) {
        await this.adapter.run(activity);
      }
    } catch (error) {
      telemetry.metrics.faults.inc({ code: 'TURN' });
      telemetry.log.error({ err: error }, 'a Slack event failed');
    }
  }
}

function single(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : undefined;
}

/** Bolt reads fields of the body outside any error handler: a body of `null` would end the process. */
function isObject(body: string, contentType = ''): boolean {
  try {
    const isForm = contentType === 'application/x-www-form-urlencoded';
    const { payload } = isForm ? parseForm(body) : {};
    const json: unknown = isForm ? JSON.parse(String(payload ?? '{}')) : JSON.parse(body);
    return typeof json === 'object' && json !== null && !Array.isArray(json);
  } catch {
    return false;
  }
}
