import { loadConfig } from '../config.js';
import { gapLines, groupGaps } from '../evaluation/gaps.js';
import { openDatabase, storeFile } from '../storage/sqlite.js';
import { QUEUE_STATES, type QueueState, UnansweredQueue } from '../storage/unanswered-queue.js';
import { type CliContext, type Command, readArgs, usageError } from './command.js';
import { openBot } from './open-bot.js';

const USAGE = `faq-bot gaps [--state STATE] [--json] | faq-bot gaps --mark STATE ID...

  --state STATE  new (the default), pending, done or ignored
  --mark STATE   move the questions with these IDs to STATE
  --json         print the groups as JSON`;

const OPTIONS = {
  state: { type: 'string', default: 'new' },
  mark: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

export const gaps: Command = {
  name: 'gaps',
  summary: 'group the questions that found no answer, ready to paste',
  usage: USAGE,
  async run(args, context) {
    const { values, positionals } = readArgs(args, OPTIONS, USAGE);
    const { DATA_DIR } = loadConfig(context.env);
    const db = openDatabase(storeFile(DATA_DIR));
    try {
      const queue = new UnansweredQueue(db);
      if (values.mark === undefined) {
        list(queue, stateOf(values.state), values.json, context);
      } else {
        const ids = positionals.map(idOf);
        queue.mark(ids, stateOf(values.mark));
        context.print(`${ids.length} question(s) are now ${values.mark}.`);
      }
    } finally {
      db.close();
    }
    return 0;
  },
};

function list(queue: UnansweredQueue, state: QueueState, json: boolean, context: CliContext): void {
  const counts = queue.counts();
  const kept = queue
    .list(state)
    .flatMap(({ id, text }) => (text === null || text.trim() === '' ? [] : [{ id, text }]));
  const { matcher } = openBot(context);
  const groups = groupGaps(kept, (text) => matcher.match(text).candidates[0] ?? null);
  if (json) {
    context.print(JSON.stringify({ counts, groups }));
    return;
  }
  const totals = QUEUE_STATES.map((name) => `${counts[name]} ${name}`).join(', ');
  context.print(`Unanswered questions: ${totals}.`);
  if (counts[state] > kept.length) {
    const without = counts[state] - kept.length;
    context.print(
      `${without} of the ${state} ones have no text: KEEP_UNANSWERED was not set, or their time is over.`,
    );
  }
  for (const group of groups) {
    context.print(['', ...gapLines(group)].join('\n'));
  }
}

function stateOf(given: string): QueueState {
  const state = QUEUE_STATES.find((name) => name === given);
  if (state === undefined) {
    throw usageError(`"${given}" is not one of ${QUEUE_STATES.join(', ')}.`, USAGE);
  }
  return state;
}

function idOf(given: string): number {
  if (!/^\d{1,15}$/.test(given)) {
    throw usageError(`"${given}" is not the id of a question.`, USAGE);
  }
  return Number(given);
}
