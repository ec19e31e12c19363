import { readFileSync } from 'node:fs';
import { checkContent } from '../catalog/check.js';
import { type Finding, formatFinding, sortFindings } from '../catalog/finding.js';
import { type LoadedContent, loadContent } from '../catalog/load.js';
import { checkProvenance } from '../catalog/provenance.js';
import { readContent } from '../catalog/read.js';
import { safetyFindings } from '../catalog/safety-findings.js';
import { FaqError } from '../errors.js';
import { type Command, readArgs, usageError } from './command.js';
import { contentRoot } from './open-bot.js';

const USAGE = `faq-bot check [--source FILE] [--quiet]

  --source FILE   also compare the claim ledger with the article in FILE
  --quiet         leave out warnings`;

const OPTIONS = {
  source: { type: 'string' },
  quiet: { type: 'boolean', default: false },
} as const;

export const check: Command = {
  name: 'check',
  summary: 'check all content and name file and line of each finding',
  usage: USAGE,
  async run(args, { print, env, now }) {
    const { values, positionals } = readArgs(args, OPTIONS, USAGE);
    if (positionals.length > 0) {
      throw usageError(`"${positionals[0]}" is not expected here.`, USAGE);
    }
    const loaded = loadContent(readContent(contentRoot(env)));
    const findings = sortFindings([
      ...checkContent(loaded, now().toISOString().slice(0, 10)),
      ...safetyFindings(loaded),
      ...(values.source === undefined ? [] : provenance(loaded, values.source)),
    ]);
    for (const finding of findings) {
      if (finding.severity === 'error' || !values.quiet) {
        print(formatFinding(finding));
      }
    }
    print(summary(loaded, findings));
    return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};

function provenance(loaded: LoadedContent, file: string): Finding[] {
  try {
    return checkProvenance(loaded, readFileSync(file, 'utf8'));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown fault';
    const message = `The article ${file} cannot be read (${code}).`;
    throw new FaqError('FILE_UNREADABLE', message, 'Check its name.', { cause: error });
  }
}

function summary({ catalog }: LoadedContent, findings: readonly Finding[]): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const { intents, snippets, claims } = catalog;
  const found = `${errors} error(s), ${findings.length - errors} warning(s)`;
  return `Checked ${intents.size} intents, ${snippets.size} snippets, ${claims.size} claims: ${found}.`;
}
