import {
  type Activity,
  ActivityHandler,
  type ChannelAccount,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import type { Verdict } from '../dialog/reply.js';
import { channelLabel } from './channel-label.js';
import { handoffEvent } from './handoff.js';
import { render } from './render.js';
import type { Said } from './renderers/said.js';
import { runTurn, type TurnParts } from './run-turn.js';
import { SentTurns } from './sent-turns.js';
import { CARD_ACTION, readChoice, readFeedback, readTappedText, TEAMS_FEEDBACK } from './tapped.js';
import { isAddressed } from './teams/addressed.js';
import { LOOK_UP, lookUp } from './teams/look-up.js';
import { isShared, toTurnRequest } from './to-turn-request.js';
import { whileTyping } from './typing.js';

/** What the handler needs, with clock and ids from outside. */
export interface FaqBotParts extends TurnParts {
  now(): number;
  newId(): string;
  /** True where software behind the chat takes the event that asks for a person. */
  readonly handoff?: boolean;
}

const WELCOME: Verdict = {
  decision: 'dialog',
  intent: null,
  confidence: 1,
  candidates: [],
  also: [],
};
const SEEN = { status: 200, body: {} };

/**
 * The bot as the Bot Framework knows it: messages, taps and feedback become turns, new members are
 * welcomed once, and every other activity is acknowledged and left alone.
 */
export class FaqBot extends ActivityHandler {
  private readonly sent = new SentTurns();

  constructor(private readonly parts: FaqBotParts) {
    super();
    this.onMessage(async (context, next) => {
      if (isAddressed(context.activity)) {
        await this.takeTurn(context);
      }
      await next();
    });
    this.onEvent(async (context, next) => {
      if (readFeedback(context.activity) !== null) {
        await this.takeTurn(context);
      }
      await next();
    });
    this.onMembersAdded(async (context, next) => {
      await this.welcome(context, context.activity.membersAdded ?? []);
      await next();
    });
    this.onInstallationUpdateAdd(async (context, next) => {
      // "add-upgrade" comes here, too: a newer version of the app is nobody's arrival.
      if (context.activity.action === 'add') {
        await this.welcome(context, [newcomer(context.activity)]);
      }
      await next();
    });
  }

  /** Teams sends feedback, card buttons and look-ups as invokes; an unknown one is no fault of the person who tapped. */
  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    const { activity } = context;
    const { bot, newId, now } = this.parts;
    switch (activity.name) {
      case LOOK_UP:
        return lookUp(bot, activity.value, { turnId: newId(), now: now() });
      case CARD_ACTION:
        if (readChoice(activity) !== null || readTappedText(activity) !== '') {
          await this.takeTurn(context);
        }
        return { status: 200, body: cardAnswer(readTappedText(activity)) };
      case TEAMS_FEEDBACK:
        activity.replyToId = this.sent.find(conversationKey(activity), activity.replyToId) ?? '';
    }
    if (readFeedback(activity) !== null) {
      // Teams thanks by itself; in a channel a reply would tell everybody that somebody pressed.
      await this.takeTurn(context, !isShared(activity.conversation));
    }
    return SEEN;
  }

  private async takeTurn(context: TurnContext, answers = true): Promise<void> {
    const { activity } = context;
    const { now, newId } = this.parts;
    const started = now();
    if (isFromBot(activity) || !(await this.claim(activity, activity.id))) {
      return;
    }
    const request = toTurnRequest(activity, { turnId: newId(), now: started });
    const turn = runTurn(this.parts, contextKey(activity, request.shared), request);
    const said = await whileTyping(context, turn);
    if (answers) {
      await this.send(context, said);
      await this.handOff(context, said);
    }
    this.record(activity, said, now() - started);
  }

  /** Beside the reply, which stands by itself: when nothing takes the event, nothing is lost. */
  private async handOff(context: TurnContext, { verdict, turnId }: Said): Promise<void> {
    const event = this.parts.handoff ? handoffEvent(context, verdict, turnId) : null;
    if (event !== null) {
      await context.sendActivity(event).catch((error) => {
        this.parts.telemetry.log.warn({ turnId, err: error }, 'the handoff was not delivered');
      });
    }
  }

  /**
   * Teams tells of a new member twice, as an installation and as a member: each is welcomed once. A group is welcomed
   * when the bot comes, and not for each person who joins it later.
   */
  private async welcome(context: TurnContext, members: readonly ChannelAccount[]): Promise<void> {
    const { activity } = context;
    const { bot, newId } = this.parts;
    const shared = isShared(activity.conversation);
    const arrived = members.filter(({ id }) => (id === activity.recipient?.id) === shared);
    const fresh = await Promise.all(arrived.map(({ id }) => this.claim(activity, `welcome ${id}`)));
    // Several people who arrive together are welcomed together.
    if (fresh.includes(true)) {
      const { contentVersion, labels } = bot;
      const reply = bot.welcome();
      const said = { turnId: newId(), reply, verdict: WELCOME, contentVersion, labels };
      await this.send(context, said);
    }
  }

  /** False for a second delivery. Ids are unique within a conversation only: Teams uses times. */
  private async claim(activity: Activity, id: string | undefined): Promise<boolean> {
    const { store, now } = this.parts;
    return id === undefined || store.claim(`${conversationKey(activity)} ${id}`, now());
  }

  /** A reply that cannot be delivered is logged and counted: the channel can do nothing about it. */
  private async send(context: TurnContext, said: Said): Promise<void> {
    const { metrics, log } = this.parts.telemetry;
    try {
      const { activity } = context;
      const shared = isShared(activity.conversation);
      const sent = await context.sendActivity(render(said, activity.channelId, shared));
      // Only these show the buttons: a press that names no reply is not about the thanks for the one before.
      if (said.reply.feedback) {
        this.sent.remember(conversationKey(activity), sent?.id, said.turnId);
      }
      metrics.sends.inc({ outcome: 'sent' });
    } catch (error) {
      metrics.sends.inc({ outcome: 'failed' });
      metrics.faults.inc({ code: 'SEND_FAILED' });
      log.error({ turnId: said.turnId, err: error }, 'the reply could not be delivered');
    }
  }

  private record(activity: Activity, { turnId, verdict }: Said, ms: number): void {
    const { metrics, log, pseudonym } = this.parts.telemetry;
    const { decision, intent, confidence } = verdict;
    const channel = channelLabel(activity.channelId);
    const conversation = pseudonym(conversationKey(activity));
    metrics.turns.inc({ channel, decision });
    metrics.turnSeconds.observe({ channel }, ms / 1000);
    log.info({ turnId, channel, conversation, decision, intent, confidence, ms }, 'turn');
  }
}

/** Whom an installation brought: the bot to a group, or a person to the bot. */
function newcomer({ conversation, from, recipient }: Activity): ChannelAccount {
  return isShared(conversation) ? recipient : from;
}

/** Tells Teams that a card's button was taken; it shows the text for a moment. */
function cardAnswer(value: string) {
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value };
}

/** In a channel or group each person has a context of their own: "the second one" is not the neighbour's. */
function contextKey(activity: Activity, shared: boolean): string {
  const key = conversationKey(activity);
  return shared ? `${key}/${activity.from?.id ?? ''}` : key;
}

/** Two channels may use the same conversation id. */
function conversationKey({ channelId, conversation }: Activity): string {
  return `${channelId}/${conversation.id}`;
}

function isFromBot({ from, recipient }: Activity): boolean {
  return from?.role === 'bot' || (from !== undefined && from.id === recipient?.id);
}
