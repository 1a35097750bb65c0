import { LedgerDamaged } from '../ledger-failures.ts'

/**
 * SQLITE_CORRUPT, SQLITE_FORMAT and SQLITE_NOTADB: the file says something that no
 * ledger says. A full, failing or locked disk is none of these.
 * @see https://www.sqlite.org/rescode.html
 */
const damage = new Set([11, 24, 26])

/** Does it, and says what SQLite found broken by the sentence for it. */
export function orDamaged<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : null
    if (error instanceof Error && code !== null && damage.has(code))
      throw new LedgerDamaged(file, error.message, { cause: error })
    throw error
  }
}
