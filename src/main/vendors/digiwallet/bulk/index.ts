import type { DigiwalletSettings } from '#shared/vendors/digiwallet/settings.ts'
import type { NotePayload, CompleteNote, NoteTarget } from '#shared/vendors/digiwallet/sale-note.ts'
import { noteKey } from '#shared/vendors/digiwallet/note-key.ts'
import type { BulkVendor } from '../../../bulk/vocabulary/bulk-vendor.ts'
import { checkNote, noteContextOf } from './check-note.ts'
import { noteClues } from './columns.ts'
import { noteDuplicates } from './duplicates.ts'

/** Tables of notes on sales. */
export const noteBulk: BulkVendor<DigiwalletSettings, CompleteNote, NotePayload> = {
  clues: noteClues,
  checks(settings, { boundOrigin, known }) {
    const context = noteContextOf(settings)
    const isKnown = known.keysSoFar()
    return {
      check: (row) => checkNote(row, context),
      duplicateOf: noteDuplicates((note: NoteTarget) => isKnown(noteKey(boundOrigin, note))),
    }
  },
  isTest: ({ target }) => target.test,
  undo: {
    fields: ['action', 'outletID', 'saleID', 'paymentMethodCode', 'test'],
    cells({ target }) {
      const { outletID, saleID, paymentMethodCode, test } = target
      return ['delete', outletID, saleID, paymentMethodCode, test ? '1' : '0']
    },
    // A delete carries no note ID: where there is another note for the same sale, nobody can tell which one goes.
    beside: (others) => ({ id: 'bulk.undo.otherNotes', values: { count: others } }),
  },
}
