import { randomBytes } from 'node:crypto';
import type { TurnContext } from 'botbuilder';
import type { Telemetry } from '../../telemetry.js';
import type { Allow } from '../route.js';
import type { AccessRules } from './access.js';
import { DirectLineAdapter } from './adapter.js';
import { arrival } from './client-activity.js';
import { type Conversation, Conversations } from './conversations.js';
import { type Grant, Tokens } from './tokens.js';

/** Often enough that idle text goes soon after its half hour. */
const SWEEP_MS = 60_000;

export interface DirectLineOptions {
  readonly bot: { run(context: TurnContext): Promise<void> };
  readonly telemetry: Telemetry;
  readonly signingKey: string;
  readonly access: AccessRules;
  /** Per conversation. */
  readonly allow: Allow;
  readonly now: () => number;
}

/** Direct Line 3.0 in this process: its tokens, conversations and turns. */
export class DirectLine {
  readonly tokens: Tokens;
  readonly conversations: Conversations;
  readonly adapter: DirectLineAdapter;
  private readonly sweeper: NodeJS.Timeout;

  constructor(readonly options: DirectLineOptions) {
    this.tokens = new Tokens(options.signingKey, options.now);
    this.conversations = new Conversations(options.now);
    this.adapter = new DirectLineAdapter(this.conversations, options.bot);
    this.sweeper = setInterval(() => this.sweep(), SWEEP_MS).unref();
  }

  /** Begins a conversation; the welcome is in its log when this resolves. */
  async start(grant: Grant, locale: string | null): Promise<Conversation> {
    const conversation = this.conversations.start(grant);
    this.count();
    for (const activity of arrival(grant, locale)) {
      await this.adapter.run(activity);
    }
    return conversation;
  }

  close(): void {
    clearInterval(this.sweeper);
  }

  private sweep(): void {
    this.conversations.sweep();
    this.count();
  }

  private count(): void {
    this.options.telemetry.metrics.conversations.set(this.conversations.size);
  }
}

/** A grant nobody can guess: 128 random bits each. Ids that start with `dl_` are only ever given out in tokens. */
export function newGrant(userId: string | null): Grant {
  const random = () => randomBytes(16).toString('base64url');
  return { conversationId: random(), userId: userId ?? `dl_${random()}` };
}
