/** SQLite's own word for a full disk (SQLITE_FULL, https://www.sqlite.org/rescode.html#full), whichever binding says it. */
export const sqliteFull = (error: unknown): boolean => error instanceof Error && error.message.includes('disk is full')
