/**
 * Drafts that the team can take over. `team_id` is the draft's there: one that changes hands keeps it, whatever each ledger calls it.
 * `held`: this desk has it; `ended`: it was filed or removed here, and the team knows; `taken`: a colleague has it; `gone`: the team
 * has it no more. `fence` and `revision` are those of the team, `content` a hash of what it has, in the life `epoch` of its database;
 * `files` are those that are whole there, `clerk` from whom it came or who has it, `note` what the next holder is told.
 */
export const teamDrafts = /* sql */ `
  CREATE TABLE team_drafts (
    draft_id TEXT PRIMARY KEY,
    team_id TEXT NOT NULL UNIQUE,
    shared INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('held', 'ended', 'taken', 'gone')),
    fence INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    content TEXT NOT NULL,
    files TEXT NOT NULL,
    clerk TEXT,
    note TEXT NOT NULL,
    at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
`
