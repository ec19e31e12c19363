import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadContent } from '../catalog/load.js';
import { readContent } from '../catalog/read.js';
import type { Catalog } from '../catalog/types.js';
import { FaqError } from '../errors.js';
import { type Command, readArgs, usageError } from './command.js';
import { contentRoot } from './open-bot.js';

const USAGE = `faq-bot new ID

  ID   the new intent, in lower-case words joined by hyphens, such as how-to-store-cells`;

export const newIntent: Command = {
  name: 'new',
  summary: 'write a stub of a new intent and its snippet that passes check',
  usage: USAGE,
  async run(args, { env, print }) {
    const { positionals } = readArgs(args, {}, USAGE);
    const [id, ...more] = positionals;
    if (id === undefined || more.length > 0 || !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id)) {
      throw usageError('Give one ID in lower-case words joined by hyphens.', USAGE);
    }
    const root = contentRoot(env);
    const { catalog } = loadContent(readContent(root));
    const files = [
      [path.join(root, 'intents', `${id}.yaml`), intentStub(id)],
      [path.join(root, 'content', 'snippets', `${id}.md`), snippetStub(id, catalog)],
    ] as const;
    for (const [file] of files) {
      if (existsSync(file)) {
        throw new FaqError('USAGE', `${path.relative(root, file)} is there already.`, 'Edit it.');
      }
    }
    for (const [file, text] of files) {
      writeFileSync(file, text, { flag: 'wx' });
      print(`Wrote ${path.relative(root, file)}`);
    }
    print('Next: fill in both, run "npx faq-bot tune", then "npx faq-bot check".');
    return 0;
  },
};

function titleOf(id: string): string {
  const words = id.replaceAll('-', ' ');
  return (words.charAt(0).toUpperCase() + words.slice(1)).slice(0, 40);
}

function intentStub(id: string): string {
  const words = id.replaceAll('-', ' ');
  return `title: ${titleOf(id)}
kind: faq
keywords: []
utterances: # 100 or more: one word, a sentence, a story, carers, British and American, phone spelling
  - ${words} please explain
tests: # 10 or more, in other words than the utterances; never indexed
  - i would like to hear about ${words}
answer: ${id}
followUps: [what-is-immunotherapy]
`;
}

/** States one claim of the ledger that makes no promise, so that the stub is true as it stands. */
function snippetStub(id: string, { claims }: Catalog): string {
  const claim = [...claims.values()].find(({ benefit }) => !benefit);
  return `---
title: ${titleOf(id)}
claims: [${claim?.id ?? ''}]
ask: What does this mean for someone in my position?
review: { status: unreviewed, role: null, on: null, next: null, sha256: null }
withdrawn: true # remove this line once the text is written
---
The answer on this topic is still being written. ${claim?.statement ?? ''} This is all that can be
said here for now. Your care team knows you and can tell you more about what this may mean for you.
You can write your questions down and take them along to your next visit.
`;
}
