import * as z from 'zod'

/** What calls of several groups take. */
export const byId = z.object({ id: z.string().max(100) })
export const byDraft = z.object({ draftId: z.string().max(100) })
export const byAccount = z.object({ accountId: z.string().max(100) })

/** Lists come a page at a time, by key: the renderer never holds all there is. */
export const page = { cursor: z.string().max(500).nullable(), limit: z.number().int().min(1).max(200) }
