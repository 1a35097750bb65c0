const mark = 'char(0xE000, 0xE000)'
/** The first and the last letters of a word, between marks of its own: one trigram that no text has. */
const facet = (of: number, pair: string) => `char(${of}) || ${pair}`

/**
 * What history is searched by. All that an item says is in the index, and beside it what it is: so that a word that half of them
 * have and a state that none of those is in are brought together where neither has to be gone through row by row. Which signs
 * stand for what is in `search-signs.ts`.
 *
 * `detail = none`: which items have three letters, and not where; three letters after three letters are looked at in the text. It
 * makes the index a third as large. The triggers keep it, whatever writes an item. A row of a run is in it once the run is over. What
 * was filed before is put into it after migration 19, which begins the index anew: a million items would hold up the start for minutes.
 * @see https://www.sqlite.org/fts5.html#the_detail_option
 */
export const history = /* sql */ `
  CREATE VIEW submission_texts AS SELECT item.seq AS seq,
    ${facet(0xe011, 'substr(item.state, 1, 1) || substr(item.state, -1, 1)')}
    || ${facet(0xe012, "substr(item.kind, 1, 1) || substr(item.kind, instr(item.kind, '.') + 1, 1)")}
    || ${facet(0xe013, 'substr(item.account_id, 1, 2)')}
    || ${facet(0xe014, 'substr(item.environment, 1, 1) || substr(item.environment, -1, 1)')}
    || ${facet(0xe015, "'t' || item.test")}
    || ${facet(0xe016, "coalesce(char(0x4E00 + item.run_id % 2000, 0x4E00 + item.run_id / 2000 % 2000), '--')")}
    || char(10) || ${mark} || item.subject
    || char(10) || ${mark} || coalesce(item.vendor_number, '')
    || char(10) || ${mark} || replace(item.context, ' ', char(10) || ${mark})
    || char(10, 0xE021) || item.subject || char(10) || item.context || char(10) || item.excerpt
    || char(10, 0xE022) || substr(coalesce((SELECT group_concat(told.atom, char(10))
      FROM json_tree(CASE WHEN json_valid(item.payload) THEN item.payload ELSE '{}' END) AS told
      WHERE told.type = 'text' AND told.key NOT IN ('kind', 'action')), ''), 1, 20000)
    || char(10, 0xE023) || coalesce((SELECT name FROM attachments WHERE id = item.attachment_id), '')
    || char(10, 0xE024) || coalesce(item.vendor_number, '') || char(10)
    || substr(coalesce((SELECT group_concat(CASE WHEN json_valid(attempt.answer) THEN
        (SELECT group_concat(said.atom, char(10)) FROM json_tree(attempt.answer) AS said WHERE said.type IN ('text', 'integer', 'real'))
        ELSE attempt.answer END, char(10))
      FROM attempts AS attempt WHERE attempt.submission_id = item.id), ''), 1, 8000) AS text
    FROM submissions AS item WHERE item.text_gone_at IS NULL;

  DROP TABLE submission_search;
  CREATE VIRTUAL TABLE submission_search USING fts5 (text, tokenize = 'trigram remove_diacritics 1', detail = none, columnsize = 0);
  INSERT INTO submission_search (submission_search, rank) VALUES ('secure-delete', 1);
  CREATE TRIGGER submission_search_filed AFTER INSERT ON submissions WHEN new.run_id IS NULL
    BEGIN INSERT INTO submission_search (rowid, text) SELECT seq, text FROM submission_texts WHERE seq = new.seq; END;
  CREATE TRIGGER submission_search_moved AFTER UPDATE OF state, vendor_number ON submissions
    WHEN new.text_gone_at IS NULL AND new.state <> 'sending'
      AND (new.state <> old.state OR new.vendor_number IS NOT old.vendor_number)
      AND (new.run_id IS NULL OR new.seq <= (SELECT indexed_to FROM bulk_runs WHERE id = new.run_id))
    BEGIN INSERT OR REPLACE INTO submission_search (rowid, text) SELECT seq, text FROM submission_texts WHERE seq = new.seq; END;

  CREATE INDEX submissions_made ON submissions (created_at);

  CREATE TABLE saved_searches (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    filter TEXT NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
`
