import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { openContent, safetyOf } from '../../src/prepared';
import { createTriage } from '../../src/safety/triage';

const FOLDER = path.join(__dirname, '../../content/safety');

/** The parsed files of `content/safety/`, as the catalog hands them over. */
export function safetyFiles(): Map<string, unknown> {
  const files = new Map<string, unknown>();
  for (const folder of ['', 'examples/']) {
    for (const name of readdirSync(path.join(FOLDER, folder)).filter((n) => n.endsWith('.yaml'))) {
      const text = readFileSync(path.join(FOLDER, folder, name), 'utf8');
      files.set(folder + name, parse(text));
    }
  }
  return files;
}

const prepared = openContent(path.join(__dirname, '../..'));

export const safetyContent = safetyOf(prepared.catalog);

/** Triage as the bot runs it: with what the set-up of the tests has learned from the same content. */
export const preparedTriage = () =>
  createTriage(safetyContent, prepared.triage === undefined ? {} : { training: prepared.triage });
