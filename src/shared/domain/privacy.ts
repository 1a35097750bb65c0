import * as z from 'zod'
import { submissionStateSchema } from './submission.ts'

/** What a person is looked for by: a name, an e-mail address, or a number of an invoice, a sale or a payment. */
export const personTermsSchema = z.array(z.string().trim().min(3).max(200)).min(1).max(10)

/** Where something of a person was found. */
export const placeKindSchema = z.enum([
  'item',
  'draft',
  'run',
  'plan',
  'attachment',
  'damaged',
  'log',
  'backup',
  'set-aside',
  'preferences',
  'search',
  'template',
])
export type PlaceKind = z.infer<typeof placeKindSchema>

/** Why something can't be erased now. */
export const refusalSchema = z.enum(['open', 'same-thing', 'run-open', 'damaged'])
export type ErasureRefusal = z.infer<typeof refusalSchema>

/** One place, as a person decides about it. */
export const foundPlaceSchema = z.object({
  id: z.string(),
  kind: placeKindSchema,
  /** An invoice, a sale, the name of a file. */
  label: z.string(),
  detail: z.string(),
  at: z.string().nullable(),
  state: submissionStateSchema.nullable(),
  /** Rows or lines in it that speak of the person. */
  count: z.number().int(),
  refusal: refusalSchema.nullable(),
})
export type FoundPlace = z.infer<typeof foundPlaceSchema>

/** What was found, under a name by which it is erased or handed over. */
export const foundSchema = z.object({ searchId: z.string(), places: z.array(foundPlaceSchema) })
export type Found = z.infer<typeof foundSchema>

/** How what goes by itself and because of a person stands. */
export const privacyStateSchema = z.object({
  /** When what was old enough was last erased. */
  sweptAt: z.string().nullable(),
  /** Where the key of what stays of erased items lies; null where nothing was erased. */
  traceKey: z.enum(['keychain', 'ledger']).nullable(),
  /** What is being erased, and how far that is; null where nothing is. */
  erasing: z.object({ step: z.enum(['waiting', 'ledger', 'files', 'pages']), done: z.number(), total: z.number() }).nullable(),
  /** What went wrong with the last one; it is tried again at the next start. */
  failed: z.boolean(),
})
export type PrivacyState = z.infer<typeof privacyStateSchema>
