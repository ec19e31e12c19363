#!/usr/bin/env node
import { FaqError, oneLine } from '../errors.js';
import { ask } from './ask.js';
import { channels } from './channels.js';
import { check } from './check.js';
import type { CliContext, Command, ExitCode } from './command.js';
import { evaluate } from './eval.js';
import { gaps } from './gaps.js';
import { newIntent } from './new.js';
import { review } from './review.js';
import { teamsPackage } from './teams-package.js';
import { tune } from './tune.js';

const COMMANDS: readonly Command[] = [
  ask,
  check,
  evaluate,
  tune,
  newIntent,
  review,
  gaps,
  channels,
  teamsPackage,
];

/** Runs one command; any fault is one sentence on standard error and exit code 2. */
export async function runCli(args: readonly string[], context: CliContext): Promise<ExitCode> {
  const [name = 'help', ...rest] = args;
  const command = COMMANDS.find((candidate) => candidate.name === name);
  try {
    if (command === undefined) {
      return help(name, context);
    }
    if (rest.includes('--help') || rest.includes('-h')) {
      context.print(`Usage: ${command.usage}`);
      return 0;
    }
    return await command.run(rest, context);
  } catch (error) {
    if (!(error instanceof FaqError)) {
      throw error;
    }
    context.warn(`faq-bot: ${oneLine(error)}`);
    return 2;
  }
}

function help(name: string, context: CliContext): ExitCode {
  const lines = COMMANDS.map(({ name: id, summary }) => `  ${id.padEnd(13)} ${summary}`);
  if (name === 'help' || name === '--help' || name === '-h') {
    context.print(['Usage: faq-bot COMMAND [options]', '', ...lines].join('\n'));
    return 0;
  }
  throw new FaqError('USAGE', `"${name}" is not a command.`, 'Run "faq-bot help" to see them all.');
}

async function main(): Promise<void> {
  // A reader that stops early ("| head") is no fault of ours.
  process.stdout.on('error', () => process.exit(0));
  process.exitCode = await runCli(process.argv.slice(2), {
    print: (line) => process.stdout.write(`${line}\n`),
    warn: (line) => process.stderr.write(`${line}\n`),
    stdin: process.stdin,
    env: undefined,
    now: () => new Date(),
  });
}

if (require.main === module) {
  void main();
}
