import { paymentNoteKey } from '#shared/vendors/mollie/payment-note-key.ts'
import type { FiledPaymentNote, PaymentNotePayload, ReadNote } from '#shared/vendors/mollie/payment-note.ts'
import type { MollieSettings } from '#shared/vendors/mollie/settings.ts'
import type { BulkVendor, DuplicateVerdict } from '../../../bulk/vocabulary/bulk-vendor.ts'
import { checkPaymentNote } from './check-payment-note.ts'
import { paymentNoteClues } from './columns.ts'

/** The note that an item leaves at its payment. */
const leftBy = ({ action, text = '', at }: Pick<PaymentNotePayload, 'action' | 'text' | 'at'>): ReadNote | null =>
  action === 'delete' ? null : { text, at }

/** Tables of notes on payments. */
export const paymentNoteBulk: BulkVendor<MollieSettings, FiledPaymentNote, PaymentNotePayload> = {
  clues: paymentNoteClues,
  checks({ mode }, { boundOrigin, known }) {
    const isKnown = known.keysSoFar()
    const at = new Date().toISOString()
    const keyOf = (paymentID: string) => paymentNoteKey(boundOrigin, mode, paymentID)
    /** What rows before leave at their payments, and which row did so. */
    const rows = new Map<string, { row: number; note: ReadNote | null }>()
    const lastOf = (paymentID: string): ReadNote | null => {
      const sent = known.lastSent(keyOf(paymentID))
      return sent?.kind === 'payment-note' ? leftBy(sent) : null
    }
    return {
      check(row) {
        const { complete, ...rest } = checkPaymentNote(row)
        if (!complete) return { complete, ...rest }
        const earlier = rows.get(complete.paymentID)
        const own = earlier ? { own: earlier.note } : {}
        return { complete: { ...complete, mode, at, shown: lastOf(complete.paymentID), ...own }, ...rest }
      },
      duplicateOf(row, note): DuplicateVerdict {
        const { paymentID, action } = note
        const earlier = rows.get(paymentID)
        const left = leftBy(note)
        rows.set(paymentID, { row: earlier?.row ?? row, note: left })
        const isSame = earlier && earlier.note?.text === left?.text
        if (isSame) return { duplicate: true, warnings: [{ id: 'bulk.row.sameRow', values: { row: earlier.row } }] }
        if (action === 'create' && earlier)
          return { duplicate: true, warnings: [{ id: 'bulk.row.samePayment', values: { row: earlier.row } }] }
        if (action === 'create' && isKnown(keyOf(paymentID)))
          return { duplicate: true, warnings: [{ id: 'bulk.row.knownPaymentNote' }] }
        return { duplicate: false, warnings: [] }
      },
    }
  },
  isTest: ({ mode }) => mode === 'test',
  maxFileBytes: () => 0,
  undo: {
    fields: ['action', 'paymentID'],
    cells: ({ paymentID }) => ['delete', paymentID],
    // A payment has one note: what another item put there since is not deleted unasked.
    beside: (others) => ({ id: 'bulk.undo.otherPaymentNotes', values: { count: others } }),
  },
}
