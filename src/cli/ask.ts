import { randomUUID } from 'node:crypto';
import type { LoadedBot } from '../bot.js';
import { askLines } from './ask-lines.js';
import { type CliContext, type Command, readArgs, usageError } from './command.js';
import { type AskResult, converse } from './converse.js';
import { explainLines } from './explain.js';
import { openBotAsServed } from './open-bot.js';

const USAGE = `faq-bot ask [--json] [--explain] TEXT | faq-bot ask --json --file FILE

  TEXT          a question, as a person would type it
  --json        print one JSON object instead of the reply
  --explain     also say how it was decided
  --file FILE   read one JSON object a line: {"id","text"} or {"id","turns":[...]}; - is standard input`;

const OPTIONS = {
  json: { type: 'boolean', default: false },
  explain: { type: 'boolean', default: false },
  file: { type: 'string' },
} as const;

export const ask: Command = {
  name: 'ask',
  summary: 'ask one question, or a file of them',
  usage: USAGE,
  async run(args, context) {
    const { values, positionals } = readArgs(args, OPTIONS, USAGE);
    if (values.file !== undefined) {
      if (!values.json || positionals.length > 0 || values.explain) {
        throw usageError('--file goes with --json and without a TEXT.', USAGE);
      }
      return askLines(openBotAsServed(context), values.file, context);
    }
    const text = positionals.join(' ');
    if (text.trim() === '') {
      throw usageError('There is no question.', USAGE);
    }
    answer(openBotAsServed(context), text, values, context);
    return 0;
  },
};

function answer(
  loaded: LoadedBot,
  text: string,
  { json, explain }: { json: boolean; explain: boolean },
  context: CliContext,
): void {
  const clock = () => context.now().getTime();
  const results = converse(loaded.bot, [text], clock, randomUUID);
  if (json) {
    const explanation = explain ? { explanation: loaded.explain(text) } : {};
    context.print(JSON.stringify({ id: null, results, ...explanation }));
    return;
  }
  for (const result of results) {
    if (explain) {
      context.print(explainLines(loaded.explain(text), result.intent).join('\n'));
    }
    context.print(readable(result));
  }
}

/** The reply as plain text: body, footer, and the choices as a numbered list. */
function readable({ reply }: AskResult): string {
  const choices = reply.suggestions.map((title, i) => `  ${i + 1}. ${title}`).join('\n');
  return [reply.text, reply.footer, choices].filter((part) => part !== '').join('\n\n');
}
