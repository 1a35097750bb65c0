import { createHmac } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'

/** The key that a ledger's pages are sealed under: 32 random bytes. Null where a ledger lies open. */
export type LedgerKey = Buffer

export const ledgerKeyBytes = 32
const markBytes = 16

/**
 * How a file that is sealed names its key. SQLite keeps 16 bytes at its beginning for the salt of a passphrase; a raw key needs
 * none, so that they can say which key it is.
 */
export const markOfKey = (key: LedgerKey): Buffer =>
  createHmac('sha256', key).update('Balie ledger').digest().subarray(0, markBytes)

/** What lies where a ledger belongs, by its first bytes. */
export type Sealing =
  | { state: 'none' }
  | { state: 'open' }
  /** Under the key of this mark. */
  | { state: 'sealed'; mark: Buffer }

const openBegin = Buffer.from('SQLite format 3\0')
/** Largest and smallest share of a page for one entry: the same in every SQLite file, and sealed files show them. */
const fixed = Buffer.from([64, 32, 32])
/** From here on SQLite says how it writes pages: the room it leaves at the end of each, then what is fixed. */
const reservedAt = 20
const headBytes = 24
/** How it is written and read: 1 through a rollback journal, 2 through a write-ahead log. */
const versionsAt = 18
const throughLog = Buffer.from([2, 2])

/** The beginning of a file, which lies open in a sealed one as well; null where there is no file. */
function headOf(file: string): Buffer | null {
  const head = Buffer.alloc(headBytes)
  try {
    const handle = openSync(file, 'r')
    try {
      return head.subarray(0, readSync(handle, head, 0, headBytes, 0))
    } finally {
      closeSync(handle)
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR')) return null
    throw error
  }
}

/**
 * SECURITY: whether the file says that it is written through a log. The seal leaves these two bytes out, and whoever changes them
 * would have SQLite pass over a log that is there.
 */
export const saysItHasLog = (file: string): boolean =>
  headOf(file)
    ?.subarray(versionsAt, versionsAt + throughLog.length)
    .equals(throughLog) ?? false

/** Whether a file is sealed, and under which key; one that is too short for either is damaged, and nobody's key helps. */
export function sealingOf(file: string): Sealing {
  const head = headOf(file)
  if (!head || head.length === 0) return { state: 'none' }
  const mark = head.subarray(0, markBytes)
  const isSealed = head.length === headBytes && !mark.equals(openBegin) && head[reservedAt] !== 0
  return isSealed && head.subarray(reservedAt + 1).equals(fixed) ? { state: 'sealed', mark } : { state: 'open' }
}
