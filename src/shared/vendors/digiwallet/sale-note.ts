import * as z from 'zod'
import { says } from '../../languages/says.ts'
import { draftSchemas } from '../../domain/draft.ts'
import { noteTextProblems, problemValues, updatePath } from './note-text.ts'
import { outletIdSchema, paymentMethodCodeSchema, saleIdSchema } from './sale-note-fields.ts'
import { typedText } from '../../domain/typed-text.ts'

export const noteActionSchema = z.enum(['create', 'update', 'delete'])
export type NoteAction = z.infer<typeof noteActionSchema>

/** A note as typed: nothing is checked, so that nothing typed is lost. */
export const noteDraftFieldsSchema = z.object({
  action: noteActionSchema,
  outletID: typedText,
  saleID: typedText,
  paymentMethodCode: typedText,
  text: typedText,
  /** Null until the person chose, where the account's default is "ask". */
  test: z.boolean().nullable(),
})
export type NoteDraftFields = z.infer<typeof noteDraftFieldsSchema>

/** A note that is being written. */
export const noteDrafts = draftSchemas('note', noteDraftFieldsSchema)
export type NoteDraft = z.infer<typeof noteDrafts.draft>

export const emptyNote: NoteDraftFields = {
  action: 'create',
  outletID: '',
  saleID: '',
  paymentMethodCode: '',
  text: '',
  test: null,
}

const target = {
  outletID: outletIdSchema,
  saleID: saleIdSchema,
  paymentMethodCode: paymentMethodCodeSchema,
  test: z.boolean(says('validation.chooseTest')),
}

/** A note that may leave, checked in the form, in bulk and again in main (specs/decisions.md, "Numbers as identifiers"). */
export const completeNoteSchema = z
  .discriminatedUnion('action', [
    z.object({ action: z.literal('create'), ...target, text: z.string() }),
    z.object({ action: z.literal('update'), ...target, text: z.string() }),
    z.object({ action: z.literal('delete'), ...target, text: z.string().optional() }),
  ])
  .superRefine((note, ctx) => {
    if (note.action === 'delete') return
    const length = (text: string) => updatePath({ ...note, text }).length
    for (const problem of noteTextProblems(note.text, note.action, length)) {
      ctx.addIssue({
        code: 'custom',
        path: ['text'],
        message: says(`validation.text.${problem}`),
        params: problemValues(problem, note.text),
      })
    }
  })
  .transform(({ outletID, saleID, paymentMethodCode, test, ...rest }) => {
    const identity = { outletID, saleID, paymentMethodCode, test }
    return rest.action === 'delete' ? { action: rest.action, ...identity } : { action: rest.action, ...identity, text: rest.text }
  })
export type CompleteNote = z.infer<typeof completeNoteSchema>

/** What identifies a note at DigiWallet: update and delete carry no note ID. */
export const noteTargetSchema = z.object(target)
export type NoteTarget = z.infer<typeof noteTargetSchema>

/** A note as an item holds it. The key is added when it leaves and is never stored here. */
export const notePayloadSchema = z.object({
  kind: z.literal('note'),
  action: noteActionSchema,
  target: noteTargetSchema,
  /** Absent in a delete. */
  text: z.string().optional(),
})
export type NotePayload = z.infer<typeof notePayloadSchema>

/** A sale of the practice environment, with what a clerk would recognise it by. */
export const exampleSaleSchema = z.object({
  outletID: outletIdSchema,
  saleID: saleIdSchema,
  paymentMethodCode: paymentMethodCodeSchema,
  label: z.string(),
})
export type ExampleSale = z.infer<typeof exampleSaleSchema>
