import * as z from 'zod'
import { accountNameSchema, accountUrlSchema } from '../../domain/account-fields.ts'

/** What an account at the counter is made of, but for its secret. */
export const counterSettingsSchema = z.object({
  kind: z.literal('counter'),
  environment: z.enum(['practice', 'production']),
  name: accountNameSchema,
  url: accountUrlSchema,
})
export type CounterSettings = z.infer<typeof counterSettingsSchema>

export const newCounterSettings = (): CounterSettings => ({
  kind: 'counter',
  environment: 'production',
  name: '',
  url: 'https://counter.example/',
})
