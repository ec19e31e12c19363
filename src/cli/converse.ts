import type { Bot, Reply, Verdict } from '../bot.js';

/** One turn as `ask --json` prints it. */
export interface AskResult {
  readonly text: string;
  readonly decision: Verdict['decision'];
  readonly intent: string | null;
  readonly confidence: number;
  readonly candidates: Verdict['candidates'];
  readonly also?: readonly string[];
  readonly reply: {
    readonly text: string;
    readonly footer: string;
    readonly suggestions: readonly string[];
  };
}

/** A fresh conversation in memory: each text is one turn. */
export function converse(
  bot: Bot,
  texts: readonly string[],
  clock: () => number,
  newId: () => string,
): AskResult[] {
  let state = bot.newConversation();
  return texts.map((text) => {
    const request = {
      turnId: newId(),
      utterance: text,
      channel: 'cli',
      shared: false,
      locale: null,
      now: clock(),
      choice: null,
      feedback: null,
    };
    const turn = bot.takeTurn(request, state);
    state = turn.state;
    return toResult(text, turn.verdict, turn.reply);
  });
}

function toResult(text: string, verdict: Verdict, reply: Reply): AskResult {
  const { decision, intent, confidence, candidates, also } = verdict;
  return {
    text,
    decision,
    intent,
    confidence,
    candidates: candidates.map((c) => ({ intent: c.intent, confidence: c.confidence })),
    ...(also.length > 0 ? { also } : {}),
    reply: {
      text: reply.body,
      footer: reply.footer,
      suggestions: reply.suggestions.map(({ title }) => title),
    },
  };
}
