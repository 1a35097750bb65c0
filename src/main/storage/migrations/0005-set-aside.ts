/**
 * Records that can't be read, by table and key. The record itself stays as it is. `seq` and `note_key` are of items that are
 * not finished: a later item for the same note waits for them, as it would for one of unknown outcome, until a person has
 * put the record away.
 *
 * `seal` is a checksum over what leaves and where it goes: a letter that fell over in it still reads well. Items of before
 * have none.
 */
export const setAside = /* sql */ `
  CREATE TABLE set_aside (
    source TEXT NOT NULL,
    key TEXT NOT NULL,
    found_at INTEGER NOT NULL,
    rules TEXT NOT NULL,
    seq INTEGER,
    note_key TEXT,
    put_away_at INTEGER,
    PRIMARY KEY (source, key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX set_aside_note ON set_aside (note_key) WHERE note_key IS NOT NULL AND put_away_at IS NULL;

  ALTER TABLE submissions ADD COLUMN seal INTEGER;
`
