import { App, HTTPReceiver, type Logger, LogLevel, webApi } from '@slack/bolt';
import type { Activity } from 'botbuilder';
import type { Telemetry } from '../../telemetry.js';
import { CHOICE_ACTION, FEEDBACK_ACTION } from '../renderers/slack.js';
import { fromCommand, fromMessage, fromPress, fromThreadStart } from './to-activity.js';

export interface BoltOptions {
  readonly path: string;
  readonly signingSecret: string;
  readonly token: string;
  readonly apiUrl: string;
  readonly timeoutMs: number;
  readonly telemetry: Telemetry;
  /** Takes what a person did. Slack has its acknowledgement by then. */
  take(activity: Activity): void;
}

/** Slack's own receiver and client: signature, parsing, acknowledgement, self-made messages left out. */
export function createBolt(options: BoltOptions) {
  const { path, signingSecret, token, telemetry } = options;
  const logger = quietLogger(telemetry);
  const receiver = new HTTPReceiver({ signingSecret, endpoints: path, logger });
  const app = new App({
    receiver,
    logger,
    convoStore: false,
    // With a plain token Bolt would ask Slack who it is before the first event.
    authorize: async (_source, body) => {
      const botUserId = botUserOf(body);
      return { botToken: token, ...(botUserId !== '' && { botUserId }) };
    },
  });
  listen(app, options);
  app.error(async (error) => {
    telemetry.metrics.faults.inc({ code: 'TURN' });
    telemetry.log.error({ err: error }, 'a Slack event failed');
  });
  const client = new webApi.WebClient(token, {
    slackApiUrl: options.apiUrl,
    timeout: options.timeoutMs,
    // Retries are ours: Slack's would wait as long as it is told to.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    // Calls wait in line before they come here: this queue would hold them beyond their deadline.
    maxRequestConcurrency: Number.POSITIVE_INFINITY,
    allowAbsoluteUrls: false,
    logger,
  });
  return { receiver, client };
}

function listen(app: App, { take }: BoltOptions): void {
  const pass = (activity: Activity | null) => {
    if (activity !== null) {
      take(activity);
    }
  };
  app.event('app_mention', async ({ event, body }) => {
    // In a direct conversation the message itself comes too.
    if (!event.channel.startsWith('D')) {
      pass(fromMessage(event, body.event_id, botUserOf(body)));
    }
  });
  app.event('message', async ({ event, body }) => {
    if (event.channel_type === 'im') {
      pass(fromMessage(event, body.event_id, botUserOf(body)));
    }
  });
  app.event('assistant_thread_started', async ({ event, body }) => {
    pass(fromThreadStart(event, body.event_id));
  });
  app.command(/./, async ({ command, ack }) => {
    await ack();
    pass(fromCommand(command));
  });
  app.action(new RegExp(`^(?:${CHOICE_ACTION}\\d+|${FEEDBACK_ACTION})$`), async ({ body, ack }) => {
    await ack();
    pass(fromPress(body));
  });
}

/** The bot's own user, as an event names it; empty where it names none. */
function botUserOf(body: unknown): string {
  const { authorizations } = (body ?? {}) as { authorizations?: { user_id?: unknown }[] };
  const user = authorizations?.[0]?.user_id;
  return typeof user === 'string' ? user : '';
}

/** Bolt's log lines may quote what people wrote: only that there was one is kept. */
function quietLogger({ log }: Telemetry): Logger {
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: () => log.debug('a warning of the Slack library'),
    error: () => log.warn('an error of the Slack library'),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  };
}
