const withoutCheck = (table: string, words: string) => /* sql */ `
  UPDATE sqlite_schema SET sql = replace(sql, ' CHECK (kind IN (${words.replaceAll("'", "''")}))', '')
    WHERE type = 'table' AND name = '${table}';`

/**
 * Which kinds there are is said in one table, in TypeScript, and an item of none of them is set aside when it is read: a new kind
 * is no change of the ledger.
 *
 * Only the definitions change, as SQLite's documents have it for what is not stored: no row is written, so that one which breaks
 * another rule neither ends this nor is lost. The index is made anew so that each connection sees another version of the tables.
 * @see https://www.sqlite.org/lang_altertable.html#otheralter
 */
export const kindsUnchecked = /* sql */ `
  PRAGMA writable_schema = ON;
  ${withoutCheck('drafts', `'dispute', 'note'`)}
  ${withoutCheck('submissions', `'dispute.create', 'note.create', 'note.update', 'note.delete'`)}
  ${withoutCheck('bulk_runs', `'notes', 'disputes'`)}
  PRAGMA writable_schema = RESET;

  DROP INDEX submissions_dispute;
  CREATE INDEX submissions_dispute ON submissions (scope, account_id, subject) WHERE kind = 'dispute.create';
`
