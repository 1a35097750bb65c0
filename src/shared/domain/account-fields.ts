import * as z from 'zod'
import { says } from '../languages/says.ts'

/** Where an account's items go. The word is part of every item, so that switching accounts never moves one. */
export const environmentSchema = z.enum(['practice', 'staging', 'production'])
export type Environment = z.infer<typeof environmentSchema>

/** A value the vendor wants and the words a clerk knows it by, where the vendor does not document its own list. */
export const choiceSchema = z.object({
  id: z.string().trim().min(1, says('validation.required')).max(200, says('validation.tooLong')),
  label: z.string().trim().max(200, says('validation.tooLong')),
})
export type Choice = z.infer<typeof choiceSchema>

/** Which of such a list a new draft begins with, by its ID; absent in accounts of before, and where each is chosen by itself. */
export const defaultChoiceSchema = z.string().trim().max(200, says('validation.tooLong')).optional()

/** What a new draft begins with: nothing once the chosen one is no longer in the list. */
export const chosenOf = (choices: readonly { id: string }[], chosen = ''): string =>
  choices.find(({ id }) => id === chosen)?.id ?? ''

/** What a person calls an account. */
export const accountNameSchema = z.string().trim().min(1, says('validation.required')).max(100, says('validation.tooLong'))

/** `null` is the embedded practice environment, whose port differs at each start. Elsewhere `https:`, or loopback for practice. */
export const accountUrlSchema = z.string().trim().max(2000, says('validation.tooLong')).nullable()

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
