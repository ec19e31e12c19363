import type { InvokeResponse } from 'botbuilder';
import type { Bot, Turn } from '../../dialog/request.js';
import { answerCard } from '../renderers/adaptive-card.js';
import { write } from '../renderers/dialects.js';
import { stack, toSaid } from '../renderers/said.js';
import { MAX_UTTERANCE, type TurnStamp } from '../to-turn-request.js';

/** The invoke of the message extension: somebody looks up an answer to post it. */
export const LOOK_UP = 'composeExtension/query';
/** Names of the manifest's command and of its one parameter. */
export const LOOK_UP_COMMAND = 'lookUp';
export const LOOK_UP_PARAMETER = 'question';

const MAX_RESULTS = 5;
/** A list shows about two lines of each. */
const MAX_TITLE = 60;
const MAX_PREVIEW = 100;

/** Answers to a look-up: cards to choose from, or a line of text where there is nothing to post. */
export function lookUp(bot: Bot, value: unknown, stamp: TurnStamp): InvokeResponse {
  const utterance = readQuestion(value);
  const turns =
    utterance === '' ? topics(bot, bot.welcome(), stamp) : search(bot, utterance, stamp);
  const found = turns.filter(({ verdict }) => /^(answer|boundary)$/.test(verdict.decision));
  const composeExtension =
    found.length > 0
      ? { type: 'result', attachmentLayout: 'list', attachments: found.map((t) => result(bot, t)) }
      : { type: 'message', text: textOf(turns[0]?.reply ?? bot.welcome()) };
  return { status: 200, body: { composeExtension } };
}

/** What was typed into the search field; empty when it was only opened. */
export function readQuestion(value: unknown): string {
  const { parameters } = (value ?? {}) as { parameters?: unknown };
  const list = Array.isArray(parameters) ? parameters : [];
  const question = list.find((parameter) => parameter?.name === LOOK_UP_PARAMETER)?.value;
  return typeof question === 'string' ? question.trim().slice(0, MAX_UTTERANCE) : '';
}

/** The answer itself, or the topics offered instead; a danger sign stays alone. */
function search(bot: Bot, utterance: string, stamp: TurnStamp): Turn[] {
  const turn = take(bot, stamp, utterance, null);
  return turn.verdict.decision === 'clarify' || turn.verdict.decision === 'fallback'
    ? [...topics(bot, turn.reply, stamp), turn]
    : [turn];
}

function topics(bot: Bot, { suggestions }: Turn['reply'], stamp: TurnStamp): Turn[] {
  return suggestions
    .slice(0, MAX_RESULTS)
    .flatMap(({ text, intent }) => (intent === null ? [] : [take(bot, stamp, text, intent)]));
}

/** Each a conversation of its own that nobody remembers; posted, it is read by others. */
function take(bot: Bot, stamp: TurnStamp, utterance: string, choice: string | null): Turn {
  const request = { ...stamp, utterance, choice, channel: 'msteams', shared: true };
  return bot.takeTurn({ ...request, locale: null, feedback: null }, bot.newConversation());
}

function result(bot: Bot, turn: Turn) {
  const said = toSaid(turn, '', bot);
  const text = write(turn.reply.body, 'plain').replace(/\s+/g, ' ');
  // The first sentence stands alone in every answer: it is the title, and what follows is no repeat of it.
  const first = /^.*?[.!?](?=\s|$)/.exec(text)?.[0] ?? text;
  const content = {
    title: shorten(first, MAX_TITLE),
    text: shorten(text.slice(first.length).trim(), MAX_PREVIEW),
  };
  const preview = { contentType: 'application/vnd.microsoft.card.thumbnail', content };
  return { ...answerCard(said), preview };
}

/** The first words of a text, with a sign that there are more. */
function shorten(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most).replace(/\s+\S*$/, '')} …` : text;
}

function textOf(reply: Turn['reply']): string {
  return stack(write(reply.body, 'plain'), write(reply.footer, 'plain'));
}
