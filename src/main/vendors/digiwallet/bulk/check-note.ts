import { shortened } from '#shared/domain/shortened.ts'
import { methodCodes, quickNote, type NoteCandidate } from '#shared/vendors/digiwallet/quick-note.ts'
import { completeNoteSchema, type CompleteNote } from '#shared/vendors/digiwallet/sale-note.ts'
import type { DigiwalletSettings } from '#shared/vendors/digiwallet/settings.ts'
import { fieldMessagesOf, type FieldMessages, type Message } from '#shared/domain/message.ts'
import { actionIn } from '../../../bulk/vocabulary/action-words.ts'
import type { CheckedRow } from '../../../bulk/vocabulary/bulk-vendor.ts'
import { paymentMethodOf, refusedMethodOf } from './payment-methods.ts'
import { testIn } from './words.ts'
import type { PlannedRow, RowValues } from '../../../bulk/vocabulary/planned-row.ts'

/** What the account adds to every row. */
export interface NoteContext {
  testDefault: DigiwalletSettings['testDefault']
  /** The outlets that are in test mode at DigiWallet, which makes every note of theirs a test. */
  testOutlets: ReadonlySet<string>
}

export const noteContextOf = ({ testDefault, outlets }: DigiwalletSettings): NoteContext => ({
  testDefault,
  testOutlets: new Set(outlets.filter(({ testMode }) => testMode).map(({ id }) => id)),
})

/** With what was wrong with the words in it, and what they were taken for. */
interface Interpreted extends NoteCandidate {
  words: FieldMessages
  warnings: readonly Message[]
}

const testDefaults = { off: false, on: true, ask: undefined } as const

const none: readonly Message[] = Object.freeze([])
const noProblems: FieldMessages = Object.freeze({})

/** Checks a row as the single form does, after reading the words that clerks and other systems use. */
export function checkNote({ values, problems: found }: PlannedRow, context: NoteContext): CheckedRow<CompleteNote> {
  const candidate = interpret(values, context)
  const { words, warnings } = candidate
  const quick = words === noProblems && isEmpty(found) ? quickNote(candidate) : null
  if (quick) return { complete: quick, file: null, problems: noProblems, warnings }
  const parsed = completeNoteSchema.safeParse(candidate)
  const problems = merged(found, words, parsed.success ? noProblems : schemaProblems(candidate, fieldMessagesOf(parsed.error)))
  return { complete: parsed.success && isEmpty(problems) ? parsed.data : null, file: null, problems, warnings }
}

function interpret(values: RowValues, { testDefault, testOutlets }: NoteContext): Interpreted {
  let problems = noProblems
  let warnings = none
  const outletID = values.outletID ?? ''

  const written = values.action ?? ''
  const action = written === '' || written.trim() === '' ? 'create' : actionIn(written)
  if (!action) problems = { action: [{ id: 'bulk.row.action', values: { value: shortened(written) } }] }

  const mark = values.test ?? ''
  const isMarked = mark !== '' && mark.trim() !== ''
  let test: boolean | undefined = isMarked ? (testIn(mark) ?? undefined) : testDefaults[testDefault]
  if (isMarked && test === undefined) {
    problems = { ...problems, test: [{ id: 'bulk.row.test', values: { value: shortened(mark) } }] }
  }
  if (testOutlets.size > 0 && test !== true && testOutlets.has(outletID.trim())) {
    if (test === false) warnings = [{ id: 'bulk.row.testForced', values: { outlet: outletID.trim() } }]
    test = true
  }

  let paymentMethodCode = values.paymentMethodCode ?? ''
  if (!methodCodes.has(paymentMethodCode)) {
    const from = paymentMethodCode.trim()
    const to = paymentMethodOf(from)
    if (to && from.toUpperCase() !== to) warnings = [...warnings, { id: 'bulk.row.methodMapped', values: { from, to } }]
    if (!to && from !== '') problems = { ...problems, paymentMethodCode: [unknownMethod(from)] }
    paymentMethodCode = to ?? paymentMethodCode
  }

  const { saleID = '', text = '' } = values
  return { action: action ?? 'create', outletID, saleID, paymentMethodCode, text, test, words: problems, warnings }
}

/** The schema looks at the text once the rest is right; a clerk wants to know everything at once. */
function schemaProblems(candidate: NoteCandidate, problems: FieldMessages): FieldMessages {
  if (candidate.action === 'delete' || problems['text']) return problems
  const sound = { ...candidate, outletID: '1', saleID: '1', paymentMethodCode: 'IDE', test: false }
  const parsed = completeNoteSchema.safeParse(sound)
  return parsed.success ? problems : { ...problems, ...fieldMessagesOf(parsed.error) }
}

/** Three methods have a code at DigiWallet and no notes: that is no typing error, and said by name. */
function unknownMethod(written: string): Message {
  const value = shortened(written)
  const refused = refusedMethodOf(written)
  return refused ? { id: 'bulk.row.methodRefused', values: { value, ...refused } } : { id: 'bulk.row.method', values: { value } }
}

const isEmpty = (problems: FieldMessages) => {
  for (const _ in problems) return false
  return true
}

/** What the cell itself has wrong says more than that the field is not right. */
const merged = (cells: FieldMessages, words: FieldMessages, schema: FieldMessages): FieldMessages => ({
  ...schema,
  ...words,
  ...cells,
})
