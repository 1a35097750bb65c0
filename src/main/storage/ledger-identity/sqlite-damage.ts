import { sqliteCodeOf } from '../sqlite-code.ts'
import { LedgerDamaged } from '../ledger-failures.ts'

/** The file says something that no ledger says. A full, failing or locked disk is none of these. */
const damage = new Set(['SQLITE_CORRUPT', 'SQLITE_FORMAT', 'SQLITE_NOTADB'])

/** What SQLite found broken, by the sentence for it; any other error as it is. */
export const asDamage = (file: string, error: unknown): unknown =>
  error instanceof Error && damage.has(sqliteCodeOf(error) ?? '')
    ? new LedgerDamaged(file, error.message, { cause: error })
    : error

/** Does it, and says what SQLite found broken by the sentence for it. */
export function orDamaged<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw asDamage(file, error)
  }
}
