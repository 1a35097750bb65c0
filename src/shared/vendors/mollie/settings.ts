import * as z from 'zod'
import { accountNameSchema, accountUrlSchema } from '../../domain/account-fields.ts'

/** Which of a profile's two books a key opens; each payment is in one of them. */
export const mollieModeSchema = z.enum(['live', 'test'])
export type MollieMode = z.infer<typeof mollieModeSchema>

/** What an account at Mollie is made of, but for its secret: a website profile, with its live or its test key. */
export const mollieSettingsSchema = z.object({
  kind: z.literal('mollie'),
  /** Mollie documents one host; what is a test there is told by the key. */
  environment: z.enum(['practice', 'production']),
  name: accountNameSchema,
  url: accountUrlSchema,
  /** As the key begins. A payment of the other mode is never changed: an answer that says so stops the item. */
  mode: mollieModeSchema,
})
export type MollieSettings = z.infer<typeof mollieSettingsSchema>

/** Mollie's documented host. */
export const mollieUrl = 'https://api.mollie.com'

/**
 * A key of one website profile: `live_` or `test_`. An organisation's access token (`access_`) would also have to name a profile
 * with each request, which this version does not.
 */
export const mollieKey = /^(?:live|test)_[A-Za-z0-9]{20,200}$/

/** What a new Mollie account starts from. */
export const newMollieSettings = (): MollieSettings => ({
  kind: 'mollie',
  environment: 'production',
  name: '',
  url: mollieUrl,
  mode: 'live',
})
