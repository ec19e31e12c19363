import {
  type Activity,
  CloudAdapter,
  type InvokeResponse,
  type ResourceResponse,
  type TurnContext,
} from 'botbuilder';
import { SEND_POLICY, type SendPolicy, sendWithRetries } from './retry.js';
import { sendWholeEntities } from './teams/whole-entities.js';

type Connector = {
  conversations: {
    replyToActivity(
      conversation: string,
      id: string,
      activity: unknown,
      options: object,
    ): Promise<ResourceResponse>;
    sendToConversation(
      conversation: string,
      activity: unknown,
      options: object,
    ): Promise<ResourceResponse>;
  };
};

/** How a delivery ended: `refused` before the bot saw it, `failed` while it worked on it. */
export type Receipt =
  | { readonly kind: 'refused' | 'failed'; readonly error: unknown }
  | { readonly kind: 'done'; readonly response: InvokeResponse | undefined };

/**
 * The SDK's adapter with deadlines on what it sends, and without its HTTP layer: `process` writes the text of its
 * errors into the response and the console, and rejects on bodies it does not expect.
 */
export class FaqCloudAdapter extends CloudAdapter {
  constructor(
    authentication: ConstructorParameters<typeof CloudAdapter>[0],
    private readonly policy: SendPolicy = SEND_POLICY,
  ) {
    super(authentication);
    sendWholeEntities();
  }

  /** Checks the token of a valid activity and runs the bot. Never rejects. */
  async receive(
    authorization: string,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<Receipt> {
    let accepted = false;
    try {
      const response = await this.processActivity(authorization, activity, async (context) => {
        accepted = true;
        await logic(context);
      });
      return { kind: 'done', response };
    } catch (error) {
      return { kind: accepted ? 'failed' : 'refused', error };
    }
  }

  override async sendActivities(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const sent: ResourceResponse[] = [];
    for (const activity of activities) {
      const isLocal = activity.type === 'invokeResponse' || activity.type === 'trace';
      const taken = isLocal
        ? await super.sendActivities(context, [activity])
        : [await this.deliver(context, activity)];
      sent.push(...taken);
    }
    return sent;
  }

  private async deliver(
    context: TurnContext,
    activity: Partial<Activity>,
  ): Promise<ResourceResponse> {
    const { conversations } = context.turnState.get(this.ConnectorClientKey) as Connector;
    const { replyToId } = activity;
    const conversation = activity.conversation?.id ?? '';
    return sendWithRetries((abortSignal) => {
      const options = { abortSignal };
      return replyToId === undefined
        ? conversations.sendToConversation(conversation, activity, options)
        : conversations.replyToActivity(conversation, replyToId, activity, options);
    }, this.policy);
  }
}
