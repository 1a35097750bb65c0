import * as z from 'zod'
import { says } from '../languages/says.ts'

/**
 * How a proxy that wants to know who passes stands: `asks` a person, `refused` what was given, `other-scheme` where it takes
 * none that Balie speaks, `signed-in`.
 */
export const proxyStateSchema = z.enum(['asks', 'refused', 'other-scheme', 'signed-in'])
export type ProxyState = z.infer<typeof proxyStateSchema>

export const proxyViewSchema = z.object({
  /** Scheme, host and port: what the password is bound to. */
  proxy: z.string(),
  state: proxyStateSchema,
  /** Where the password is kept, once there is one. */
  kept: z.enum(['keychain', 'session']).nullable(),
})
export type ProxyView = z.infer<typeof proxyViewSchema>

/** What a person gives; it only travels inwards. RFC 7617: a colon would end the name, and control characters are none. */
export const proxySignInSchema = z.object({
  proxy: z.string().max(1000),
  userName: z
    .string()
    .trim()
    .min(1, says('validation.required'))
    .max(500, says('validation.tooLong'))
    .regex(/^[^:\p{Cc}]*$/u, says('validation.proxyUser')),
  password: z
    .string()
    .min(1, says('validation.required'))
    .max(1000, says('validation.tooLong'))
    .regex(/^\P{Cc}*$/u, says('validation.proxyPassword')),
})
export type ProxySignIn = z.infer<typeof proxySignInSchema>
