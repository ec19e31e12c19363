import type { Verdict } from '../dialog/reply.js';
import type { Bot, Turn, TurnRequest } from '../dialog/request.js';
import type { Telemetry } from '../telemetry.js';
import { type Said, toSaid } from './renderers/said.js';
import type { TurnStore } from './steady-store.js';

export interface TurnParts {
  readonly bot: Bot;
  readonly store: TurnStore;
  readonly telemetry: Telemetry;
}

/** Tries to commit before the last reply is given as it stands: the first and one more on a conflict. */
const TRIES = 2;

const FAULT: Verdict = {
  decision: 'fallback',
  intent: null,
  confidence: 0,
  candidates: [],
  also: [],
};

/**
 * Reads the state, takes the turn, commits what it came to. Never throws: any fault becomes
 * the safe reply, and the log names the fault without what was said.
 */
export async function runTurn(
  parts: TurnParts,
  conversation: string,
  request: TurnRequest,
): Promise<Said> {
  const { bot, telemetry } = parts;
  const { turnId } = request;
  try {
    const turn = await takeAndCommit(parts, conversation, request);
    return toSaid(turn, turnId, bot);
  } catch (error) {
    telemetry.metrics.faults.inc({ code: 'TURN' });
    telemetry.log.error({ turnId, err: error }, 'the turn failed; the safe reply was given');
    const { contentVersion, labels } = bot;
    return { turnId, reply: bot.fault(turnId), verdict: FAULT, contentVersion, labels };
  }
}

async function takeAndCommit(
  { bot, store, telemetry }: TurnParts,
  conversationId: string,
  request: TurnRequest,
): Promise<Turn> {
  for (let tries = 1; ; tries += 1) {
    const { state, etag } = await store.readState(conversationId);
    const turn = bot.takeTurn(request, state);
    const { now } = request;
    const commit = { conversationId, state: turn.state, etag, events: turn.events, now };
    if (await store.commit(commit)) {
      return turn;
    }
    if (tries === TRIES) {
      telemetry.metrics.faults.inc({ code: 'STORE_CONFLICT' });
      telemetry.log.warn(
        { turnId: request.turnId },
        'the conversation kept changing; its state was not kept',
      );
      return turn;
    }
  }
}
