import * as z from 'zod'
import { says } from '../../languages/says.ts'
import { accountNameSchema, accountUrlSchema, defaultChoiceSchema } from '../../domain/account-fields.ts'
import { outletIdSchema } from './sale-note-fields.ts'

/** A shop at DigiWallet, by the number that its notes name. */
export const outletSchema = z.object({
  id: outletIdSchema,
  label: z.string().trim().max(200, says('validation.tooLong')),
  /** DigiWallet forces `test` to 1 for such an outlet and does not say so, so its notes are recorded as test. */
  testMode: z.boolean(),
})
export type Outlet = z.infer<typeof outletSchema>

/** What an account at DigiWallet is made of, but for its secret. */
export const digiwalletSettingsSchema = z.object({
  kind: z.literal('digiwallet'),
  /** DigiWallet documents one host: an account is practice or live. */
  environment: z.enum(['practice', 'production']),
  name: accountNameSchema,
  url: accountUrlSchema,
  outlets: z.array(outletSchema).max(500),
  /** What a new note begins with, by its number. */
  defaultOutlet: defaultChoiceSchema,
  testDefault: z.enum(['off', 'on', 'ask']),
  /** Create is form-urlencoded by decision; JSON is the way out should DigiWallet want it. */
  bodyFormat: z.enum(['form', 'json']),
})
export type DigiwalletSettings = z.infer<typeof digiwalletSettingsSchema>

/** DigiWallet's documented host. */
export const digiwalletUrl = 'https://api.digiwallet.nl'

/** What a new DigiWallet account starts from. */
export const newDigiwalletSettings = (): DigiwalletSettings => ({
  kind: 'digiwallet',
  environment: 'production',
  name: '',
  url: digiwalletUrl,
  outlets: [],
  defaultOutlet: '',
  testDefault: 'ask',
  bodyFormat: 'form',
})
