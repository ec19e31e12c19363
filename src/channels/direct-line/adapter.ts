import { type Activity, BotAdapter, type ResourceResponse, TurnContext } from 'botbuilder';
import type { Conversations } from './conversations.js';

/** The bot's account in a Direct Line conversation. */
export const BOT_ACCOUNT = { id: 'faq-bot', name: 'Immunotherapy FAQ bot', role: 'bot' } as const;

/** Runs turns of Direct Line conversations in this process: replies go straight into the log, with no connector between. */
export class DirectLineAdapter extends BotAdapter {
  constructor(
    private readonly conversations: Conversations,
    private readonly bot: { run(context: TurnContext): Promise<void> },
  ) {
    super();
  }

  async run(activity: Partial<Activity>): Promise<void> {
    await this.runMiddleware(new TurnContext(this, activity), (context) => this.bot.run(context));
  }

  override async sendActivities(
    _context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    return activities.map((activity) => ({ id: this.deliver(activity) }));
  }

  override async updateActivity(): Promise<never> {
    throw new Error('Direct Line activities are not updated.');
  }

  override async deleteActivity(): Promise<never> {
    throw new Error('Direct Line activities are not deleted.');
  }

  override async continueConversation(): Promise<never> {
    throw new Error('Conversations are not continued by the bot.');
  }

  /** Only what a client should see: `trace` and `invokeResponse` are between bot and channel. */
  private deliver(activity: Partial<Activity>): string {
    const { conversation, recipient: _user, serviceUrl: _here, ...shown } = activity;
    const known = this.conversations.find(conversation?.id ?? '');
    if (known === null || activity.type === 'trace' || activity.type === 'invokeResponse') {
      return '';
    }
    const from = { ...BOT_ACCOUNT };
    const to = { id: known.grant.conversationId } as Activity['conversation'];
    return known.append({ ...shown, conversation: to, from }).id ?? '';
  }
}
