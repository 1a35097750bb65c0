import * as z from 'zod'
import { storedSettingsSchema } from '../vendors/index.ts'
import { vendorSchema, type Vendor } from './kinds.ts'

/** An account belongs to one vendor. */
export const accountKindSchema = vendorSchema
export type AccountKind = Vendor

/**
 * What a screen may know of a secret. `public` is the practice environment's fixed key; `session` is kept in memory only,
 * because this system has no keychain. The others each have their own sentence and next step.
 */
export const secretStateSchema = z.enum(['public', 'stored', 'session', 'missing', 'no-keychain', 'broken', 'locked', 'denied'])
export type SecretState = z.infer<typeof secretStateSchema>

export const secretViewSchema = z.object({
  state: secretStateSchema,
  /** Null where there is none, or where four characters would give too much of a short key away. */
  lastFour: z.string().length(4).nullable(),
})
export type SecretView = z.infer<typeof secretViewSchema>

export const accountSchema = z.object({
  id: z.string(),
  settings: storedSettingsSchema,
  secret: secretViewSchema,
  /** Where it really goes now: the practice server's address where `url` is null; null while that server is not running. */
  endpoint: z.string().nullable(),
  /** Items held back because the vendor refused the key. */
  heldItems: z.number().int(),
  /** The person's organisation set it: only its key is the person's. */
  isOrganisations: z.boolean(),
})
export type Account = z.infer<typeof accountSchema>
