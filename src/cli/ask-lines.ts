import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { LoadedBot } from '../bot.js';
import type { CliContext, ExitCode } from './command.js';
import { converse } from './converse.js';
import { readLines } from './lines.js';

const id = z.union([z.string(), z.number()]).nullable().default(null);
const lineSchema = z.union([
  z.object({ id, text: z.string() }),
  z.object({ id, turns: z.array(z.string()).min(1) }),
]);

/** Answers one JSON object a line, in order; a bad line is answered in place with its error. */
export async function askLines(
  { bot }: LoadedBot,
  file: string,
  context: CliContext,
): Promise<ExitCode> {
  let exit: ExitCode = 0;
  const clock = () => context.now().getTime();
  for await (const line of readLines(file, context)) {
    if (line.trim() === '') {
      continue;
    }
    const read = readLine(line);
    if ('error' in read) {
      exit = 2;
      context.print(JSON.stringify(read));
    } else {
      const results = converse(bot, read.texts, clock, randomUUID);
      context.print(JSON.stringify({ id: read.id, results }));
    }
  }
  return exit;
}

type Line =
  | { readonly id: string | number | null; readonly texts: readonly string[] }
  | { readonly id: string | number | null; readonly error: string };

function readLine(line: string): Line {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { id: null, error: 'The line is not JSON.' };
  }
  const result = lineSchema.safeParse(value);
  if (!result.success) {
    const given = z.object({ id }).safeParse(value);
    const error = 'The line needs "text" (a string) or "turns" (a list of strings).';
    return { id: given.success ? given.data.id : null, error };
  }
  const { data } = result;
  return { id: data.id, texts: 'text' in data ? [data.text] : data.turns };
}
