import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One step of the schema: `001-start.sql` is step 1. */
export interface Migration {
  readonly version: number;
  readonly sql: string;
}

/** Beside `src/` in the checkout and beside `dist/` when built. */
export const MIGRATIONS_DIR = join(__dirname, '..', '..', 'migrations');

/** All steps in order. File names start with the step's number, counted from 1 without gaps. */
export function readMigrations(folder: string = MIGRATIONS_DIR): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d+-.*\.sql$/.test(name))
    .map((name) => ({
      version: Number.parseInt(name, 10),
      sql: readFileSync(join(folder, name), 'utf8'),
    }))
    .sort((a, b) => a.version - b.version);
}
