import type { AppOptions } from '../../../src/app.js';
import { loadBot } from '../../../src/bot.js';
import type { TurnEvent } from '../../../src/dialog/state.js';
import { openDatabase } from '../../../src/storage/sqlite.js';
import { SqliteStore } from '../../../src/storage/sqlite-store.js';
import type { Store } from '../../../src/storage/store.js';
import { type MockConnector, startConnector } from '../../fixtures/connector.js';
import { DEFAULT_SETTINGS } from '../../fixtures/default-settings.js';
import { postJson, type RunningApp, runApp } from '../../fixtures/running-app.js';

export const BOT = { id: '28:bot', name: 'FAQ bot' };
export const ANN = { id: '29:ann', name: 'Ann' };
export const BEN = { id: '29:ben', name: 'Ben' };
const TENANT = 'tenant-1';

/** Where people write, as Teams describes it. */
export const PERSONAL = { id: 'a:personal', conversationType: 'personal', tenantId: TENANT };
export const GROUP = {
  id: '19:group@thread.v2',
  conversationType: 'groupChat',
  isGroup: true,
  tenantId: TENANT,
};
export const THREAD = {
  id: '19:channel@thread.tacv2;messageid=1700000000000',
  conversationType: 'channel',
  isGroup: true,
  tenantId: TENANT,
};

export type Fields = Readonly<Record<string, unknown>>;

export interface CardAction {
  readonly type: string;
  readonly title: string;
  readonly verb: string;
  readonly data: Fields;
  readonly fallback: { readonly type: string; readonly data: { readonly msteams: Fields } };
}

/** What tests look at in an activity the bot sent to Teams. */
export interface TeamsReply {
  readonly type: string;
  readonly text: string;
  readonly suggestedActions?: { readonly actions: readonly { readonly value: string }[] };
  readonly attachments?: readonly {
    readonly contentType: string;
    readonly content: { readonly body: readonly { readonly actions: readonly CardAction[] }[] };
  }[];
  readonly entities?: readonly Fields[];
  readonly channelData: {
    readonly feedbackLoop?: { readonly type: string };
    readonly faqBot: {
      readonly turnId: string;
      readonly decision: string;
      readonly intent: string | null;
      readonly parts: { readonly footer: string; readonly source: readonly string[] };
    };
  };
}

export interface Sent {
  readonly path: string;
  readonly activity: TeamsReply;
}

/** The bot behind a connector of Teams on this machine. */
export interface TeamsChat {
  readonly app: RunningApp;
  readonly connector: MockConnector;
  /** Delivers an activity; resolves with the HTTP answer and what the bot sent meanwhile. */
  deliver(fields: Fields): Promise<{ status: number; body: Fields; sent: Sent[] }>;
  /** Everything counted so far, in order. */
  readonly events: readonly TurnEvent[];
  /** The one reply to what somebody writes. */
  ask(text: string, fields?: Fields): Promise<TeamsReply>;
  close(): Promise<void>;
}

let count = 0;

/** A running bot with the real content, or what `overrides` say. */
export async function openTeams(overrides: Partial<AppOptions> = {}): Promise<TeamsChat> {
  const connector = await startConnector();
  const bot = overrides.bot ?? loadBot(DEFAULT_SETTINGS).bot;
  const store = new SqliteStore(openDatabase(':memory:'), { retentionDays: 1, keepText: false });
  const events: TurnEvent[] = [];
  const commit: Store['commit'] = (given) => {
    events.push(...given.events);
    return store.commit(given);
  };
  const watched: Store = Object.assign(Object.create(store), { commit });
  const app = await runApp({}, { store: watched, ...overrides, bot });
  const deliver = async (fields: Fields) => {
    count += 1;
    const before = connector.deliveries.length;
    const { status, body } = await postJson(`${app.url}/api/messages`, {
      type: 'message',
      id: `1:${count}`,
      channelId: 'msteams',
      serviceUrl: `${connector.url}/teams/`,
      from: ANN,
      recipient: BOT,
      conversation: PERSONAL,
      ...fields,
    });
    // The fixture names only what tests of every channel share.
    const sent = connector.deliveries.slice(before) as unknown as Sent[];
    return { status, body: body as unknown as Fields, sent };
  };
  return {
    app,
    connector,
    events,
    deliver,
    ask: async (text, fields = {}) => {
      const { sent } = await deliver({ text, ...fields });
      if (sent.length !== 1 || sent[0] === undefined) {
        throw new Error(`${sent.length} replies to ${JSON.stringify(text)}`);
      }
      return sent[0].activity;
    },
    close: async () => {
      await app.stop();
      await connector.close();
    },
  };
}

/** What Teams sends with a text that names the bot. */
export function mentioning(text: string, name = BOT.name): Fields {
  const at = `<at>${name}</at>`;
  return {
    text: `${at} ${text}`,
    entities: [
      { type: 'mention', mentioned: BOT, text: at },
      { type: 'clientInfo', locale: 'en-US', country: 'US', platform: 'Web' },
    ],
  };
}
