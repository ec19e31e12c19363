import { randomBytes } from 'node:crypto';
import { type LoadedBot, loadBot } from './bot.js';
import { ChannelAuthentication } from './channels/channel-authentication.js';
import { FaqCloudAdapter } from './channels/cloud-adapter.js';
import { isAllowedOrigin } from './channels/direct-line/access.js';
import { DirectLine } from './channels/direct-line/direct-line.js';
import { directLineRoutes } from './channels/direct-line/routes.js';
import { Streams } from './channels/direct-line/stream.js';
import { FaqBot } from './channels/faq-bot.js';
import { messagesRoute } from './channels/messages.js';
import { createMessengers } from './channels/messengers.js';
import type { SendPolicy } from './channels/retry.js';
import { SteadyStore } from './channels/steady-store.js';
import type { Config } from './config.js';
import { chatOrigins, exposureNotices } from './exposure.js';
import { createLimits } from './server/limits.js';
import type { Readiness } from './server/ops.js';
import { HttpServer } from './server/server.js';
import { keptSigningKey } from './storage/signing-key.js';
import { openDatabase, storeFile } from './storage/sqlite.js';
import { SqliteStore } from './storage/sqlite-store.js';
import type { Store } from './storage/store.js';
import type { Telemetry } from './telemetry.js';
import { triageNotices, triageReport } from './triage-report.js';

const PRUNE_MS = 10 * 60_000;
/** An orchestrator kills after 10 s or more; what is in work is done long before. */
const DRAIN_MS = 9000;

export interface AppOptions {
  readonly config: Config;
  readonly telemetry: Telemetry;
  readonly bot: LoadedBot['bot'];
  /** Answers without a review that holds. */
  readonly unreviewed?: number;
  /** See {@link LoadedBot.triageFault}. */
  readonly triageFault?: unknown;
  /** In place of the SDK's public cloud, for another cloud. */
  readonly authentication?: ChannelAuthentication;
  readonly sendPolicy?: SendPolicy;
  readonly store?: Store;
  readonly now?: () => number;
}

export interface App {
  /** Starts listening. Resolves with the address to open, and the port it really listens on. */
  listen(): Promise<{ readonly address: string; readonly port: number }>;
  /** Finishes what is in work and lets go of everything. */
  stop(): Promise<void>;
  /** What the operator should hear at start, in sentences. */
  readonly notices: readonly string[];
}

/** The app with the content of this checkout. */
export function openApp(config: Config, telemetry: Telemetry): App {
  const { bot, triageFault, unreviewed } = loadBot(config, triageReport(telemetry));
  const today = new Date().toISOString().slice(0, 10);
  return createApp({ config, telemetry, bot, triageFault, unreviewed: unreviewed(today) });
}

/**
 * Puts the server together.
 *
 * @throws FaqError CONFIG_INVALID, STORE_UNAVAILABLE, STORE_NEWER.
 */
export function createApp(options: AppOptions): App {
  const { config, telemetry, triageFault = null, now = Date.now } = options;
  const notices = [
    ...triageNotices(triageFault),
    ...exposureNotices(config, options.unreviewed ?? 0),
  ];
  const store = options.store ?? openStore(config);
  const channels = createChannels(options, store, now);
  const state = { stopping: false };
  const server = createServer(options, channels, () =>
    readiness(store, { triage: triageFault === null, server: !state.stopping }),
  );
  const pruner = setInterval(() => void prune(store, telemetry, now()), PRUNE_MS).unref();
  return {
    notices,
    listen: async () => {
      const { port } = await server.listen(config.HOST, config.PORT);
      return { address: config.PUBLIC_URL ?? `http://${config.HOST}:${port}/`, port };
    },
    stop: async () => {
      state.stopping = true;
      clearInterval(pruner);
      channels.streams.close();
      await server.close(DRAIN_MS);
      await channels.messengers.close();
      channels.line.close();
      await store.close();
    },
  };
}

type Channels = ReturnType<typeof createChannels>;

/** Every way to reach the bot, behind one `FaqBot`. */
function createChannels(options: AppOptions, store: Store, now: () => number) {
  const { config, telemetry } = options;
  const limits = createLimits({
    requestsPerMinute: config.LIMIT_REQUESTS_PER_MINUTE,
    tokensPerMinute: config.LIMIT_TOKENS_PER_MINUTE,
    turnsPerMinute: config.LIMIT_TURNS_PER_MINUTE,
  });
  const allow = limits.turn;
  const steady = new SteadyStore(store, telemetry, now);
  const newId = () => randomBytes(6).toString('hex');
  const handoff = config.HANDOFF_EVENT;
  const bot = new FaqBot({ bot: options.bot, store: steady, telemetry, now, newId, handoff });
  const access = { secret: config.DIRECT_LINE_SECRET, origins: chatOrigins(config) };
  const signingKey = config.DIRECT_LINE_SIGNING_KEY ?? keptSigningKey(config.DATA_DIR);
  const line = new DirectLine({ bot, telemetry, signingKey, access, allow, now });
  const authentication = options.authentication ?? new ChannelAuthentication(azureSettings(config));
  const messages = messagesRoute({
    adapter: new FaqCloudAdapter(authentication, options.sendPolicy),
    bot,
    telemetry,
    allow,
    authenticated: config.MicrosoftAppId !== null,
    serviceUrlHosts: config.SERVICE_URL_HOSTS,
    tenants: config.TEAMS_TENANTS,
  });
  const { sendPolicy } = options;
  const { labels } = options.bot;
  const messengers = createMessengers(config, { bot, labels, telemetry, allow, sendPolicy, now });
  const routes = [messages, ...directLineRoutes(line), ...messengers.routes];
  return { limits, access, line, streams: new Streams(line), routes, messengers };
}

function createServer(
  { config, telemetry }: AppOptions,
  { routes, messengers, streams, limits, access }: Channels,
  readiness: () => Promise<Readiness>,
): HttpServer {
  const { loopback, PUBLIC_URL: publicUrl, TRUST_PROXY: trustProxy } = config;
  return new HttpServer({
    routes,
    rawRoutes: messengers.rawRoutes,
    streams,
    telemetry,
    limits,
    proxy: { loopback, publicUrl, trustProxy },
    maxConnections: config.LIMIT_CONNECTIONS,
    frameAncestors: config.FRAME_ANCESTORS,
    isAllowedOrigin: (origin, local) => isAllowedOrigin(origin, local, access),
    readiness,
  });
}

function openStore(config: Config): Store {
  const { RETENTION_DAYS: retentionDays, KEEP_UNANSWERED: keepText } = config;
  const db = openDatabase(storeFile(config.DATA_DIR));
  return new SqliteStore(db, { retentionDays, keepText });
}

/** Not ready without triage: a release that answers nothing must not take the place of one that does. */
async function readiness(
  store: Store,
  { triage, server }: { readonly triage: boolean; readonly server: boolean },
): Promise<Readiness> {
  const reached = await store.ping().then(
    () => true,
    () => false,
  );
  const mark = (good: boolean) => (good ? 'ok' : 'unavailable');
  return {
    ready: reached && triage && server,
    checks: { content: 'ok', triage: mark(triage), store: mark(reached), server: mark(server) },
  };
}

async function prune(store: Store, { log, metrics }: Telemetry, now: number): Promise<void> {
  try {
    await store.prune(now);
  } catch (error) {
    metrics.faults.inc({ code: 'STORE_UNAVAILABLE' });
    log.error({ err: error }, 'the store could not be pruned');
  }
}

/** Settings under the names the SDK reads; it takes no null for one that is not set. */
function azureSettings(config: Config) {
  const { MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppType, MicrosoftAppTenantId } = config;
  return {
    MicrosoftAppType,
    ...(MicrosoftAppId !== null && { MicrosoftAppId }),
    ...(MicrosoftAppPassword !== null && { MicrosoftAppPassword }),
    ...(MicrosoftAppTenantId !== null && { MicrosoftAppTenantId }),
  };
}
