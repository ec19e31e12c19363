import { writeFileSync } from 'node:fs';
import { FaqError } from '../errors.js';
import { checkParity } from '../evaluation/parity.js';
import { parityPage } from '../evaluation/parity-html.js';
import { parityLines } from '../evaluation/parity-lines.js';
import { collectSamples } from '../evaluation/samples.js';
import { type Command, readArgs, usageError } from './command.js';
import { openBot } from './open-bot.js';

const USAGE = `faq-bot channels [--html FILE]

  --html FILE  also write a page that shows every reply as each channel shows it`;

const OPTIONS = { html: { type: 'string' } } as const;

export const channels: Command = {
  name: 'channels',
  summary: 'show that every channel says the same words',
  usage: USAGE,
  async run(args, context) {
    const { values, positionals } = readArgs(args, OPTIONS, USAGE);
    if (positionals.length > 0) {
      throw usageError(`"${positionals[0]}" is not expected here.`, USAGE);
    }
    const loaded = openBot(context);
    const report = checkParity(loaded, collectSamples(loaded));
    if (values.html !== undefined) {
      writePage(values.html, parityPage(report));
    }
    context.print(parityLines(report).join('\n'));
    const holds =
      report.missing.length === 0 && report.renderings.every((r) => r.breaches.length === 0);
    return holds ? 0 : 1;
  },
};

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
