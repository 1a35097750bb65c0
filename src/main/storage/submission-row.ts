import * as z from 'zod'
import { environmentSchema } from '#shared/domain/account-fields.ts'
import { fieldMessagesSchema, messageSchema, type Message } from '#shared/domain/message.ts'
import { submissionKindSchema } from '#shared/domain/kinds.ts'
import { describe, payloadSchema, typedOf, typedSchema, type Payload } from '#shared/vendors/index.ts'
import { progressSchema, submissionStateSchema } from '#shared/domain/submission.ts'
import type { RawRow } from './record-keys.ts'
import { isUnbroken } from './seal.ts'
import { ledgerDoubts, type LedgerDoubt } from './ledger-identity/doubt.ts'
import { flag, jsonColumn, jsonColumnOrEmpty, time } from './columns.ts'

/** Why an item asks that waited for longer than a day: these are answered together, and no other question is. */
export const askedForAge = { id: 'outbox.asksAfterDay' } as const

/** Why everything asks after the ledger was found to be a copy, or not whole: answered together as well. */
export const doubtReason = (doubt: LedgerDoubt) => ({ id: `ledger.doubt.${doubt}` }) as const

/** Whether it is that question. */
export const isDoubtReason = (reason: Message | null): boolean =>
  reason !== null && 'id' in reason && ledgerDoubts.some((doubt) => doubtReason(doubt).id === reason.id)

/** The questions that are answered for all items at once. */
export const askedTogether: ReadonlySet<string> = new Set([askedForAge.id, ...ledgerDoubts.map((doubt) => doubtReason(doubt).id)])

/** Whether it is one of those: an answer to it is no answer to what was asked of this item alone. */
export const isAskedTogether = (reason: Message | null): boolean =>
  reason !== null && 'id' in reason && askedTogether.has(reason.id)

/** Why an item waits that a person sent again: that word outlives the app. */
export const sentAgainByPerson = { id: 'outbox.sentAgainByPerson' } as const

/** SECURITY: a digit that fell over in what is sent still reads well. Without a seal the columns that were made of it tell. */
function contradictions(row: {
  kind: string
  subject: string
  scope: string
  note_key: string | null
  test: boolean
  payload: Payload
}): string[] {
  const told = describe(row.payload, row.scope)
  return [
    ...(told.kind === row.kind ? [] : ['kind']),
    ...(told.subject === row.subject ? [] : ['subject']),
    ...(told.noteKey === row.note_key ? [] : ['note_key']),
    ...(told.test === row.test ? [] : ['test']),
  ]
}

const columnsSchema = z
  .object({
    seq: z.number(),
    id: z.string(),
    draft_id: z.string().nullable(),
    kind: submissionKindSchema,
    account_id: z.string(),
    account_name: z.string(),
    environment: environmentSchema,
    scope: z.string(),
    state: submissionStateSchema,
    state_at: time,
    created_at: time,
    payload: jsonColumn(payloadSchema),
    typed: jsonColumnOrEmpty(typedSchema),
    attachment_id: z.string().nullable(),
    subject: z.string(),
    context: z.string(),
    excerpt: z.string(),
    test: flag,
    note_key: z.string().nullable(),
    in_hold: flag,
    not_before: time.nullable(),
    wait_ms: z.number(),
    asks: flag,
    attempt_count: z.number(),
    backoff_count: z.number(),
    uncertain: flag,
    repeats: z.number(),
    repeating: flag,
    first_unknown_at: time.nullable(),
    reason: jsonColumn(messageSchema).nullable(),
    head: jsonColumn(z.array(messageSchema)),
    fields: jsonColumn(fieldMessagesSchema),
    vendor_number: z.string().nullable(),
    confirmed_by_person: flag,
    replaced_by: z.string().nullable(),
    dismissed: flag,
    run_id: z.number().nullable(),
    run_row: z.number().nullable(),
    seal: z.number().nullable(),
  })
  .superRefine((row, context) => {
    for (const column of row.seal === null ? contradictions(row) : [])
      context.addIssue({ code: 'custom', message: 'payload', path: [column] })
  })
  .transform((row) => ({
    seq: row.seq,
    id: row.id,
    draftId: row.draft_id,
    kind: row.kind,
    accountId: row.account_id,
    accountName: row.account_name,
    environment: row.environment,
    /** The origin it goes to, or `practice`: the practice server's port differs at each start. */
    boundOrigin: row.scope,
    state: row.state,
    stateAt: row.state_at,
    createdAt: row.created_at,
    payload: row.payload,
    typed: row.typed ?? typedOf(row.payload),
    attachmentId: row.attachment_id,
    subject: row.subject,
    context: row.context,
    excerpt: row.excerpt,
    test: row.test,
    noteKey: row.note_key,
    inHold: row.in_hold,
    notBefore: row.not_before,
    /** How long the wait until `notBefore` was meant to be, so that a clock that jumps can't stretch it. */
    waitMs: row.wait_ms,
    /** Waits for a person's word before it leaves (older than a day, or a certificate that is not trusted). */
    asks: row.asks,
    attemptCount: row.attempt_count,
    backoffCount: row.backoff_count,
    /** One of its tries may have arrived; taking it back is no longer possible. */
    uncertain: row.uncertain,
    /** How often an unknown update or delete repeated itself. */
    repeats: row.repeats,
    repeating: row.repeating,
    firstUnknownAt: row.first_unknown_at,
    reason: row.reason,
    head: row.head,
    fields: row.fields,
    vendorNumber: row.vendor_number,
    confirmedByPerson: row.confirmed_by_person,
    replacedBy: row.replaced_by,
    dismissed: row.dismissed,
    /** The bulk run it belongs to, and the row of that run's table; null for an item filed by itself. */
    runId: row.run_id,
    runRow: row.run_row,
  }))

/** One row of `submissions`, checked when it is read: a ledger is input like any other. */
export const submissionRowSchema = z
  .unknown()
  .superRefine((row, context) => {
    if (typeof row === 'object' && row !== null && isUnbroken(row as RawRow) === false)
      context.addIssue({ code: 'custom', message: 'seal', path: ['payload'] })
  })
  .pipe(columnsSchema)
export type StoredSubmission = z.infer<typeof submissionRowSchema>

/** One row of `attempts`. */
export const attemptRowSchema = z.object({
  number: z.number(),
  started_at: time,
  ended_at: time.nullable(),
  progress: progressSchema,
  method: z.string(),
  host: z.string(),
  body_bytes: z.number(),
  status: z.number().nullable(),
  answer: z.string().nullable(),
  state_after: submissionStateSchema.nullable(),
  reason: jsonColumn(messageSchema).nullable(),
})
