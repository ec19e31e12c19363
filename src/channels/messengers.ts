import type { IncomingMessage, ServerResponse } from 'node:http';
import type { TurnContext } from 'botbuilder';
import type { Labels } from '../dialog/labels.js';
import type { Telemetry } from '../telemetry.js';
import type { SendPolicy } from './retry.js';
import type { Allow, RawRoute, Route } from './route.js';
import type { SlackChannel } from './slack/slack-channel.js';
import { webhookRoute } from './webhook/routes.js';

const SLACK_PATH = '/api/slack/events';
const MATTERMOST_PATH = '/api/mattermost';
const ROCKETCHAT_PATH = '/api/rocket-chat';

/** The settings of the messengers, named as in the environment. */
export interface MessengerSettings {
  readonly SLACK_SIGNING_SECRET: string | null;
  readonly SLACK_BOT_TOKEN: string | null;
  readonly SLACK_API_URL: string;
  readonly MATTERMOST_TOKEN: readonly string[];
  readonly ROCKETCHAT_TOKEN: readonly string[];
}

export interface MessengerParts {
  readonly bot: { run(context: TurnContext): Promise<void> };
  readonly labels: Labels;
  readonly telemetry: Telemetry;
  /** Per conversation. */
  readonly allow: Allow;
  readonly sendPolicy?: SendPolicy | undefined;
  readonly now: () => number;
}

export interface Messengers {
  readonly routes: readonly Route[];
  readonly rawRoutes: readonly RawRoute[];
  /** Waits for the answers that are on their way. */
  close(): Promise<void>;
}

/** The messengers that are set up; the endpoint of one that is not does not exist. */
export function createMessengers(settings: MessengerSettings, parts: MessengerParts): Messengers {
  const { MATTERMOST_TOKEN: mattermost, ROCKETCHAT_TOKEN: rocketChat } = settings;
  const webhooks = [
    { product: 'mattermost', path: MATTERMOST_PATH, tokens: mattermost, ...parts } as const,
    { product: 'rocketchat', path: ROCKETCHAT_PATH, tokens: rocketChat, ...parts } as const,
  ];
  const slack = openSlack(settings, parts);
  return {
    routes: webhooks.filter(({ tokens }) => tokens.length > 0).map(webhookRoute),
    rawRoutes: slack === null ? [] : [slackRoute(slack)],
    close: async () => {
      await (await slack)?.close();
    },
  };
}

/** Bolt takes a second to load, and not every bot is in Slack: it is loaded only when it is. */
function openSlack(
  settings: MessengerSettings,
  parts: MessengerParts,
): Promise<SlackChannel> | null {
  const { SLACK_SIGNING_SECRET: signingSecret, SLACK_BOT_TOKEN: token } = settings;
  if (signingSecret === null || token === null) {
    return null;
  }
  const options = { ...parts, path: SLACK_PATH, signingSecret, token };
  return import('./slack/slack-channel.js').then(
    (slack) => new slack.SlackChannel({ ...options, apiUrl: settings.SLACK_API_URL }),
  );
}

function slackRoute(slack: Promise<SlackChannel>): RawRoute {
  return {
    path: SLACK_PATH,
    listen: async (request: IncomingMessage, body: Buffer, response: ServerResponse) =>
      (await slack).listen(request, body, response),
  };
}
