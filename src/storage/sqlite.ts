import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { FaqError } from '../errors.js';
import { type Migration, readMigrations } from './migrations.js';

/** An open SQLite file. */
export type Database = InstanceType<typeof DatabaseSync>;

/** The store's file in the data folder. */
export function storeFile(dataDir: string): string {
  return join(dataDir, 'faq.sqlite');
}

/** Waits at start for another process that holds the file; a turn waits less, since SQLite blocks the event loop. */
const BUSY_MS = { opening: 5000, turn: 250 };

/**
 * Opens the file, made with its folder when missing, and brings its schema up to date.
 *
 * @throws FaqError STORE_NEWER, or STORE_UNAVAILABLE when the file cannot be opened or written.
 */
export function openDatabase(file: string, migrations = readMigrations()): Database {
  const db = open(file);
  try {
    // busy_timeout first: switching to WAL takes a lock, and without a timeout a second process fails at once.
    db.exec(`PRAGMA busy_timeout = ${BUSY_MS.opening}`);
    db.exec('PRAGMA journal_mode = WAL');
    // Survives a killed process; only a power cut may lose the last turns' counts (sqlite.org/pragma.html).
    db.exec('PRAGMA synchronous = NORMAL');
    migrate(db, migrations, file);
    db.exec(`PRAGMA busy_timeout = ${BUSY_MS.turn}`);
    return db;
  } catch (error) {
    db.close();
    throw error instanceof FaqError ? error : unavailable(file, error);
  }
}

function open(file: string): Database {
  try {
    mkdirSync(dirname(file), { recursive: true });
    return new DatabaseSync(file);
  } catch (error) {
    throw unavailable(file, error);
  }
}

function unavailable(file: string, cause: unknown): FaqError {
  const hint = 'Set DATA_DIR to a folder the bot may write to.';
  return new FaqError('STORE_UNAVAILABLE', `The store ${file} cannot be opened.`, hint, { cause });
}

function migrate(db: Database, migrations: readonly Migration[], file: string): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    const version = schemaVersion(db);
    const newest = migrations.at(-1)?.version ?? 0;
    if (version > newest) {
      const message = `The store ${file} has schema ${version}, and this version knows ${newest}.`;
      throw new FaqError('STORE_NEWER', message, 'Run the newer version, or set another DATA_DIR.');
    }
    for (const step of migrations.filter((migration) => migration.version > version)) {
      db.exec(step.sql);
      db.exec(`PRAGMA user_version = ${step.version}`);
    }
    db.exec('COMMIT');
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}

function schemaVersion(db: Database): number {
  return db.prepare('PRAGMA user_version').get().user_version;
}
