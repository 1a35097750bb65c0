import { crc32 } from 'node:zlib'
import { environmentSchema } from '#shared/domain/account-fields.ts'
import type { RawRow } from './record-keys.ts'

/** What an item sends, where, and in whose order: by their columns. */
export interface Sealed {
  kind: string
  accountId: string
  boundOrigin: string
  attachmentId: string | null
  subject: string
  noteKey: string | null
  test: boolean
  /** As it stands in the ledger. */
  payload: string
}

/**
 * SECURITY: what leaves is what was confirmed, letter by letter: a bit that falls over on a disk passes every schema when it
 * makes another digit. Nobody is kept from changing both; this is against faults, as SQLite's pages have no checksum.
 */
export const sealOf = ({ kind, accountId, boundOrigin, attachmentId, subject, noteKey, test, payload }: Sealed): number =>
  crc32(`${kind}\n${accountId}\n${boundOrigin}\n${attachmentId ?? ''}\n${subject}\n${noteKey ?? ''}\n${test ? 1 : 0}\n${payload}`)

/** Whether a row is as it was sealed; null of one that never was, as those of before. */
export function isUnbroken(row: RawRow): boolean | null {
  const {
    seal,
    kind,
    account_id: accountId,
    scope: boundOrigin,
    attachment_id: attachmentId,
    subject,
    note_key: noteKey,
    test,
    payload,
  } = row
  if (seal === null) return null
  // By hand, since each row of a bulk run comes by here: a value of another type makes another text.
  const values = { kind, accountId, boundOrigin, attachmentId, subject, noteKey, test: test !== 0, payload } as Sealed
  return (test === 0 || test === 1) && seal === sealOf(values)
}

/** What stands in a row that was never tried. */
const untried = Object.entries({
  typed: '',
  head: '[]',
  fields: '{}',
  reason: null,
  draft_id: null,
  vendor_number: null,
  replaced_by: null,
  first_unknown_at: null,
  not_before: null,
  wait_ms: 0,
  in_hold: 0,
  uncertain: 0,
  repeating: 0,
  repeats: 0,
  asks: 0,
  attempt_count: 0,
  backoff_count: 0,
  confirmed_by_person: 0,
  dismissed: 0,
})
const texts = ['id', 'account_name', 'context', 'excerpt']
const numbers = ['seq', 'run_id', 'run_row', 'state_at', 'created_at']
const environments = new Set<unknown>(environmentSchema.options)

/**
 * Whether a row of a run stands as it was written: sealed, and never tried. Nothing of it needs a schema then, which costs ten
 * times as much as to look at it.
 */
export const isUntouched = (row: RawRow): boolean =>
  isUnbroken(row) === true &&
  untried.every(([column, value]) => row[column] === value) &&
  texts.every((column) => typeof row[column] === 'string') &&
  numbers.every((column) => Number(row[column]) >= 0 && Number(row[column]) <= 8.64e15) &&
  environments.has(row['environment'])
