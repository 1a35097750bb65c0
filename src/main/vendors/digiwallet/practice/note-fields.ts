import { type PaymentMethodCode, paymentMethodCodeSchema } from '#shared/vendors/digiwallet/sale-note-fields.ts'
import type { NoteTarget } from '#shared/vendors/digiwallet/sale-note.ts'

/** The document's parameters in its order, which is the order of its `errors`. */
export const noteFieldNames = ['outletID', 'paymentMethodCode', 'saleID', 'text', 'test'] as const
export type NoteFieldName = (typeof noteFieldNames)[number]

/** Parameters as they came: text from a form or a path, anything from JSON. */
export type NoteFields = Partial<Record<NoteFieldName, unknown>>

/** Documented: field → list of texts (`{"saleID":["Sale not found."],"text":["Text cannot be blank."]}`). */
export type NoteErrors = Partial<Record<NoteFieldName, string[]>>

export interface CheckedNote {
  target: NoteTarget
  text: string
}

const label = (name: NoteFieldName) => name.charAt(0).toUpperCase() + name.slice(1)

/** A parameter as text; absent, null and empty are the same. What is neither text nor number has no text. */
function textOf(value: unknown): string | null {
  if (value === undefined || value === null) return ''
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null
}

/**
 * What is wrong with one parameter, or null. Only "Text cannot be blank." is documented; the other sentences are our
 * reading, in its style. Identifiers are digits and stay text: nothing is trimmed, no zero is lost.
 */
function problemOf(name: NoteFieldName, value: unknown): string | null {
  const text = textOf(value)
  if (text === null) return `${label(name)} is invalid.`
  if (name === 'test') return ['', '0', '1'].includes(text) ? null : 'Test must be either "1" or "0".'
  if (text.trim() === '') return `${label(name)} cannot be blank.`
  if (name === 'paymentMethodCode') return paymentMethodCodeSchema.safeParse(text).success ? null : `${label(name)} is invalid.`
  if (name === 'text') return null
  return /^[0-9]+$/.test(text) ? null : `${label(name)} must be an integer.`
}

/**
 * Checks a call's parameters against the document: all required but `test`, which is off unless it is "1". `rules` adds
 * what the records know to say about a note whose own fields are right; its error comes beside a blank text, as documented.
 */
export function checkNote(
  fields: NoteFields,
  names: readonly NoteFieldName[],
  rules: { forceTest(outletID: string): boolean; recordProblem(target: NoteTarget): string | null },
): { errors: NoteErrors } | { note: CheckedNote } {
  const errors: NoteErrors = {}
  for (const name of names) {
    const problem = problemOf(name, fields[name])
    if (problem !== null) errors[name] = [problem]
  }
  const text = (name: NoteFieldName) => textOf(fields[name]) ?? ''
  const target: NoteTarget = {
    outletID: text('outletID'),
    saleID: text('saleID'),
    paymentMethodCode: text('paymentMethodCode') as PaymentMethodCode,
    test: text('test') === '1' || rules.forceTest(text('outletID')),
  }
  const addressable = noteFieldNames.every((name) => name === 'text' || errors[name] === undefined)
  const recordProblem = addressable ? rules.recordProblem(target) : null
  if (recordProblem !== null) errors.saleID = [recordProblem]
  return Object.keys(errors).length === 0 ? { note: { target, text: text('text') } } : { errors: inDocumentOrder(errors) }
}

function inDocumentOrder(errors: NoteErrors): NoteErrors {
  return Object.fromEntries(noteFieldNames.filter((name) => errors[name]).map((name) => [name, errors[name]]))
}
