import * as z from 'zod'
import { environmentSchema, type Environment } from '#shared/domain/account-fields.ts'
import type { Damage } from '#shared/domain/damage.ts'
import { kindNames, kinds, submissionKindSchema, type SubmissionKind } from '#shared/domain/kinds.ts'
import { submissionStateSchema, type SubmissionState } from '#shared/domain/submission.ts'
import { time } from './columns.ts'
import { keyOf, type RawRow } from './record-keys.ts'

/** What is still known of an item that can't be read, or whose text is gone: enough to recognise it, and never enough to send it. */
export interface SalvagedSubmission {
  damage: Damage
  /** When its text was erased; null of one that can't be read. */
  textGoneAt: number | null
  seq: number
  id: string
  kind: SubmissionKind
  accountId: string
  accountName: string
  environment: Environment
  state: SubmissionState
  stateAt: number
  createdAt: number
  subject: string
  context: string
  excerpt: string
  test: boolean
  vendorNumber: string | null
  runId: number | null
  runRow: number | null
}

const text = z.string().catch('')
/** One column at a time: what can't be read takes the value that promises least. */
const salvageSchema = z.object({
  seq: z.number().catch(0),
  id: text,
  kind: submissionKindSchema.nullable().catch(null),
  account_id: text,
  account_name: text,
  environment: environmentSchema.catch('production'),
  state: submissionStateSchema.catch('unknown'),
  state_at: time.catch(0),
  created_at: time.catch(0),
  subject: text,
  context: text,
  excerpt: text,
  test: z.number().catch(0),
  note_key: z.string().nullable().catch(null),
  vendor_number: z.string().nullable().catch(null),
  run_id: z.number().nullable().catch(null),
  run_row: z.number().nullable().catch(null),
  text_gone_at: time.nullable().catch(null),
})

/** What an item of no kind is shown as: some kind whose items do, or do not, speak of the same thing. */
const likelyKind = (inOrder: boolean): SubmissionKind => {
  const kind = kindNames.find((name) => kinds[name].inOrder === inOrder) ?? kindNames[0]
  return `${kind}.create`
}

/** Makes what can be made of a row that broke a rule. */
export function salvaged(raw: RawRow): SalvagedSubmission {
  const row = salvageSchema.parse(raw)
  return {
    damage: { source: 'submissions', key: keyOf('submissions', raw) },
    textGoneAt: row.text_gone_at,
    seq: row.seq,
    id: row.id,
    kind: row.kind ?? likelyKind(row.note_key !== null),
    accountId: row.account_id,
    accountName: row.account_name,
    environment: row.environment,
    state: row.state,
    stateAt: row.state_at,
    createdAt: row.created_at,
    subject: row.subject,
    context: row.context,
    excerpt: row.excerpt,
    test: row.test === 1,
    vendorNumber: row.vendor_number,
    runId: row.run_id,
    runRow: row.run_row,
  }
}
