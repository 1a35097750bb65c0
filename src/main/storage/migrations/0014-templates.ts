/**
 * Texts that clerks write again and again, with placeholders. Beside them an index by which the drafts of an account are read a page at a time, the one edited last first: ten thousands are not
 * read to show the first.
 */
export const templates = /* sql */ `
  CREATE TABLE templates (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    fields TEXT NOT NULL,
    revision INTEGER NOT NULL,
    used INTEGER NOT NULL,
    used_at INTEGER,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE INDEX drafts_edited ON drafts (kind, account_id, updated_at, id) WHERE deleted_at IS NULL;
`
