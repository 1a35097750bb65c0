import { noteTextProblems, updatePath } from './note-text.ts'
import { paymentMethods } from './sale-note-fields.ts'
import { completeNoteSchema, type CompleteNote } from './sale-note.ts'

/** A note before the schema of the single form has judged it. */
export interface NoteCandidate {
  action: 'create' | 'update' | 'delete'
  outletID: string
  saleID: string
  paymentMethodCode: string
  text: string
  test: boolean | undefined
}

/** DigiWallet's own codes, as the ledger holds them. */
export const methodCodes: ReadonlySet<string> = new Set(paymentMethods.map(({ code }) => code))
const identifier = /^[0-9]{1,40}$/

/**
 * The same judgement as the schema's on a row without fault, at a fraction of its time; null leaves the judgement to the
 * schema. That the two never differ is a property test.
 */
export function quickNote(candidate: NoteCandidate): CompleteNote | null {
  const { action, test, text } = candidate
  const outletID = candidate.outletID.trim()
  const saleID = candidate.saleID.trim()
  const paymentMethodCode = candidate.paymentMethodCode as CompleteNote['paymentMethodCode']
  if (test === undefined || !methodCodes.has(paymentMethodCode)) return null
  if (!identifier.test(outletID) || !identifier.test(saleID)) return null
  if (action === 'delete') return { action, outletID, saleID, paymentMethodCode, test }
  const note = { action, outletID, saleID, paymentMethodCode, test, text }
  const pathLength = (written: string) => updatePath({ ...note, text: written }).length
  return noteTextProblems(text, action, pathLength).length > 0 ? null : note
}

/** A note as it may leave, or null: what is checked once more for each of the thousands of rows of a run. */
export function soundNote(candidate: Omit<NoteCandidate, 'text'> & { text?: string | undefined }): CompleteNote | null {
  return quickNote({ ...candidate, text: candidate.text ?? '' }) ?? completeNoteSchema.safeParse(candidate).data ?? null
}
