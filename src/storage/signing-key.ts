import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FaqError } from '../errors.js';

const FILE = 'signing-key';
const LEAST_LENGTH = 32;

/**
 * The key that signs chat tokens, made once and kept, so that a restart does not end conversations.
 *
 * @throws FaqError STORE_UNAVAILABLE when it can be neither read nor written.
 */
export function keptSigningKey(folder: string): string {
  const file = join(folder, FILE);
  try {
    mkdirSync(folder, { recursive: true });
    // `wx`: of two processes that start at once, one writes and both read the same.
    writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw unusable(file, error);
    }
  }
  return read(file);
}

function read(file: string): string {
  let key: string;
  try {
    key = readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw unusable(file, error);
  }
  if (key.length < LEAST_LENGTH) {
    throw unusable(file, new Error('too short'));
  }
  return key;
}

function unusable(file: string, cause: unknown): FaqError {
  const hint = 'Set DATA_DIR to a folder the bot may write to, or DIRECT_LINE_SIGNING_KEY.';
  return new FaqError('STORE_UNAVAILABLE', `The signing key ${file} cannot be used.`, hint, {
    cause,
  });
}
