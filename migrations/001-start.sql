-- Activities already taken, so that a second delivery is left alone. Forgotten after an hour.
CREATE TABLE claims (
  activity_id TEXT PRIMARY KEY,
  at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX claims_at ON claims (at);

-- What a conversation remembers: intent ids and times as JSON, never what a person typed.
CREATE TABLE conversations (
  id TEXT PRIMARY KEY,
  etag INTEGER NOT NULL,
  state TEXT NOT NULL,
  at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX conversations_at ON conversations (at);

-- What happened in each turn, as ids and numbers. `text` is null unless KEEP_UNANSWERED is yes.
CREATE TABLE events (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  turn_id TEXT NOT NULL,
  channel TEXT,
  decision TEXT,
  intent TEXT,
  confidence REAL,
  content_version TEXT,
  helpful INTEGER,
  reason TEXT,
  text TEXT
);
CREATE INDEX events_at ON events (at);
