/**
 * The files that a draft's one file is made of, in their order, each as it was given; `edits` is what a person did to its pages.
 * They outlive the draft for as long as its item can come back. `made_files` says of a file that was put together what of, and
 * whether it was made smaller.
 */
export const draftSources = /* sql */ `
  CREATE TABLE draft_sources (
    id TEXT PRIMARY KEY,
    draft_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    file_id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    sealed INTEGER NOT NULL,
    doubt TEXT,
    edits TEXT NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX draft_sources_draft ON draft_sources (draft_id, position);
  CREATE INDEX draft_sources_file ON draft_sources (file_id);
  CREATE TABLE made_files (
    attachment_id TEXT PRIMARY KEY REFERENCES attachments (id) ON DELETE CASCADE,
    made TEXT NOT NULL
  ) STRICT;
`
