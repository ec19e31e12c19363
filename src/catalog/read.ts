import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { FaqError } from '../errors.js';
import { isTriageFile } from './safety-content.js';

/** The files of `intents/` and `content/`, as text, by path relative to the root (forward slashes). */
export type ContentTexts = ReadonlyMap<string, string>;

const FOLDERS = [
  'intents',
  'content',
  'content/snippets',
  'content/safety',
  'content/safety/examples',
];
const CONTENT = /\.(ya?ml|md)$/;
const OPTIONAL_FOLDERS = new Set(['content/safety/examples']);

/**
 * Reads every content file below `root`. The only place of this folder that touches the disk.
 *
 * @param spare told of a file of triage that cannot be read, which is then left out; without it such a file throws
 * as any other does.
 * @throws FaqError CONTENT_UNREADABLE naming the folder or file.
 */
export function readContent(
  root: string,
  spare: (fault: FaqError) => void = (fault) => {
    throw fault;
  },
): ContentTexts {
  const texts = new Map<string, string>();
  const orSpare = <T>(file: string, read: () => T, otherwise: T): T => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof FaqError && isTriageFile(file))) {
        throw error;
      }
      spare(error);
      return otherwise;
    }
  };
  for (const folder of FOLDERS) {
    for (const name of orSpare(folder, () => listFolder(root, folder), [])) {
      const file = `${folder}/${name}`;
      const text = CONTENT.test(name) ? orSpare(file, () => readText(root, file), null) : null;
      if (text !== null) {
        texts.set(file, text);
      }
    }
  }
  return texts;
}

function listFolder(root: string, folder: string): string[] {
  try {
    return readdirSync(path.join(root, folder)).sort();
  } catch (error) {
    if (codeOf(error) === 'ENOENT' && OPTIONAL_FOLDERS.has(folder)) {
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

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;

function unreadable(what: string, error: unknown): FaqError {
  const hint = 'Check that it exists and that this user may read it.';
  const message = `${what} (${codeOf(error) ?? 'unknown fault'}).`;
  return new FaqError('CONTENT_UNREADABLE', message, hint, { cause: error });
}
