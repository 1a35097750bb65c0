/**
 * What a person changes at the check, step by step: `edit_step` of a run says how many of its steps count, so that undoing one that
 * changed ten thousand cells moves one number, and a step that a crash broke off was never made. A cell's newest value up to that step
 * counts; the row as it was read stays in `bulk_pieces`. `bulk_steps` names the steps that can be undone and made again: in the
 * round they were made in, since what was sent later was sent with them.
 *
 * That a row was left out is a step like any other, as the field `skip`; the mark of it is made anew by each check. A mark that says
 * no word that is known may have been this one, and comes along as what can't be read.
 */
export const bulkSteps = /* sql */ `
  ALTER TABLE bulk_runs ADD COLUMN edit_step INTEGER NOT NULL DEFAULT 0;

  CREATE TABLE bulk_edits_by_step (
    run_id INTEGER NOT NULL REFERENCES bulk_runs (id),
    row INTEGER NOT NULL,
    field TEXT NOT NULL,
    step INTEGER NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (run_id, row, field, step)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO bulk_edits_by_step (run_id, row, field, step, value) SELECT run_id, row, field, 0, value FROM bulk_edits;
  INSERT OR IGNORE INTO bulk_edits_by_step (run_id, row, field, step, value)
    SELECT run_id, row, 'skip', 0, CASE standing WHEN 'skipped' THEN '1' ELSE standing END FROM bulk_marks
    WHERE standing NOT IN ('faulty', 'duplicate');
  DROP TABLE bulk_edits;
  ALTER TABLE bulk_edits_by_step RENAME TO bulk_edits;
  CREATE INDEX bulk_edits_step ON bulk_edits (run_id, step);
  UPDATE set_aside SET key = key || '/0' WHERE source = 'bulk_edits';

  CREATE TABLE bulk_steps (
    run_id INTEGER NOT NULL REFERENCES bulk_runs (id),
    step INTEGER NOT NULL,
    round INTEGER NOT NULL,
    kind TEXT NOT NULL,
    field TEXT,
    rows INTEGER NOT NULL,
    PRIMARY KEY (run_id, step)
  ) STRICT, WITHOUT ROWID;
`
