import type { NoteTarget } from '#shared/vendors/digiwallet/sale-note.ts'
import { demonstrate } from '../../../practice/demonstrations.ts'
import { answer, type Reaction } from '../../../practice/reaction.ts'
import type { SaleDemonstrations } from './demonstrations.ts'
import { type CheckedNote, checkNote, type NoteErrors, noteFieldNames, type NoteFields } from './note-fields.ts'
import type { NoteBook } from './notes.ts'
import { refuseNote } from './refusal.ts'
import type { NoteSwitches } from './switches.ts'

export interface NoteParts {
  book: NoteBook
  demonstrationOf: SaleDemonstrations
  switches: NoteSwitches
}

/** Documented, and the only text the document has for anything that is not there. */
const saleNotFound = 'Sale not found.'

/** A sale without a note to update: the document has no text for it, this one is our reading. */
const noteNotFound = 'Sale note not found.'

/** `POST /sale-note` → 201 ("Een succesvol verwerkt aanmaak verzoek"). */
export function createNote(fields: NoteFields, parts: NoteParts): Reaction {
  const { book, switches } = parts
  return perform('create', fields, parts, ({ target, text }) => {
    if (switches.refuseSecondCreate && book.findNote(target)) return 'Sale already has a note.'
    const { saleNoteID } = book.addNote(target, text)
    return answer(201, { status: 0, message: 'SaleNote successfully created', saleNoteID })
  })
}

/** `PATCH /sale-note/<outletID>/<saleID>/<paymentMethodCode>/<text>[/<test>]` → 200. */
export function updateNote(fields: NoteFields, parts: NoteParts): Reaction {
  return perform('update', fields, parts, ({ target, text }) => {
    const note = parts.book.findNote(target)
    if (!note) return noteNotFound
    parts.book.changeNote(note, text)
    return answer(200, { status: 0, message: 'SaleNote successfully updated', saleNoteID: note.saleNoteID })
  })
}

/**
 * `DELETE /sale-note/<outletID>/<saleID>/<paymentMethodCode>[/<test>]` → 200, without a `saleNoteID`. A note that is not
 * there gets the only error the document has for a delete, which decisions.md reads as "already deleted".
 */
export function deleteNote(fields: NoteFields, parts: NoteParts): Reaction {
  return perform('delete', fields, parts, ({ target }) => {
    const note = parts.book.findNote(target)
    if (!note) return saleNotFound
    parts.book.removeNote(note)
    return answer(200, { status: 0, message: 'SaleNote successfully deleted' })
  })
}

const fieldsOfDelete = noteFieldNames.filter((name) => name !== 'text')

/** What the three calls share; `carryOut` answers, or says what is wrong with the sale. The sale must exist unless `test` is 1. */
function perform(
  operation: 'create' | 'update' | 'delete',
  fields: NoteFields,
  { book, demonstrationOf, switches }: NoteParts,
  carryOut: (note: CheckedNote) => Reaction | string,
): Reaction {
  const checked = checkNote(fields, operation === 'delete' ? fieldsOfDelete : noteFieldNames, {
    forceTest: (outletID) => switches.testModeOutlets.has(outletID),
    recordProblem: (target: NoteTarget) => (target.test || book.saleExists(target) ? null : saleNotFound),
  })
  if ('errors' in checked) return validationFailed(checked.errors, switches.notFoundStatus)
  return demonstrate(demonstrationOf(operation, checked.note.target.saleID), refuseNote, () => {
    const result = carryOut(checked.note)
    return typeof result === 'string' ? validationFailed({ saleID: [result] }, switches.notFoundStatus) : result
  })
}

/** The documented validation error; only where nothing but "not found" is wrong does its status move with the switch. */
function validationFailed(errors: NoteErrors, notFoundStatus: number): Reaction {
  const notFound = Object.values(errors).every(([text]) => text === saleNotFound || text === noteNotFound)
  return answer(notFound ? notFoundStatus : 400, { status: 1, message: 'Validation failed', errors })
}
