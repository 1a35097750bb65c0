import * as z from 'zod'
import { says } from '../languages/says.ts'
import { languageTags } from '../languages/index.ts'
import { vendors, type Vendor } from './kinds.ts'
import { defaultRetention, retentionSchema } from './retention.ts'

const eachVendor = <T>(value: T) => Object.fromEntries(vendors.map((vendor) => [vendor, value])) as Record<Vendor, T>

/** In rem: a sign or two, and about the width of a large screen. */
export const narrowestColumn = 3
export const widestColumn = 60

/** What a person sets once for this computer. Nothing here is a secret or an item. */
export const preferencesSchema = z.object({
  language: z.enum(['system', ...languageTags]),
  theme: z.enum(['system', 'light', 'dark']),
  /** Percent. */
  textSize: z.union([
    z.literal(80),
    z.literal(90),
    z.literal(100),
    z.literal(110),
    z.literal(125),
    z.literal(150),
    z.literal(175),
    z.literal(200),
  ]),
  /** Seconds a filed item waits before it leaves, in which it can be taken back. */
  holdSeconds: z
    .number(says('validation.holdSeconds'))
    .int(says('validation.holdSeconds'))
    .min(0, says('validation.holdSeconds'))
    .max(60, says('validation.holdSeconds')),
  activeAccounts: z.object(eachVendor(z.string().nullable().default(null))),
  welcomeSeen: z.boolean(),
  /** Columns that a person made wider or narrower, in rem, by the name of their table and their own. */
  columnWidths: z.record(z.string().max(100), z.number().min(narrowestColumn).max(widestColumn)),
  /** How wide a person made the list of a screen, in rem. */
  listWidths: z.record(z.string().max(40), z.number().min(10).max(80)),
  retention: retentionSchema,
})
export type Preferences = z.infer<typeof preferencesSchema>

export const defaultPreferences: Preferences = {
  language: 'system',
  theme: 'system',
  textSize: 100,
  holdSeconds: 10,
  activeAccounts: eachVendor(null),
  welcomeSeen: false,
  columnWidths: {},
  listWidths: {},
  retention: defaultRetention,
}
