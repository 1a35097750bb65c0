import * as z from 'zod'
import { environmentSchema } from '../../domain/account-fields.ts'
import { noteTargetSchema } from './sale-note.ts'
import { submissionKindSchema } from '../../domain/kinds.ts'
import { submissionStateSchema } from '../../domain/submission.ts'

/** "Last sent by this app", never "current": neither vendor can be asked (specs/decisions.md, "Reading back"). */
export const knownNoteSchema = z.object({
  accountId: z.string(),
  accountName: z.string(),
  environment: environmentSchema,
  target: noteTargetSchema,
  /** The newest text this app had confirmed; null after a confirmed delete or where none was confirmed. */
  text: z.string().nullable(),
  /** The newest item for this note and how it stands. */
  newest: z.object({ submissionId: z.string(), kind: submissionKindSchema, state: submissionStateSchema, at: z.string() }),
})
export type KnownNote = z.infer<typeof knownNoteSchema>
