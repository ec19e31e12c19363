-- Where an unanswered question stands with the editors: new, pending, done or ignored.
ALTER TABLE events ADD COLUMN state TEXT;
UPDATE events SET state = 'new' WHERE kind = 'unanswered';
CREATE INDEX events_unanswered ON events (state, id) WHERE kind = 'unanswered';
