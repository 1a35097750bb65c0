/**
 * What stood at a vendor that reads back when a try asked, by the number of that try: `found` before anything is changed, `meant`
 * with the key of the change that may have left since; neither where the try stopped at what it read. `agreed_at`: a person saw
 * what stands there and said to go on. `look` is what a later reading made of an outcome that was unknown.
 */
export const attemptReads = /* sql */ `
  CREATE TABLE attempt_reads (
    submission_id TEXT NOT NULL REFERENCES submissions (id),
    number INTEGER NOT NULL,
    read_at INTEGER NOT NULL,
    found TEXT NOT NULL,
    meant TEXT,
    idempotency_key TEXT,
    agreed_at INTEGER,
    looked_at INTEGER,
    look TEXT CHECK (look IN ('arrived', 'not-arrived', 'asks')),
    look_found TEXT,
    PRIMARY KEY (submission_id, number)
  ) STRICT, WITHOUT ROWID;
`
