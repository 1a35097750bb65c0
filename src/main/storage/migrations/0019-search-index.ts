/**
 * The search index, empty, and that all items are still to be put into it: `history-search/index-fill.ts` does so by and by, the
 * newest first. Run where an index is found damaged as well: it holds nothing that does not stand in the tables.
 *
 * Without `secure-delete`: with `detail = none` it breaks an index in which texts are replaced and put in together, so that rows are lost
 * and at last no item can be written (SQLite 3.53.4; `index-fill.test.ts` writes as it takes to see it). What is erased leaves the file
 * when the index's parts are merged, which erasing a person does at once.
 * @see https://www.sqlite.org/fts5.html#the_secure_delete_configuration_option
 */
export const emptySearchIndex = /* sql */ `
  DROP TABLE IF EXISTS submission_search;
  CREATE VIRTUAL TABLE submission_search USING fts5 (text, tokenize = 'trigram remove_diacritics 1', detail = none, columnsize = 0);
  DELETE FROM upkeep WHERE name = 'search-index';
  INSERT INTO upkeep (name, value) SELECT 'search-index', max(seq) + 1 FROM submissions HAVING count(*) > 0;
`

/** Beside it: what is left of erased items, which no index of texts has, in all that history is narrowed by. */
export const searchIndex = /* sql */ `
  ${emptySearchIndex}
  CREATE INDEX submissions_gone ON submissions (seq, state, kind, account_id, environment, test, run_id, created_at)
    WHERE text_gone_at IS NOT NULL;
`
