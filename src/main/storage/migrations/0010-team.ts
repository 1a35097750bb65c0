/**
 * What a desk in a team remembers. `team_log` is the order in which its items changed, by which the team is told of them; an
 * account that is shared with nobody leaves no trace in it. Rows of a run that wait are told of when they are reserved.
 *
 * `id` of `team_desk` is of this ledger on this computer: a copy is another desk. `acked`, `epoch` and `news` are what the team's
 * database said last, by which one that was put back is told.
 */
export const team = /* sql */ `
  CREATE TABLE team_link (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    host TEXT NOT NULL,
    port INTEGER NOT NULL,
    database TEXT NOT NULL,
    user TEXT NOT NULL,
    ca TEXT
  ) STRICT;

  CREATE TABLE team_desk (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    id TEXT NOT NULL,
    acked INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    news TEXT
  ) STRICT;

  CREATE TABLE team_account (
    account_id TEXT PRIMARY KEY REFERENCES accounts (id),
    shared INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE team_log (serial INTEGER PRIMARY KEY AUTOINCREMENT, seq INTEGER NOT NULL) STRICT;

  CREATE TABLE team_seen (
    submission_id TEXT PRIMARY KEY,
    shown INTEGER NOT NULL,
    agreed INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TRIGGER team_filed AFTER INSERT ON submissions
    WHEN new.run_id IS NULL AND EXISTS (SELECT 1 FROM team_account WHERE account_id = new.account_id)
    BEGIN INSERT INTO team_log (seq) VALUES (new.seq); END;
  CREATE TRIGGER team_moved AFTER UPDATE OF state ON submissions
    WHEN EXISTS (SELECT 1 FROM team_account WHERE account_id = new.account_id)
    BEGIN INSERT INTO team_log (seq) VALUES (new.seq); END;
`
