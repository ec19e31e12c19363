import type { Database } from './sqlite.js';

/** Every SQL statement of a running store, prepared once. */
export function prepare(db: Database) {
  const event = 'INSERT INTO events (kind, at, turn_id,';
  return {
    claim: db.prepare('INSERT OR IGNORE INTO claims (activity_id, at) VALUES (?, ?)'),
    read: db.prepare('SELECT state, etag FROM conversations WHERE id = ?'),
    insert: db.prepare(
      'INSERT OR IGNORE INTO conversations (id, etag, state, at) VALUES (?, 1, ?, ?)',
    ),
    update: db.prepare(
      'UPDATE conversations SET state = ?, at = ?, etag = etag + 1 WHERE id = ? AND etag = ?',
    ),
    turn: db.prepare(
      `${event} channel, decision, intent, confidence, content_version)
       VALUES ('turn', ?, ?, ?, ?, ?, ?, ?)`,
    ),
    feedback: db.prepare(`${event} helpful) VALUES ('feedback', ?, ?, ?)`),
    unanswered: db.prepare(
      `${event} reason, text, state) VALUES ('unanswered', ?, ?, ?, ?, 'new')`,
    ),
    pruneClaims: db.prepare('DELETE FROM claims WHERE at < ?'),
    pruneConversations: db.prepare('DELETE FROM conversations WHERE at < ?'),
    forgetTexts: db.prepare('UPDATE events SET text = NULL WHERE text IS NOT NULL AND at < ?'),
    ping: db.prepare('SELECT 1 FROM conversations LIMIT 1'),
    begin: db.prepare('BEGIN IMMEDIATE'),
    commit: db.prepare('COMMIT'),
    rollback: db.prepare('ROLLBACK'),
  };
}

export type Statements = ReturnType<typeof prepare>;
