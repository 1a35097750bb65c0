import * as z from 'zod'
import { accountSettingsSchema, sharedVendors, type AccountSettings } from '../vendors/index.ts'
import { accountNameSchema, accountUrlSchema } from './account-fields.ts'
import { vendorSchema } from './kinds.ts'

/**
 * An account as an organisation writes it down: a name of its own, by which it is the same one after a change, and those of its
 * vendor's settings that are not as in a new account. Never a key: who reads the policy would have it.
 */
const writtenSchema = z.looseObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  kind: vendorSchema,
  environment: z.enum(['staging', 'production']),
  name: accountNameSchema,
  url: accountUrlSchema.unwrap().optional(),
})
export type PolicyAccount = z.output<typeof writtenSchema>

/** The whole settings of an account: what is written over what it has, and over what a new one has. */
export function settingsOfPolicy(account: PolicyAccount, own?: AccountSettings): AccountSettings {
  const { id: _, ...written } = account
  const vendor = sharedVendors[written.kind]
  const usual = { ...vendor.newSettings(), url: vendor.usualUrl(written.environment) }
  return { ...usual, ...own, ...written } as AccountSettings
}

/** SECURITY: a field that the vendor does not have is refused, so that a key in a policy is told instead of kept. */
const fieldsOf = ({ kind }: PolicyAccount): ReadonlySet<string> =>
  new Set(['id', ...Object.keys(sharedVendors[kind].newSettings())])

export const policyAccountSchema = writtenSchema.superRefine((account, ctx) => {
  const known = fieldsOf(account)
  const strange = Object.keys(account).filter((field) => !known.has(field))
  if (strange.length > 0 || !accountSettingsSchema.safeParse(settingsOfPolicy(account)).success)
    ctx.addIssue({ code: 'custom', message: 'not an account' })
})

/** Under which the ledger knows it: of another vendor or environment it is another account, since its items may not move. */
export const policyAccountId = ({ kind, environment, id }: PolicyAccount): string => `organisation-${kind}-${environment}-${id}`
