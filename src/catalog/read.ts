import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { FaqError } from '../errors.js';

/** The files of `intents/` and `content/`, as text, by path relative to the root (forward slashes). */
export type ContentTexts = ReadonlyMap<string, string>;

const FOLDERS = [
  'intents',
  'content',
  'content/snippets',
  'content/safety',
  'content/safety/examples',
];
const OPTIONAL_FOLDERS = new Set(['content/safety/examples']);

/**
 * Reads every content file below `root`. The only place of this folder that touches the disk.
 *
 * @throws FaqError CONTENT_UNREADABLE naming the folder or file.
 */
export function readContent(root: string): ContentTexts {
  const texts = new Map<string, string>();
  for (const folder of FOLDERS) {
    for (const name of listFolder(root, folder)) {
      if (/\.(ya?ml|md)$/.test(name)) {
        texts.set(`${folder}/${name}`, readText(root, `${folder}/${name}`));
      }
    }
  }
  return texts;
}

function listFolder(root: string, folder: string): string[] {
  try {
    return readdirSync(path.join(root, folder)).sort();
  } catch (error) {
    if (OPTIONAL_FOLDERS.has(folder)) {
      return [];
    }
    throw unreadable(`The content folder ${folder} cannot be read`, error);
  }
}

function readText(root: string, file: string): string {
  try {
    return readFileSync(path.join(root, file), 'utf8');
  } catch (error) {
    throw unreadable(`The content file ${file} cannot be read`, error);
  }
}

function unreadable(what: string, error: unknown): FaqError {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown fault';
  const hint = 'Check that it exists and that this user may read it.';
  return new FaqError('CONTENT_UNREADABLE', `${what} (${code}).`, hint, { cause: error });
}
