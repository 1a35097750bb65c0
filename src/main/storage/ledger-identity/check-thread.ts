import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '../database.ts'
import { LedgerDamaged } from '../ledger-failures.ts'
import { hasFaultyRows, hasStrangeWords } from './row-faults.ts'
import { orDamaged } from './sqlite-damage.ts'

/** Which ledger, and what it is sealed under; null where it lies open. */
export interface CheckOrder {
  file: string
  key: Uint8Array | null
}
export type CheckReply = { hasFaultyRows: boolean } | { damage: string }

const { file, key } = workerData as CheckOrder

function check(): CheckReply {
  const db = openDatabase(file, { readonly: true, key: key && Buffer.from(key) })
  try {
    return orDamaged(file, () => ({ hasFaultyRows: hasFaultyRows(db, file, 'quick_check') || hasStrangeWords(db) }))
  } catch (error) {
    if (error instanceof LedgerDamaged) return { damage: error.detail }
    throw error
  } finally {
    db.close()
  }
}

parentPort?.postMessage(check())
