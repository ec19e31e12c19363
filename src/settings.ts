import { z } from 'zod';
import {
  contact,
  hosts,
  ids,
  oneOf,
  optionally,
  origin,
  origins,
  phrase,
  secret,
  secrets,
  text,
  webAddress,
  whole,
  yesNo,
} from './setting-kinds.js';

const REGIONS = ['US', 'UK', 'EU', 'CA', 'AU'] as const;
export const MULTI_TENANT = 'MultiTenant';
export const MANAGED = 'UserAssignedMSI';
const APP_TYPES = [MULTI_TENANT, 'SingleTenant', MANAGED] as const;
const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;

/** Every setting, in the order `.env.example` shows them. Descriptions are printed there as they stand. */
export const VARIABLES = z.object({
  HOST: z
    .string()
    .default('127.0.0.1')
    .describe(
      'Address to listen on. On 127.0.0.1 only this machine reaches the bot and no app id is needed; use 0.0.0.0 to be reached from outside.',
    ),
  PORT: whole(0, 65535, 3978).describe('Port to listen on; 0 picks a free one.'),
  PUBLIC_URL: origin.describe(
    'Address people reach the bot at, used in links and for the stream; needed behind a proxy.',
  ),
  TRUST_PROXY: whole(0, 10, 0).describe(
    'How many proxies stand in front of the bot. The client address is read from X-Forwarded-For only that many steps from its right end.',
  ),
  DATA_DIR: z
    .string()
    .default('data')
    .describe('Folder of the SQLite file and the generated signing key; made when it is missing.'),
  CONTENT_DIR: text.describe(
    "Folder with intents/ and content/ to serve instead of the project's own.",
  ),
  MicrosoftAppId: text.describe(
    'App id of the bot in Azure. Without one, /api/messages answers 404 except on this machine.',
  ),
  MicrosoftAppPassword: text.describe(
    'Client secret of the app id; leave out for a managed identity.',
  ),
  MicrosoftAppType: z
    .string()
    .default(MULTI_TENANT)
    .pipe(oneOf(APP_TYPES))
    .describe('MultiTenant, SingleTenant or UserAssignedMSI (managed identity).'),
  MicrosoftAppTenantId: text.describe(
    'Tenant of the app id, for SingleTenant and UserAssignedMSI.',
  ),
  SERVICE_URL_HOSTS: hosts.describe(
    'Further hosts replies may be sent to, beside the Bot Framework services; a leading dot allows all below it.',
  ),
  TEAMS_TENANTS: ids.describe(
    'Teams tenants whose people may use the bot, by tenant id; without any, all may.',
  ),
  SLACK_SIGNING_SECRET: secret(8).describe(
    'Signing secret of the Slack app: with it and SLACK_BOT_TOKEN the bot answers in Slack.',
  ),
  SLACK_BOT_TOKEN: secret(1).describe('Bot token of the Slack app; begins with xoxb-.'),
  SLACK_API_URL: webAddress
    .transform((value) => value ?? 'https://slack.com/api/')
    .describe("Address of Slack's API, or of one that stands in for it."),
  MATTERMOST_TOKEN: secrets.describe(
    'Tokens of Mattermost slash commands and outgoing webhooks that may ask the bot.',
  ),
  ROCKETCHAT_TOKEN: secrets.describe(
    'Tokens of Rocket.Chat outgoing webhooks that may ask the bot.',
  ),
  DIRECT_LINE_SECRET: secret(20).describe(
    "Secret with which a web site's own server asks for chat tokens; never put it in a page.",
  ),
  DIRECT_LINE_SIGNING_KEY: secret(32).describe(
    'Key that signs chat tokens, 32 characters or more. Without one a key is made and kept in DATA_DIR; set it when several nodes serve one site.',
  ),
  ALLOWED_ORIGINS: origins.describe(
    'Web sites whose pages may ask for a chat token and talk to the bot.',
  ),
  FRAME_ANCESTORS: origins.describe(
    "Web sites that may show the chat page in a frame, beside the bot's own.",
  ),
  REGION: optionally(oneOf(REGIONS)).describe(
    'US, UK, EU, CA or AU: picks the emergency and crisis numbers that danger messages name. Without it they say "your local emergency number".',
  ),
  EMERGENCY_NUMBER: contact(4, 5).describe(
    "Overrides the region's emergency number. A number, or 4 words at most.",
  ),
  CRISIS_LINE: contact(8, 10).describe(
    "Overrides the region's crisis line. A number, or 8 words at most with it.",
  ),
  CARE_LINE: contact(8, 10).describe(
    "Number of the care team's 24-hour line, or 8 words at most with it.",
  ),
  HANDOFF_CONTACT: phrase.describe('How to reach a person, told to those who ask for one.'),
  HANDOFF_EVENT: yesNo.describe(
    'yes: also tell software behind the chat, by the Bot Framework event handoff.initiate, that a person is asked for.',
  ),
  PRIVACY_URL: webAddress.describe('Page with the privacy notice, linked from the welcome.'),
  ACCEPT_UNREVIEWED: yesNo.describe(
    'yes: serve answers no clinician has reviewed to others than this machine.',
  ),
  RETENTION_DAYS: whole(1, 365, 30).describe(
    "Days after which an idle conversation's state, and any kept question, is deleted.",
  ),
  KEEP_UNANSWERED: yesNo.describe(
    'yes: keep questions that found no answer, with names and numbers taken out, for editors to read.',
  ),
  LOG_LEVEL: z
    .string()
    .default('info')
    .pipe(oneOf(LOG_LEVELS))
    .describe('silent, error, warn, info or debug. No level logs what people write.'),
  LIMIT_REQUESTS_PER_MINUTE: whole(60, 1_000_000, 30_000).describe(
    'Requests one address may send in a minute.',
  ),
  LIMIT_TOKENS_PER_MINUTE: whole(60, 1_000_000, 120).describe(
    'Chat tokens one address may ask for in a minute.',
  ),
  LIMIT_TURNS_PER_MINUTE: whole(10, 1_000_000, 600).describe(
    'Activities one conversation may send in a minute.',
  ),
  LIMIT_CONNECTIONS: whole(10, 100_000, 2000).describe('Connections held open at once.'),
});

/** Settings whose values are never printed. */
export const SECRETS = new Set([
  'MicrosoftAppPassword',
  'SLACK_SIGNING_SECRET',
  'SLACK_BOT_TOKEN',
  'MATTERMOST_TOKEN',
  'ROCKETCHAT_TOKEN',
  'DIRECT_LINE_SECRET',
  'DIRECT_LINE_SIGNING_KEY',
]);
