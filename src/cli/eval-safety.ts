import {
  readSafetyLine,
  type SafetyLine,
  safetyLines,
  scoreSafety,
} from '../evaluation/safety-score.js';
import type { CliContext, ExitCode } from './command.js';
import { readLines } from './lines.js';
import { openBot } from './open-bot.js';

/** `eval --safety`: recall of each triage class, with its interval, and every miss. */
export async function evaluateSafety(
  files: readonly string[],
  { json }: { readonly json: boolean },
  context: CliContext,
): Promise<ExitCode> {
  const lines: SafetyLine[] = [];
  for (const file of files) {
    let number = 0;
    for await (const line of readLines(file, context)) {
      number += 1;
      if (line.trim() !== '') {
        lines.push(readSafetyLine(line, `${file}:${number}`));
      }
    }
  }
  const { explain } = openBot(context);
  const scores = scoreSafety(lines, (text) => explain(text).triage.level);
  context.print(json ? JSON.stringify(scores) : safetyLines(scores).join('\n'));
  return 0;
}
