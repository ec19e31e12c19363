import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadTuning } from '../bot.js';
import { FaqError } from '../errors.js';
import { type Command, readArgs, usageError } from './command.js';
import { contentRoot } from './open-bot.js';

const USAGE = `faq-bot tune [--dry-run]

  --dry-run   print the thresholds and leave content/tuning.yaml as it is`;

const OPTIONS = { 'dry-run': { type: 'boolean', default: false } } as const;

export const tune: Command = {
  name: 'tune',
  summary: 'find the thresholds for the phrasings as they are now',
  usage: USAGE,
  async run(args, { env, print }) {
    const { values, positionals } = readArgs(args, OPTIONS, USAGE);
    if (positionals.length > 0) {
      throw usageError(`"${positionals[0]}" is not expected here.`, USAGE);
    }
    const root = contentRoot(env);
    const { tuning, evidence } = loadTuning(root);
    print(evidence.join('\n'));
    const { confidenceThreshold, ambiguityGap } = tuning;
    print(`confidenceThreshold ${confidenceThreshold}, ambiguityGap ${ambiguityGap}`);
    if (!values['dry-run']) {
      write(path.join(root, 'content', 'tuning.yaml'), tuning);
    }
    return 0;
  },
};

function write(file: string, tuning: ReturnType<typeof loadTuning>['tuning']): void {
  const lines = [
    '# Written by `faq-bot tune`: thresholds, and the hash of the phrasings they were found on.',
    `catalog: ${tuning.catalog}`,
    `confidenceThreshold: ${tuning.confidenceThreshold}`,
    `ambiguityGap: ${tuning.ambiguityGap}`,
  ];
  try {
    writeFileSync(file, `${lines.join('\n')}\n`);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown fault';
    const message = `content/tuning.yaml cannot be written (${code}).`;
    throw new FaqError('CONTENT_UNREADABLE', message, '', { cause: error });
  }
}
