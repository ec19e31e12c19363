import type { webApi } from '@slack/bolt';
import { type Activity, BotAdapter, type ResourceResponse, TurnContext } from 'botbuilder';
import type { Labels } from '../../dialog/labels.js';
import type { Telemetry } from '../../telemetry.js';
import type { SlackBlock, SlackPayload } from '../renderers/slack.js';
import { type SendPolicy, sendWithRetries } from '../retry.js';
import { Slots } from './slots.js';
import type { SlackTarget } from './to-activity.js';

/** Prompts Slack shows. */
const MAX_PROMPTS = 4;
/** Calls to Slack at once. Were it more, hundreds of hanging ones would be most of what the process holds. (bench/slack-ack) */
const MAX_CALLS = 25;
/** Slack's short names for its refusals: `not_in_channel`, `missing_scope`. */
const ERROR_NAME = /^[a-z][a-z_]{0,60}$/;

type Arguments = Record<string, unknown>;
/** One method of Slack's API; every method takes an object and answers one. */
type Call = (method: string, body: Arguments) => Promise<object>;

/** Runs turns of Slack conversations and posts what the bot says, each post under its own deadline. */
export class SlackAdapter extends BotAdapter {
  private readonly call: Call;
  private readonly slots = new Slots(MAX_CALLS);

  constructor(
    client: webApi.WebClient,
    private readonly bot: { run(context: TurnContext): Promise<void> },
    private readonly policy: SendPolicy,
    private readonly labels: Pick<Labels, 'looking'>,
    private readonly telemetry: Telemetry,
  ) {
    super();
    this.call = (method, body) => client.apiCall(method, body);
  }

  async run(activity: Partial<Activity>): Promise<void> {
    await this.runMiddleware(new TurnContext(this, activity), (context) => this.bot.run(context));
  }

  override async sendActivities(
    { activity }: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const { target } = activity.channelData as { target: SlackTarget };
    const sent: ResourceResponse[] = [];
    for (const { type, channelData } of activities) {
      const id = type === 'message' ? await this.post(target, channelData.slack) : '';
      if (type === 'typing') {
        await this.showStatus(target);
      }
      if (activity.type === 'conversationUpdate' && type === 'message' && target.assistant) {
        await this.suggest(target, channelData.slack);
      }
      sent.push({ id });
    }
    return sent;
  }

  override async updateActivity(): Promise<never> {
    throw new Error('Slack posts are not updated.');
  }

  override async deleteActivity(): Promise<never> {
    throw new Error('Slack posts are not deleted.');
  }

  override async continueConversation(): Promise<never> {
    throw new Error('Conversations are not continued by the bot.');
  }

  private async post(target: SlackTarget, payload: SlackPayload): Promise<string> {
    const { channel, thread, responseUrl } = target;
    if (responseUrl !== null) {
      await this.within((signal) => respond(responseUrl, payload, signal));
      return '';
    }
    const where = { channel, ...(thread !== null && { thread_ts: thread }) };
    const plain = { unfurl_links: false, unfurl_media: false };
    const posted = await this.send('chat.postMessage', { ...where, ...payload, ...plain });
    return 'ts' in posted ? String(posted.ts) : '';
  }

  private async showStatus({ channel, thread, assistant }: SlackTarget): Promise<void> {
    if (assistant) {
      const body = { channel_id: channel, thread_ts: thread, status: this.labels.looking };
      await this.send('assistant.threads.setStatus', body);
    }
  }

  /** The welcome stands without its prompts. */
  private async suggest({ channel, thread }: SlackTarget, { blocks }: SlackPayload): Promise<void> {
    const prompts = blocks.flatMap(promptsOf).slice(0, MAX_PROMPTS);
    const body = { channel_id: channel, thread_ts: thread, prompts };
    try {
      await this.send('assistant.threads.setSuggestedPrompts', body);
    } catch (error) {
      this.telemetry.log.warn({ err: error }, 'Slack did not take the suggested prompts');
    }
  }

  private send(method: string, body: Arguments): Promise<object> {
    return this.within(() => this.call(method, body).catch(named));
  }

  private within<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const attempt = (signal: AbortSignal) => this.slots.run(() => work(signal), signal);
    return sendWithRetries(attempt, this.policy);
  }
}

function promptsOf(block: SlackBlock): { title: string; message: string }[] {
  return block.type === 'actions'
    ? block.elements.map(({ text }) => ({ title: text.text, message: text.text }))
    : [];
}

/** Answers under a response URL, seen by the asker alone. */
async function respond(url: string, payload: SlackPayload, signal: AbortSignal): Promise<void> {
  const body = JSON.stringify({ ...payload, response_type: 'ephemeral', replace_original: false });
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  const answer = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'error' });
  await answer.arrayBuffer();
  if (!answer.ok) {
    throw Object.assign(new Error('the response URL refused'), { statusCode: answer.status });
  }
}

/** A fault of Slack's client in the words of ours: our retries read a status and a header, our log a code. */
function named(error: unknown): never {
  const { retryAfter, data } = (error ?? {}) as SlackFault;
  if (retryAfter !== undefined) {
    const headers = { get: () => String(retryAfter) };
    throw Object.assign(new Error('rate limited'), { statusCode: 429, response: { headers } });
  }
  if (ERROR_NAME.test(data?.error ?? '')) {
    throw Object.assign(new Error('Slack refused'), { code: `slack: ${data?.error}` });
  }
  throw error;
}

interface SlackFault {
  /** Seconds. */
  readonly retryAfter?: number;
  readonly data?: { readonly error?: string };
}
