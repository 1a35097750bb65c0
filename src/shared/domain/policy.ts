import * as z from 'zod'
import { languageTags } from '../languages/index.ts'
import { policyAccountId, policyAccountSchema } from './policy-account.ts'
import { retentionDays, retentionKinds, type RetentionKind } from './retention.ts'

const hostPattern = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]*[a-z0-9])?$/

/** `system`, `direct`, or one proxy by its scheme, host and port. */
const proxyPattern = /^(system|direct|(https?|socks5):\/\/([a-z0-9-]+\.)*[a-z0-9-]+:\d{1,5})$/

/** What an administrator may say of one thing. */
interface PolicyKey<T extends z.ZodType> {
  schema: T
  /** What holds where the administrator wrote something that is not understood: whatever harms least. */
  safe: z.output<T>
}

const key = <T extends z.ZodType>(policy: PolicyKey<T>): PolicyKey<T> => policy

/**
 * THE table of what an organisation can set. The file, Windows' registry and macOS's managed preferences are read by it, and the
 * JSON schema, the ADMX files and the configuration profile are made of it (`tools/policies` has the words of these).
 */
export const policyKeys = {
  updates: key({
    schema: z.enum(['automatic', 'off']),
    safe: 'off',
  }),
  updateUrl: key({
    schema: z.url({ protocol: /^https$/ }).max(1000),
    safe: '',
  }),
  allowedHosts: key({
    schema: z.array(z.string().regex(hostPattern)).max(100),
    safe: [],
  }),
  accounts: key({
    schema: z
      .array(policyAccountSchema)
      .max(50)
      .refine((accounts) => new Set(accounts.map(policyAccountId)).size === accounts.length),
    safe: [],
  }),
  productionAccounts: key({ schema: z.enum(['any', 'organisation']), safe: 'organisation' }),
  maxFileMegabytes: key({ schema: z.number().int().min(1).max(100), safe: 1 }),
  maxRunRows: key({ schema: z.number().int().min(1).max(1_000_000), safe: 1 }),
  /** Servers with whose databases a team may be; it gets what is filed, readable. */
  teamHosts: key({ schema: z.array(z.string().regex(hostPattern)).max(100), safe: [] }),
  /** Whether what was filed may be saved as a table. */
  exports: key({ schema: z.enum(['allowed', 'off']), safe: 'off' }),
  /** The system's own is an administrator's, too. */
  proxy: key({ schema: z.string().regex(proxyPattern), safe: 'system' }),
  holdSeconds: key({
    schema: z.number().int().min(0).max(60),
    safe: 60,
  }),
  language: key({
    schema: z.enum(['system', ...languageTags]),
    safe: 'system',
  }),
  // Erased can't be undone: what is not understood keeps as long as Balie does by itself.
  keepFilesDays: key({ schema: retentionDays.files, safe: retentionKinds.files.days }),
  keepTextsDays: key({ schema: retentionDays.texts, safe: retentionKinds.texts.days }),
  keepUnsentDays: key({ schema: retentionDays.unsent, safe: retentionKinds.unsent.days }),
  keepTablesDays: key({ schema: retentionDays.tables, safe: retentionKinds.tables.days }),
  keepLogsDays: key({ schema: retentionDays.logs, safe: retentionKinds.logs.days }),
} satisfies Record<string, PolicyKey<z.ZodType>>

export type PolicyName = keyof typeof policyKeys
export const policyNames = Object.keys(policyKeys) as PolicyName[]

/** What an organisation has set; a key that it left alone is not there. */
export type Policy = { [N in PolicyName]?: z.output<(typeof policyKeys)[N]['schema']> }

/** The key that says how long a kind of data is kept. */
export const retentionKeyOf = {
  files: 'keepFilesDays',
  texts: 'keepTextsDays',
  unsent: 'keepUnsentDays',
  tables: 'keepTablesDays',
  logs: 'keepLogsDays',
} as const satisfies Record<RetentionKind, PolicyName>

/** What is wrong with what an administrator wrote. */
export const policyTroubleSchema = z.object({
  kind: z.enum(['unreadable', 'unknown-key', 'wrong-value']),
  /** The key as it was written; null where it is about all of them. */
  key: z.string().nullable(),
})
export type PolicyTrouble = z.infer<typeof policyTroubleSchema>

/** What the screens may know: which of the settings are not the person's, and what the administrator has to mend. */
export const policyViewSchema = z.object({
  /** Where it was found; null where there is none. */
  source: z.string().nullable(),
  set: z.array(z.enum(policyNames)),
  /** Whether what was filed may be saved as a file: what may not is not offered. */
  canExport: z.boolean(),
  troubles: z.array(policyTroubleSchema),
})
export type PolicyView = z.infer<typeof policyViewSchema>
