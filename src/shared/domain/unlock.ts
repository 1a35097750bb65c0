import * as z from 'zod'

/** Why the keys of what lies here are not at hand: the keychain has none or another's, gives no answer, or there is none. */
export const lockedWhySchema = z.enum(['missing', 'other-key', 'no-keychain', 'locked', 'denied', 'broken'])

/** Whether what lies here can be read, and what a person can do about it. Nothing in it is a secret. */
export const gateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('opening') }),
  z.object({ state: z.literal('open') }),
  z.object({
    state: z.literal('locked'),
    why: lockedWhySchema,
    ways: z.object({ code: z.boolean(), passphrase: z.boolean() }),
    /** The file that knows the ways in is damaged: neither opens anything. */
    isDamaged: z.boolean(),
  }),
])
export type Gate = z.infer<typeof gateSchema>

/** Short ones are guessed by whoever has the file, however slow each guess is made. */
export const passphraseLength = { least: 12, most: 200 } as const
