/** "BALE" in ASCII: tells a ledger from any other SQLite file (https://www.sqlite.org/pragma.html#pragma_application_id). */
export const applicationId = 0x42414c45

/**
 * Which ledger this is and how far it has come, so that a copy that is put back, a log that is missing or belongs elsewhere
 * and a second computer are noticed before anything is sent.
 *
 * `generation` counts starts and clean ends, and `ledger_generations` remembers the random mark of each: whoever saw the
 * newest one elsewhere can tell whether this file has been through it. `clean` is 1 while nobody has the ledger open.
 * `commits` is raised by each transaction, so that it stands in each write-ahead log; `claims` by each claim.
 */
export const identity = /* sql */ `
  PRAGMA application_id = ${applicationId};

  CREATE TABLE ledger_identity (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    id TEXT NOT NULL,
    generation INTEGER NOT NULL,
    mark TEXT NOT NULL,
    clean INTEGER NOT NULL,
    commits INTEGER NOT NULL,
    claims INTEGER NOT NULL
  ) STRICT;
  INSERT INTO ledger_identity (one, id, generation, mark, clean, commits, claims)
    VALUES (1, lower(hex(randomblob(16))), 0, '', 1, 0, 0);

  CREATE TABLE ledger_generations (
    generation INTEGER PRIMARY KEY,
    mark TEXT NOT NULL,
    at INTEGER NOT NULL,
    event TEXT NOT NULL CHECK (event IN ('opened', 'closed', 'moved'))
  ) STRICT;

  CREATE TABLE ledger_lock (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    session TEXT NOT NULL,
    host TEXT NOT NULL,
    boot TEXT NOT NULL,
    pid INTEGER NOT NULL,
    started TEXT NOT NULL,
    heartbeat INTEGER NOT NULL
  ) STRICT;
`
