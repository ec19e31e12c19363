import { type ParseArgsConfig, parseArgs } from 'node:util';
import { FaqError } from '../errors.js';

/** What a command can reach; tests give their own. */
export interface CliContext {
  /** Writes one line to standard output: the only way anything gets there. */
  print(line: string): void;
  /** Writes one line to standard error. */
  warn(line: string): void;
  readonly stdin: NodeJS.ReadableStream;
  /** The environment; that of the process when undefined. */
  readonly env: Readonly<Record<string, string | undefined>> | undefined;
  now(): Date;
}

/** 0 fine, 1 findings, 2 usage or configuration error. */
export type ExitCode = 0 | 1 | 2;

export interface Command {
  readonly name: string;
  /** One line for `faq-bot help`. */
  readonly summary: string;
  /** Shown by `faq-bot NAME --help`. */
  readonly usage: string;
  run(args: readonly string[], context: CliContext): Promise<ExitCode>;
}

/**
 * Parses a command's arguments with Node's own parser.
 *
 * @throws FaqError USAGE for an unknown option or a missing value, with the usage as advice.
 */
export function readArgs<T extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: T,
  usage: string,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const message = error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error);
    throw new FaqError('USAGE', `${message.replace(/\.$/, '')}.`, `Usage: ${usage.split('\n')[0]}`);
  }
}

/** @throws FaqError USAGE. */
export function usageError(message: string, usage: string): FaqError {
  return new FaqError('USAGE', message, `Usage: ${usage.split('\n')[0]}`);
}
