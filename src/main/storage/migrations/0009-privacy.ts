/**
 * What goes by itself, or because a customer asks.
 *
 * An item whose text is gone keeps when, kind, account, state and number. `trace` is a keyed hash of what it spoke of, so that a
 * second item about it is still noticed; `trace_keys` has the keys that no keychain holds. `upkeep` says when what was done last.
 * `erasures` has what is being erased, until the last of it is: a start goes on with it.
 *
 * The search index forgets at once what is taken out of it: without this, words stand in it until its parts are merged.
 * @see https://www.sqlite.org/fts5.html#the_secure_delete_configuration_option
 */
export const privacy = /* sql */ `
  ALTER TABLE submissions ADD COLUMN text_gone_at INTEGER;
  ALTER TABLE submissions ADD COLUMN trace TEXT;
  CREATE INDEX submissions_trace ON submissions (trace, seq) WHERE trace IS NOT NULL;

  CREATE INDEX submissions_attachment ON submissions (attachment_id) WHERE attachment_id IS NOT NULL;

  ALTER TABLE attachments ADD COLUMN gone_at INTEGER;

  CREATE TABLE trace_keys (
    id TEXT PRIMARY KEY,
    key TEXT NOT NULL,
    made_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE upkeep (
    name TEXT PRIMARY KEY,
    value INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE erasures (
    id INTEGER PRIMARY KEY,
    begun_at INTEGER NOT NULL,
    step TEXT NOT NULL,
    targets TEXT NOT NULL
  ) STRICT;

  INSERT INTO submission_search (submission_search, rank) VALUES ('secure-delete', 1);
`
