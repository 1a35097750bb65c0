import { DatabaseSync } from 'node:sqlite'
import type { Database } from '#main/storage/database.ts'
import { joinLedger } from '#main/storage/ledger.ts'
import { benchKey, type SealedOrders } from './orders.ts'
import { workOn } from './work.ts'

/** As Balie opened its ledger while it lay open. */
function openBefore(file: string): Database {
  const db = new DatabaseSync(file, { timeout: 5000 })
  db.exec(`
    PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON;
    PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF`)
  return db as unknown as Database
}

const { file, sealed, items, from } = JSON.parse(process.argv[2] ?? '') as SealedOrders
const db = sealed ? joinLedger(file, benchKey, 'FULL').db : openBefore(file)
db.exec('PRAGMA journal_mode = WAL')
const work = workOn(db, items, from)
db.close()
process.stdout.write(JSON.stringify(work))
