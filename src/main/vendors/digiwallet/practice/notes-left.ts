import type { NotePayload } from '#shared/vendors/digiwallet/sale-note.ts'
import type { Confirmed } from '../../vendor.ts'
import type { EarlierNote } from './notes.ts'

/** The notes that are left of a sale after all that was confirmed, in its order; one whose text was erased is gone. */
export function notesLeft(confirmed: readonly Confirmed<NotePayload>[]): EarlierNote[] {
  const notes: EarlierNote[] = []
  for (const { payload, vendorNumber } of confirmed) {
    const before = payload.action === 'create' ? null : (notes.pop() ?? null)
    if (payload.text === undefined) continue
    const number = vendorNumber === null ? null : Number(vendorNumber)
    notes.push({ text: payload.text, saleNoteID: before?.saleNoteID ?? (Number.isSafeInteger(number) ? number : null) })
  }
  return notes
}
