/**
 * A run's rows are items like any other, with the run and the row they come from. What concerns single items looks at those
 * without a run; the order of items for one note looks at both.
 *
 * A table is kept in pieces of some hundred rows, as text: what was read must not depend on a file that can change or
 * vanish. `bulk_marks` names only the rows that are not simply good. A run's round counts how often it went back to the
 * check.
 *
 * Of the indexes of a run's rows the first stays as it is while they are sent, and the others hold what is not sent yet and
 * what went another way: thousands of rows a second pass through `sending` to `sent` with one index entry to remove.
 */
export const bulk = /* sql */ `
  CREATE TABLE bulk_runs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('notes', 'disputes')),
    state TEXT NOT NULL CHECK (state IN ('columns', 'checked', 'starting', 'sending', 'paused', 'stopped', 'done')),
    account_id TEXT NOT NULL REFERENCES accounts (id),
    account_name TEXT NOT NULL,
    environment TEXT NOT NULL,
    scope TEXT NOT NULL,
    file_name TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    started_at INTEGER,
    ended_at INTEGER,
    row_count INTEGER NOT NULL,
    layout TEXT NOT NULL,
    settings TEXT NOT NULL,
    "table" TEXT NOT NULL,
    plan TEXT NOT NULL,
    plan_from TEXT NOT NULL,
    files TEXT,
    review TEXT,
    include_duplicates INTEGER NOT NULL DEFAULT 0,
    connections INTEGER NOT NULL,
    round INTEGER NOT NULL DEFAULT 1,
    retries TEXT,
    pause_reason TEXT,
    under_way INTEGER NOT NULL DEFAULT 0,
    undoes INTEGER REFERENCES bulk_runs (id),
    indexed_to INTEGER NOT NULL DEFAULT 0,
    discarded INTEGER NOT NULL DEFAULT 0
  ) STRICT;

  CREATE TABLE bulk_pieces (
    run_id INTEGER NOT NULL REFERENCES bulk_runs (id),
    first_row INTEGER NOT NULL,
    rows TEXT NOT NULL,
    PRIMARY KEY (run_id, first_row)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE bulk_marks (
    run_id INTEGER NOT NULL REFERENCES bulk_runs (id),
    row INTEGER NOT NULL,
    standing TEXT NOT NULL CHECK (standing IN ('faulty', 'duplicate', 'skipped')),
    detail TEXT,
    PRIMARY KEY (run_id, row)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX bulk_marks_standing ON bulk_marks (run_id, standing, row);

  CREATE TABLE bulk_edits (
    run_id INTEGER NOT NULL REFERENCES bulk_runs (id),
    row INTEGER NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (run_id, row, field)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE bulk_plans (
    kind TEXT NOT NULL,
    layout TEXT NOT NULL,
    plan TEXT NOT NULL,
    used_at INTEGER NOT NULL,
    PRIMARY KEY (kind, layout)
  ) STRICT, WITHOUT ROWID;

  ALTER TABLE submissions ADD COLUMN run_id INTEGER REFERENCES bulk_runs (id);
  ALTER TABLE submissions ADD COLUMN run_row INTEGER;

  DROP INDEX submissions_open;
  CREATE INDEX submissions_open ON submissions (state, seq) WHERE run_id IS NULL;
  CREATE INDEX submissions_held ON submissions (account_id) WHERE state = 'held';
  CREATE INDEX submissions_run ON submissions (run_id, run_row) WHERE run_id IS NOT NULL AND replaced_by IS NULL;
  CREATE INDEX submissions_run_waiting ON submissions (run_id, run_row)
    WHERE run_id IS NOT NULL AND replaced_by IS NULL AND state = 'queued';
  CREATE INDEX submissions_run_rest ON submissions (run_id, state, run_row)
    WHERE run_id IS NOT NULL AND replaced_by IS NULL AND state NOT IN ('queued', 'sending', 'sent');
`
