import { type Activity, BotAdapter, type ResourceResponse, TurnContext } from 'botbuilder';
import type { Telemetry } from '../../telemetry.js';
import {
  type Allow,
  failure,
  type Route,
  type RouteRequest,
  type RouteResponse,
} from '../route.js';
import { isToken } from './credentials.js';
import {
  type Delivery,
  fieldsOf,
  type Product,
  type Received,
  readDelivery,
  tokenOf,
} from './delivery.js';

export interface WebhookParts {
  readonly product: Product;
  readonly path: string;
  /** Tokens the product made, one a command or webhook. */
  readonly tokens: readonly string[];
  readonly bot: { run(context: TurnContext): Promise<void> };
  readonly telemetry: Telemetry;
  /** Per conversation. */
  readonly allow: Allow;
}

/** Slash commands and outgoing webhooks of Mattermost and Rocket.Chat: the answer is in the response. */
export function webhookRoute(parts: WebhookParts): Route {
  const { path } = parts;
  return {
    method: 'post',
    path,
    cors: false,
    reads: 'text',
    handle: (request) => receive(parts, request),
  };
}

async function receive(parts: WebhookParts, request: RouteRequest): Promise<RouteResponse> {
  const { product, tokens, telemetry, bot, allow } = parts;
  const got = received(request);
  const fields = fieldsOf(got);
  if (!isToken(tokenOf(fields, got), tokens)) {
    telemetry.metrics.faults.inc({ code: 'UNAUTHORIZED' });
    telemetry.log.warn({ product }, 'a webhook was refused: its token is not valid');
    return failure(401, 'Unauthorized', 'The request is not authorized.');
  }
  const inChannel = request.query.get('reply') === 'in_channel';
  const delivery = readDelivery(fields, product, inChannel);
  if (delivery === null) {
    return failure(400, 'BadSyntax', 'The request is no slash command and no outgoing webhook.');
  }
  if (delivery === 'ignored' || (await allow(keyOf(delivery.activity))) > 0) {
    return SILENCE;
  }
  const adapter = new WebhookAdapter();
  await adapter.run(delivery.activity, bot);
  const [text] = adapter.texts;
  return text === undefined ? SILENCE : answer(text, delivery, inChannel);
}

/** An empty answer: neither product posts anything then. */
const SILENCE: RouteResponse = { status: 200, body: {} };

/** A command is answered to the asker alone unless it was set up otherwise, a post in its thread. */
function answer(text: string, { command, thread }: Delivery, inChannel: boolean): RouteResponse {
  const toAsker = inChannel ? 'in_channel' : 'ephemeral';
  const place = { response_type: command ? toAsker : 'comment' };
  return { status: 200, body: { ...place, ...(thread !== null && { tmid: thread }), text } };
}

function received({ body, headers }: RouteRequest): Received {
  const { 'content-type': contentType = '', authorization = '' } = headers;
  return { body: typeof body === 'string' ? body : '', contentType, authorization };
}

function keyOf({ channelId, conversation }: Activity): string {
  return `${channelId}/${conversation.id}`;
}

/** Collects what the bot says instead of sending it. */
class WebhookAdapter extends BotAdapter {
  readonly texts: string[] = [];

  async run(activity: Activity, bot: { run(context: TurnContext): Promise<void> }): Promise<void> {
    await this.runMiddleware(new TurnContext(this, activity), (context) => bot.run(context));
  }

  override async sendActivities(
    _context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    for (const { type, text } of activities) {
      if (type === 'message' && text !== undefined) {
        this.texts.push(text);
      }
    }
    return activities.map(() => ({ id: '' }));
  }

  override async updateActivity(): Promise<never> {
    throw new Error('Posts are not updated.');
  }

  override async deleteActivity(): Promise<never> {
    throw new Error('Posts are not deleted.');
  }

  override async continueConversation(): Promise<never> {
    throw new Error('Conversations are not continued by the bot.');
  }
}
