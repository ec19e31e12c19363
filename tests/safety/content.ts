import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { loadCatalog } from '../../src/catalog/load';
import { safetyOf } from '../../src/prepared';

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

export const safetyContent = safetyOf(loadCatalog(path.join(__dirname, '../..')));
