import { existsSync } from 'node:fs'
import path from 'node:path'
import { openDatabase, type Database, type DatabaseOptions } from '#main/storage/database.ts'
import { keyAmong } from '#main/storage/ledger-seal/open-key.ts'
import { openLedger } from '#main/storage/ledger.ts'

/** What every computer of a test seals its ledger under, so that tests and processes of a fault run can look into its file. */
export const testLedgerKey = Buffer.alloc(32, 'Balie test ')

/** Opens the file of a test's ledger as it lies there, sealed or open. */
export const openLedgerFile = (file: string, options: DatabaseOptions = {}): Database =>
  openDatabase(file, { key: keyAmong([testLedgerKey], file), ...options })

/** As on a computer that has had accounts of a vendor for longer than a day: where there is no ledger yet there is a sealed one. */
export function haveSealedLedger(folder: string): void {
  const file = path.join(folder, 'ledger.sqlite')
  if (!existsSync(file)) openLedger(file, testLedgerKey).close()
}

/** Every page of a ledger as it is without its seal, free pages and what is in its log as well. */
export function unsealedBytes(file: string): Buffer {
  const db = openLedgerFile(file) as Database & { serialize(): Buffer }
  try {
    return db.serialize()
  } finally {
    db.close()
  }
}
