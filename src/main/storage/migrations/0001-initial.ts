/**
 * Times are milliseconds since 1970, UTC. `seq` is the order in which a person made the items, which is the order they are
 * sent in. A note's key is (origin, outlet, sale, method, test): specs/decisions.md, "Send states".
 */
export const initial = /* sql */ `
  CREATE TABLE accounts (
    id TEXT PRIMARY KEY,
    settings TEXT NOT NULL,
    secret_origin TEXT,
    secret_last_four TEXT,
    created_at INTEGER NOT NULL,
    archived_at INTEGER
  ) STRICT;

  CREATE TABLE attachments (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    format TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    sealed INTEGER NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE drafts (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('dispute', 'note')),
    account_id TEXT NOT NULL REFERENCES accounts (id),
    fields TEXT NOT NULL,
    attachment_id TEXT REFERENCES attachments (id),
    refusal TEXT,
    source_id TEXT,
    revision INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER
  ) STRICT;

  CREATE TABLE submissions (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    draft_id TEXT UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('dispute.create', 'note.create', 'note.update', 'note.delete')),
    account_id TEXT NOT NULL REFERENCES accounts (id),
    account_name TEXT NOT NULL,
    environment TEXT NOT NULL,
    scope TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'rejected', 'held', 'unknown', 'withdrawn', 'closed')),
    state_at INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    payload TEXT NOT NULL,
    typed TEXT NOT NULL,
    attachment_id TEXT REFERENCES attachments (id),
    subject TEXT NOT NULL,
    context TEXT NOT NULL,
    excerpt TEXT NOT NULL,
    test INTEGER NOT NULL,
    note_key TEXT,
    in_hold INTEGER NOT NULL DEFAULT 0,
    not_before INTEGER,
    wait_ms INTEGER NOT NULL DEFAULT 0,
    asks INTEGER NOT NULL DEFAULT 0,
    attempt_count INTEGER NOT NULL DEFAULT 0,
    backoff_count INTEGER NOT NULL DEFAULT 0,
    uncertain INTEGER NOT NULL DEFAULT 0,
    repeats INTEGER NOT NULL DEFAULT 0,
    repeating INTEGER NOT NULL DEFAULT 0,
    first_unknown_at INTEGER,
    reason TEXT,
    head TEXT NOT NULL DEFAULT '[]',
    fields TEXT NOT NULL DEFAULT '{}',
    vendor_number TEXT,
    confirmed_by_person INTEGER NOT NULL DEFAULT 0,
    replaced_by TEXT,
    dismissed INTEGER NOT NULL DEFAULT 0
  ) STRICT;

  CREATE INDEX submissions_open ON submissions (state, seq) WHERE state IN ('queued', 'sending', 'held', 'unknown', 'rejected');
  CREATE INDEX submissions_note ON submissions (note_key, seq) WHERE note_key IS NOT NULL;
  CREATE INDEX submissions_dispute ON submissions (scope, account_id, subject) WHERE kind = 'dispute.create';

  CREATE TABLE attempts (
    submission_id TEXT NOT NULL REFERENCES submissions (id),
    number INTEGER NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at INTEGER,
    progress TEXT NOT NULL,
    method TEXT NOT NULL,
    host TEXT NOT NULL,
    body_bytes INTEGER NOT NULL,
    status INTEGER,
    answer TEXT,
    state_after TEXT,
    reason TEXT,
    PRIMARY KEY (submission_id, number)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE decisions (
    submission_id TEXT NOT NULL REFERENCES submissions (id),
    at INTEGER NOT NULL,
    decision TEXT NOT NULL,
    detail TEXT
  ) STRICT;
  CREATE INDEX decisions_of ON decisions (submission_id, at);

  CREATE VIRTUAL TABLE submission_search USING fts5 (text, tokenize = 'trigram');
`
