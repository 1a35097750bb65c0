import * as z from 'zod'

/** A transaction's number, as text: it counts further than a JavaScript number does. */
const newsSchema = z.string().regex(/^[0-9]+$/)
const time = z.string()
const amount = z.coerce.number().int()

/** Where a row stands, as colleagues see it. */
export const teamStateSchema = z.enum(['leaving', 'queued', 'held', 'sent', 'rejected', 'unknown', 'withdrawn', 'closed'])
export type TeamState = z.infer<typeof teamStateSchema>

/** What a colleague did, or is doing, about the same thing. */
export const otherSchema = z.object({
  id: z.string(),
  desk: z.string(),
  clerk: z.string(),
  turn: amount,
  kind: z.string(),
  state: teamStateSchema,
  at: time,
  number: z.string().nullable(),
  excerpt: z.string().nullable(),
  try: amount,
})
export type Other = z.infer<typeof otherSchema>

/** A desk that has not told again what it knows, since the database was put back. */
export const untoldSchema = z.object({ id: z.string(), clerk: z.string(), label: z.string(), seenAt: time })
export type Untold = z.infer<typeof untoldSchema>

export const teamAccountSchema = z.object({
  id: amount,
  vendor: z.string(),
  origin: z.string(),
  identity: z.string(),
  name: z.string(),
  settings: z.record(z.string(), z.unknown()),
  keepDays: amount,
  manager: z.boolean(),
})
export type SharedAccount = z.infer<typeof teamAccountSchema>

/** How a desk is received; or the mark of another start of its ledger, that spoke last. */
export const helloSchema = z.union([
  z.object({
    acked: amount,
    epoch: amount,
    isTold: z.boolean(),
    leaseMs: amount,
    news: newsSchema,
    clerk: z.string(),
    display: z.string(),
    untold: z.array(untoldSchema),
    accounts: z.array(teamAccountSchema),
  }),
  z.object({ mark: z.string() }),
])
export type Hello = Extract<z.infer<typeof helloSchema>, { acked: number }>

export const pulseSchema = z.object({
  news: newsSchema,
  acked: amount,
  changed: z.array(z.string()),
  drafts: z.boolean(),
  decided: z.array(
    z.object({ id: z.string(), state: teamStateSchema, try: amount, by: z.string(), number: z.string().nullable() }),
  ),
  untold: z.array(untoldSchema),
})
export type Pulse = z.infer<typeof pulseSchema>
export type Decided = Pulse['decided'][number]

/** May it leave? */
export const verdictSchema = z.discriminatedUnion('verdict', [
  z.object({ id: z.string(), verdict: z.literal('go'), turn: amount }),
  z.object({
    id: z.string(),
    verdict: z.enum(['busy', 'taken', 'lost']),
    turn: amount.nullable(),
    other: otherSchema.nullable(),
  }),
  z.object({ id: z.string(), verdict: z.literal('wait'), other: z.array(untoldSchema) }),
])
export type Verdict = z.infer<typeof verdictSchema>

export const publishedSchema = z.object({ acked: amount, isTold: z.boolean() })

export const newestSchema = z.object({ n: amount, turn: amount, item: otherSchema.extend({ mine: z.boolean() }) })
export type Newest = z.infer<typeof newestSchema>

/** A line of the team's history. */
export const teamLineSchema = z.object({
  id: z.string(),
  kind: z.string(),
  account: amount,
  desk: z.string(),
  state: teamStateSchema,
  clerk: z.string(),
  display: z.string(),
  subject: z.string().nullable(),
  context: z.string().nullable(),
  excerpt: z.string().nullable(),
  test: z.boolean(),
  number: z.string().nullable(),
  at: time,
  madeAt: time.nullable(),
  try: amount,
  decidedBy: z.string().nullable(),
})
/** Who serves the same accounts, or did. */
export const colleagueSchema = z.object({ clerk: z.string(), display: z.string() })
export type Colleague = z.infer<typeof colleagueSchema>
export const historySchema = z.object({ seq: z.string(), item: teamLineSchema })
export type TeamLine = z.infer<typeof teamLineSchema>

export const teamItemSchema = otherSchema.extend({
  account: amount,
  /** Whose it is; `clerk` is what she is called. */
  login: z.string(),
  subject: z.string().nullable(),
  context: z.string().nullable(),
  test: z.boolean(),
  payload: z.unknown(),
  detail: z.unknown(),
  madeAt: time.nullable(),
  decidedBy: z.string().nullable(),
  decidableAt: time.nullable(),
  decidable: z.boolean(),
  acts: z.array(z.object({ at: time, clerk: z.string(), act: z.string(), detail: z.unknown() })),
})
export type TeamItem = z.infer<typeof teamItemSchema>

const countsSchema = z.array(
  z.object({
    account: amount,
    kind: z.string(),
    state: teamStateSchema,
    /** Null where an account's clerks are not counted. */
    clerk: z.string().nullable(),
    display: z.string().nullable(),
    slot: amount,
    n: amount,
  }),
)
/** What a team did in two periods. */
export const teamOverviewSchema = z.object({
  current: countsSchema,
  earlier: countsSchema,
  soFar: amount,
  waiting: z.array(z.object({ state: teamStateSchema, n: amount, since: time })),
  /** Accounts whose clerks are counted. */
  counted: z.array(amount),
})
export type TeamCounts = z.infer<typeof countsSchema>
export type TeamOverview = z.infer<typeof teamOverviewSchema>

/** A draft of the team's, with the files that are whole. */
export const teamDraftSchema = z.object({
  id: z.string(),
  account: amount,
  kind: z.string(),
  clerk: z.string(),
  display: z.string(),
  desk: z.string(),
  fence: amount,
  revision: amount,
  subject: z.string().nullable(),
  note: z.string().nullable(),
  at: time,
  live: z.boolean(),
  files: z.array(
    z.object({
      id: z.string(),
      role: z.enum(['attachment', 'source']),
      place: amount,
      name: z.string(),
      bytes: amount,
      sha256: z.string(),
    }),
  ),
})
export type TeamDraft = z.infer<typeof teamDraftSchema>

/** One with what stands in it. */
export const shownDraftSchema = teamDraftSchema.extend({ fields: z.record(z.string(), z.unknown()) })
export type ShownDraft = z.infer<typeof shownDraftSchema>

export const takenDraftSchema = z.object({
  id: z.string(),
  account: amount,
  kind: z.string(),
  fence: amount,
  revision: amount,
  fields: z.record(z.string(), z.unknown()),
  note: z.string().nullable(),
})
export type TakenDraft = z.infer<typeof takenDraftSchema>
