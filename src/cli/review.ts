import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isMap, parseDocument } from 'yaml';
import { z } from 'zod';
import { loadContent } from '../catalog/load.js';
import { readContent } from '../catalog/read.js';
import { reviewHash } from '../catalog/version.js';
import { type Command, readArgs, usageError } from './command.js';
import { contentRoot } from './open-bot.js';

const USAGE = `faq-bot review ID --role ROLE --on DATE --next DATE

  ID           the snippet that was reviewed
  --role ROLE  the reviewer's role, such as "oncology nurse specialist"; not a name
  --on DATE    when it was reviewed, as 2026-01-31
  --next DATE  when it is due again`;

const OPTIONS = {
  role: { type: 'string' },
  on: { type: 'string' },
  next: { type: 'string' },
} as const;

const date = z.iso.date();

export const review: Command = {
  name: 'review',
  summary: 'record that a clinician reviewed a snippet',
  usage: USAGE,
  async run(args, { env, print }) {
    const { values, positionals } = readArgs(args, OPTIONS, USAGE);
    const [id, ...more] = positionals;
    if (id === undefined || more.length > 0) {
      throw usageError('Name one snippet.', USAGE);
    }
    const role = values.role?.trim();
    const on = date.safeParse(values.on);
    const next = date.safeParse(values.next);
    if (role === undefined || role === '' || !on.success || !next.success) {
      throw usageError(
        '--role, --on and --next are all needed; dates are such as 2026-01-31.',
        USAGE,
      );
    }
    if (next.data <= on.data) {
      throw usageError('--next must be later than --on.', USAGE);
    }
    const root = contentRoot(env);
    const snippet = loadContent(readContent(root)).catalog.snippets.get(id);
    if (snippet === undefined) {
      throw usageError(`There is no readable snippet "${id}".`, USAGE);
    }
    const sha256 = reviewHash(snippet);
    const file = path.join(root, 'content', 'snippets', `${id}.md`);
    writeReview(file, { status: 'reviewed', role, on: on.data, next: next.data, sha256 });
    print(`Recorded: ${id}, reviewed by ${role} on ${on.data}, due again on ${next.data}.`);
    return 0;
  },
};

/** Replaces the review in the front matter and leaves every other byte of the file alone. */
function writeReview(file: string, value: Readonly<Record<string, string>>): void {
  const text = readFileSync(file, 'utf8');
  const end = text.indexOf('\n---', 3);
  const front = parseDocument(text.slice(4, end + 1));
  front.set('review', front.createNode(value, { flow: true }));
  const ask = isMap(front.contents) ? front.toString({ lineWidth: 0 }) : '';
  writeFileSync(file, `---\n${ask}${text.slice(end + 1)}`);
}
