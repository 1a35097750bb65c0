import * as z from 'zod'
import { says } from '../languages/says.ts'
import { vendorSchema, type Vendor } from './kinds.ts'
import { outletIdSchema } from './sale-note-fields.ts'

/** Where an account's items go. The word is part of every item, so that switching accounts never moves one. */
export const environmentSchema = z.enum(['practice', 'staging', 'production'])
export type Environment = z.infer<typeof environmentSchema>

export const accountKindSchema = vendorSchema
export type AccountKind = Vendor

/** A value the vendor wants and the words a clerk knows it by; Billink does not document its own list (specs/decisions.md). */
export const choiceSchema = z.object({
  id: z.string().trim().min(1, says('validation.required')).max(200, says('validation.tooLong')),
  label: z.string().trim().max(200, says('validation.tooLong')),
})
export type Choice = z.infer<typeof choiceSchema>

export const outletSchema = z.object({
  id: outletIdSchema,
  label: z.string().trim().max(200, says('validation.tooLong')),
  /** DigiWallet forces `test` to 1 for such an outlet and does not say so, so its notes are recorded as test. */
  testMode: z.boolean(),
})
export type Outlet = z.infer<typeof outletSchema>

const accountName = z.string().trim().min(1, says('validation.required')).max(100, says('validation.tooLong'))

/** `null` is the embedded practice environment, whose port differs at each start. Elsewhere `https:`, or loopback for practice. */
const accountUrl = z.string().trim().max(2000, says('validation.tooLong')).nullable()

/** The name under which the ID travels: as the dispute's document spells it, or as Billink's sibling calls do. */
export const billinkIdFieldSchema = z.enum(['billinkId', 'billinkID'])
export type BillinkIdField = z.infer<typeof billinkIdFieldSchema>

export const billinkSettingsSchema = z.object({
  kind: z.literal('billink'),
  environment: z.enum(['practice', 'staging', 'production']),
  name: accountName,
  /** The full dispute URL: the path is not public, so none is guessed. */
  url: accountUrl,
  username: z.string().trim().min(1, says('validation.required')).max(200, says('validation.tooLong')),
  /** Undocumented by Billink, so the person can move it. */
  maxFileMegabytes: z
    .number(says('validation.fileLimit'))
    .int(says('validation.fileLimit'))
    .min(1, says('validation.fileLimit'))
    .max(100, says('validation.fileLimit')),
  categories: z.array(choiceSchema).max(500),
  locales: z.array(choiceSchema).max(100),
  /** Absent in accounts of before, which go by the document. */
  idField: billinkIdFieldSchema.optional(),
})
export type BillinkSettings = z.infer<typeof billinkSettingsSchema>

export const digiwalletSettingsSchema = z.object({
  kind: z.literal('digiwallet'),
  /** DigiWallet documents one host: an account is practice or live. */
  environment: z.enum(['practice', 'production']),
  name: accountName,
  url: accountUrl,
  outlets: z.array(outletSchema).max(500),
  testDefault: z.enum(['off', 'on', 'ask']),
  /** Create is form-urlencoded by decision; JSON is the way out should DigiWallet want it. */
  bodyFormat: z.enum(['form', 'json']),
})
export type DigiwalletSettings = z.infer<typeof digiwalletSettingsSchema>

/** Browsers and Node both have it; this room has the types of neither. */
declare const URL: {
  new (url: string): Record<'protocol' | 'hostname' | 'username' | 'password' | 'hash' | 'search' | 'origin', string>
  canParse(url: string): boolean
}

/** Schemes and hosts an account may point at, checked in the form and again in main. */
export function urlProblem(environment: Environment, url: string | null): string | null {
  if (url === null) return environment === 'practice' ? null : says('validation.urlRequired')
  const parsed = URL.canParse(url) ? new URL(url) : null
  if (!parsed) return says('validation.url')
  if (parsed.username || parsed.password) return says('validation.urlCredentials')
  if (parsed.hash || parsed.search) return says('validation.urlQuery')
  const loopback = parsed.hostname === 'localhost' || parsed.hostname === '[::1]' || /^127(\.\d+){3}$/.test(parsed.hostname)
  if (environment === 'practice') return loopback ? null : says('validation.urlPractice')
  // SECURITY: credentials and customers' data leave only over TLS.
  return parsed.protocol === 'https:' ? null : says('validation.urlHttps')
}

export const accountSettingsSchema = z
  .discriminatedUnion('kind', [billinkSettingsSchema, digiwalletSettingsSchema])
  .superRefine((settings, ctx) => {
    const problem = urlProblem(settings.environment, settings.url)
    if (problem) ctx.addIssue({ code: 'custom', path: ['url'], message: problem })
  })
export type AccountSettings = z.infer<typeof accountSettingsSchema>

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
  settings: z.discriminatedUnion('kind', [billinkSettingsSchema, digiwalletSettingsSchema]),
  secret: secretViewSchema,
  /** Where it really goes now: the practice server's address where `url` is null; null while that server is not running. */
  endpoint: z.string().nullable(),
  /** Items held back because the vendor refused the key. */
  heldItems: z.number().int(),
})
export type Account = z.infer<typeof accountSchema>
