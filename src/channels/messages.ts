import type { Activity, InvokeResponse, TurnContext } from 'botbuilder';
import type { Telemetry } from '../telemetry.js';
import { readActivity } from './activity.js';
import type { FaqCloudAdapter } from './cloud-adapter.js';
import {
  type Allow,
  failure,
  type Route,
  type RouteRequest,
  type RouteResponse,
  tooMany,
} from './route.js';
import { isServiceUrlAllowed } from './service-url.js';
import { isTenantAllowed } from './teams/tenant.js';

export interface MessagesParts {
  readonly adapter: FaqCloudAdapter;
  readonly bot: { run(context: TurnContext): Promise<void> };
  readonly telemetry: Telemetry;
  /** False without an app id: then only this machine may send activities, and gets the replies. */
  readonly authenticated: boolean;
  readonly serviceUrlHosts: readonly string[];
  /** Teams tenants that may talk to the bot; all when empty. */
  readonly tenants: readonly string[];
  /** Per conversation, after the token was checked. */
  readonly allow: Allow;
}

/** `POST /api/messages`: where the Bot Framework's channels deliver activities. */
export function messagesRoute(parts: MessagesParts): Route {
  return {
    method: 'post',
    path: '/api/messages',
    cors: false,
    reads: 'json',
    handle: (request) => receive(parts, request),
  };
}

async function receive(parts: MessagesParts, request: RouteRequest): Promise<RouteResponse> {
  const { authenticated, serviceUrlHosts: hosts } = parts;
  const { local } = request;
  if (!authenticated && !local) {
    return failure(404, 'NotFound', 'There is nothing here.');
  }
  const activity = readActivity(request.body);
  if (activity === null) {
    return failure(400, 'BadSyntax', 'The request is not a Bot Framework activity.');
  }
  if (!isServiceUrlAllowed(activity.serviceUrl, { hosts, local, authenticated })) {
    parts.telemetry.metrics.faults.inc({ code: 'UNAUTHORIZED' });
    parts.telemetry.log.warn('an activity was refused: its service URL is not allowed');
    return failure(403, 'Forbidden', 'Replies may not be sent to this service URL.');
  }
  return deliver(parts, request, activity);
}

async function deliver(
  { adapter, bot, telemetry, allow, tenants }: MessagesParts,
  request: RouteRequest,
  activity: Activity,
): Promise<RouteResponse> {
  let wait = 0;
  const known = isTenantAllowed(activity, tenants);
  const receipt = await adapter.receive(
    request.headers.authorization ?? '',
    activity,
    async (context) => {
      wait = known ? await allow(`${activity.channelId}/${activity.conversation.id}`) : 0;
      if (known && wait === 0) {
        await bot.run(context);
      }
    },
  );
  const { metrics, log } = telemetry;
  switch (receipt.kind) {
    case 'refused':
      metrics.faults.inc({ code: 'UNAUTHORIZED' });
      log.warn({ err: receipt.error }, 'an activity was refused: its token is not valid');
      return failure(401, 'Unauthorized', 'The request is not authorized.');
    case 'failed':
      // Answered as taken: the channel would deliver it again, and it would fail again.
      metrics.faults.inc({ code: 'TURN' });
      log.error({ err: receipt.error }, 'an activity failed');
      return { status: 200 };
    case 'done':
      if (!known) {
        log.warn('an activity was refused: its tenant is not in TEAMS_TENANTS');
        return failure(403, 'Forbidden', 'This tenant may not use the bot.');
      }
      return wait > 0 ? tooMany(wait) : invoked(receipt.response);
  }
}

function invoked(response: InvokeResponse | undefined): RouteResponse {
  return { status: response?.status ?? 200, body: response?.body };
}
