import { sqliteCodeOf } from '../sqlite-code.ts'
import { LedgerDamaged } from '../ledger-failures.ts'

/** The file says something that no ledger says. A full, failing or locked disk is none of these. */
const damage = new Set(['SQLITE_CORRUPT', 'SQLITE_FORMAT', 'SQLITE_NOTADB'])

/** Does it, and says what SQLite found broken by the sentence for it. */
export function orDamaged<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof Error && damage.has(sqliteCodeOf(error) ?? ''))
      throw new LedgerDamaged(file, error.message, { cause: error })
    throw error
  }
}
