import { openDatabase, type Database } from '#main/storage/database.ts'
import { statementsOf } from './sql-statements.ts'

/** A statement about to run, or one that ran, with those that ran before it in the same transaction. */
export interface LedgerStep {
  at: 'before' | 'after'
  sql: string
  transaction: readonly string[]
}

/**
 * Shows every write of this process's ledger to `on`, which may end the process there; not those of one in memory, that is made
 * to compare it with. The desk itself has no such hooks.
 */
export function hookLedger(on: (step: LedgerStep) => void): void {
  const prototype = Object.getPrototypeOf(openDatabase(':memory:')) as Database
  const { prepare, exec } = prototype
  let transaction: string[] = []
  const around = <T>(sql: string, work: () => T): T => {
    on({ at: 'before', sql, transaction })
    const result = work()
    transaction.push(sql)
    on({ at: 'after', sql, transaction })
    return result
  }
  prototype.prepare = function prepared(sql) {
    const statement = prepare.call(this, sql)
    if (this.name === ':memory:') return statement
    const run = statement.run.bind(statement)
    statement.run = (...values) => around(sql, () => run(...values))
    return statement
  }
  prototype.exec = function executed(sql) {
    if (this.name === ':memory:') return exec.call(this, sql)
    // A migration is one text: each statement of it, its COMMIT too, is a step.
    for (const statement of statementsOf(sql)) {
      if (statement.startsWith('BEGIN')) transaction = []
      around(statement.replace(/;$/, ''), () => exec.call(this, statement))
    }
    return this
  }
}

/** A statement with these words. */
export const isSql = (at: LedgerStep['at'], part: string) => (step: LedgerStep) => step.at === at && step.sql.includes(part)

/** The commit of a transaction with such a statement in it. */
export const isCommitOf = (at: LedgerStep['at'], part: string) => (step: LedgerStep) =>
  step.at === at && step.sql === 'COMMIT' && step.transaction.some((earlier) => earlier.includes(part))
