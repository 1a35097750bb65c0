import * as z from 'zod'

/**
 * What main has to tell a page that was not there when it happened: the page itself crashed, or the preferences were broken when
 * the app started. `file` is what was put aside.
 */
export const toldSchema = z.object({
  id: z.enum(['page-reloaded', 'preferences-reset', 'preferences-unwritable']),
  file: z.string().nullable(),
})
export type Told = z.infer<typeof toldSchema>
