/**
 * SQLite's primary result code by name, such as `SQLITE_FULL`; null where it was not SQLite that failed.
 * @see https://www.sqlite.org/rescode.html
 */
export function sqliteCodeOf(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^SQLITE_[A-Z]+/.exec(code)?.[0] ?? null
}

/** Only a table of searched text is damaged, and no record. */
export const isIndexDamage = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'SQLITE_CORRUPT_VTAB'
