import * as z from 'zod'

/**
 * What main has to tell a page once, that may not have been there when it happened: the page itself crashed, the preferences were
 * broken when the app started, or older copies of the ledger can be told by one thing less. `file` is what was put aside, or what
 * they are told by.
 */
export const toldSchema = z.object({
  id: z.enum(['page-reloaded', 'preferences-reset', 'preferences-unwritable', 'no-keychain']),
  file: z.string().nullable(),
})
export type Told = z.infer<typeof toldSchema>
