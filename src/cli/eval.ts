import { writeFileSync } from 'node:fs';
import type { LoadedBot } from '../bot.js';
import { FaqError } from '../errors.js';
import { reportPage } from '../evaluation/html.js';
import { type Labelled, type LabelledDialog, readLabelled } from '../evaluation/labelled.js';
import { makeReport, missLines, reportLines } from '../evaluation/report.js';
import { runDialogs, runQuestions } from '../evaluation/run.js';
import { sweepThresholds } from '../evaluation/sweep.js';
import { type CliContext, type Command, readArgs, usageError } from './command.js';
import { evaluateSafety } from './eval-safety.js';
import { readLines } from './lines.js';
import { openBot } from './open-bot.js';

const USAGE = `faq-bot eval [--json] [--misses] [--html FILE] [--safety] FILE...

  FILE         labelled questions, one JSON object a line:
               {"id","text","expect"} or {"id","turns":[{"user","expect"}]}; - is standard input
  --safety     score the triage classes instead of the intents
  --misses     list every question that was not answered correctly
  --json       print the whole report as JSON
  --html FILE  also write it as one page with pictures`;

const OPTIONS = {
  json: { type: 'boolean', default: false },
  misses: { type: 'boolean', default: false },
  safety: { type: 'boolean', default: false },
  html: { type: 'string' },
} as const;

export const evaluate: Command = {
  name: 'eval',
  summary: 'score labelled questions',
  usage: USAGE,
  async run(args, context) {
    const { values, positionals } = readArgs(args, OPTIONS, USAGE);
    if (positionals.length === 0) {
      throw usageError('Name a file of labelled questions.', USAGE);
    }
    if (values.safety) {
      return evaluateSafety(positionals, values, context);
    }
    const loaded = openBot(context);
    const { questions, dialogs } = await readAll(positionals, context);
    const report = evaluateAll(loaded, questions, dialogs);
    if (values.html !== undefined) {
      writePage(values.html, reportPage(report));
    }
    const lines = [...reportLines(report), ...(values.misses ? ['', ...missLines(report)] : [])];
    context.print(values.json ? JSON.stringify(report) : lines.join('\n'));
    return 0;
  },
};

function evaluateAll(
  loaded: LoadedBot,
  questions: readonly Labelled[],
  dialogs: readonly LabelledDialog[],
) {
  const intents = [...loaded.catalog.intents.values()];
  const dialogIntents = new Set(
    intents.filter(({ kind }) => kind === 'dialog').map(({ id }) => id),
  );
  return makeReport(
    loaded.catalog.version,
    runQuestions(loaded, questions),
    runDialogs(loaded, dialogs),
    sweepThresholds(loaded, questions),
    dialogIntents,
  );
}

async function readAll(files: readonly string[], context: CliContext) {
  const questions: Labelled[] = [];
  const dialogs: LabelledDialog[] = [];
  for (const file of files) {
    let number = 0;
    for await (const line of readLines(file, context)) {
      number += 1;
      if (line.trim() !== '') {
        const read = readLabelled(line, `${file}:${number}`);
        'turns' in read ? dialogs.push(read) : questions.push(read);
      }
    }
  }
  return { questions, dialogs };
}

function writePage(file: string, page: string): void {
  try {
    writeFileSync(file, page);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown fault';
    throw new FaqError('FILE_UNREADABLE', `The page ${file} cannot be written (${code}).`, '', {
      cause: error,
    });
  }
}
