import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { FaqError } from '../errors.js';
import type { CliContext } from './command.js';

/**
 * The lines of a file, or of standard input for `-`, one at a time.
 *
 * @throws FaqError FILE_UNREADABLE naming the file.
 */
export async function* readLines(file: string, { stdin }: CliContext): AsyncGenerator<string> {
  const input = file === '-' ? stdin : createReadStream(file, 'utf8');
  const failed = new Promise<never>((_resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => {
      const message = `The file ${file} cannot be read (${error.code ?? 'unknown fault'}).`;
      reject(new FaqError('FILE_UNREADABLE', message, 'Check its name.', { cause: error }));
    };
    // A union of two stream types has no common signature of once().
    (input as NodeJS.ReadableStream).once('error', fail);
  });
  // Without a reader of its own the rejection would count as unhandled once the file has ended.
  failed.catch(() => undefined);
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })[
    Symbol.asyncIterator
  ]();
  for (;;) {
    const next = await Promise.race([lines.next(), failed]);
    if (next.done === true) {
      return;
    }
    yield next.value.replace(/^\uFEFF/, '');
  }
}
