import type { Message } from '#shared/domain/message.ts'
import { paymentNoteKey } from '#shared/vendors/mollie/payment-note-key.ts'
import type { FiledPaymentNote, PaymentNotePayload, ReadNote } from '#shared/vendors/mollie/payment-note.ts'
import type { MollieSettings } from '#shared/vendors/mollie/settings.ts'
import type { BulkVendor } from '../../../bulk/vocabulary/bulk-vendor.ts'
import { checkPaymentNote } from './check-payment-note.ts'
import { paymentNoteClues } from './columns.ts'
import { agreedIn } from './refusals.ts'

/** The note that an item leaves at its payment. */
const leftBy = ({ action, text = '', at }: Pick<PaymentNotePayload, 'action' | 'text' | 'at'>): ReadNote | null =>
  action === 'delete' ? null : { text, at }

/** A row that leaves a note at its payment, or none. */
interface Left {
  row: number
  note: ReadNote | null
}

/** Why a row says what a row before it, or the ledger, says already. */
function repeated(
  action: PaymentNotePayload['action'],
  left: ReadNote | null,
  earlier: Left | null,
  isKnown: () => boolean,
): Message | null {
  if (earlier && earlier.note?.text === left?.text) return { id: 'bulk.row.sameRow', values: { row: earlier.row } }
  if (action !== 'create') return null
  if (earlier) return { id: 'bulk.row.samePayment', values: { row: earlier.row } }
  return isKnown() ? { id: 'bulk.row.knownPaymentNote' } : null
}

/** Tables of notes on payments. */
export const paymentNoteBulk: BulkVendor<MollieSettings, FiledPaymentNote, PaymentNotePayload> = {
  clues: paymentNoteClues,
  checks({ mode }, { boundOrigin, known, includeDuplicates, undoes, retries, at: filedAt }) {
    const isKnown = known.keysSoFar()
    const at = new Date(filedAt).toISOString()
    const keyOf = (paymentID: string) => paymentNoteKey(boundOrigin, mode, paymentID)
    /** What rows before leave at their payments, and which row did so. */
    const rows = new Map<string, Left>()
    /** An undo deletes what its run left there alone: a note that this desk put there since is another one. */
    const lastOf = (paymentID: string): ReadNote | null => {
      const sent = known.lastSent(keyOf(paymentID), undoes)
      return sent?.kind === 'payment-note' ? leftBy(sent) : null
    }
    /** Of a row that comes again: what stands at its payment, and is replaced where a person wants that. */
    const agreedAt = (paymentID: string) => (retries === null ? null : agreedIn(known.refusedIn(keyOf(paymentID), retries)))
    return {
      check(row) {
        const { complete, ...rest } = checkPaymentNote(row)
        if (!complete) return { complete, ...rest }
        const earlier = rows.get(complete.paymentID)
        const own = earlier ? { own: earlier.note } : {}
        const { shown = lastOf(complete.paymentID), keepValue = complete.keepValue } = agreedAt(complete.paymentID) ?? {}
        return { complete: { ...complete, mode, at, shown, keepValue, ...own }, ...rest }
      },
      duplicateOf(row, note) {
        const { paymentID } = note
        const earlier = rows.get(paymentID)
        const left = leftBy(note)
        const again = repeated(note.action, left, earlier ?? null, () => isKnown(keyOf(paymentID)))
        const warning = again ?? (earlier ? null : (agreedAt(paymentID)?.warning(note.action) ?? null))
        // What stays behind leaves nothing there that a row after it could replace.
        if (!warning || includeDuplicates) rows.set(paymentID, { row: earlier?.row ?? row, note: left })
        return { duplicate: warning !== null, warnings: warning ? [warning] : [] }
      },
    }
  },
  isTest: ({ mode }) => mode === 'test',
  undo: {
    fields: ['action', 'paymentID'],
    cells: ({ paymentID }) => ['delete', paymentID],
    // A payment has one note: what another item put there since is not deleted unasked.
    beside: (others) => ({ id: 'bulk.undo.otherPaymentNotes', values: { count: others } }),
  },
}
