import * as z from 'zod'

/** How long a kind of data is kept. */
interface RetentionFacts {
  /** Days that a person chooses from; the policy of an organisation takes any number up to the last. */
  choices: readonly [number, ...number[]]
  /** What holds where nobody chose. */
  days: number
}

/**
 * THE table of what goes by itself after some time. What waits, is under way or of unknown outcome never does, nor does a draft
 * that nobody threw away.
 */
export const retentionKinds = {
  /** Files of sent disputes. */
  files: { choices: [7, 30, 90, 365, 730], days: 30 },
  /** The text of items that were sent, refused or closed. */
  texts: { choices: [90, 365, 730, 2555], days: 730 },
  /** Items that were taken back before they left, and drafts that were thrown away. */
  unsent: { choices: [1, 7, 30], days: 1 },
  /** Tables of runs that are over, row by row; the copy of the file itself goes when its rows are written down. */
  tables: { choices: [1, 7, 30, 90, 365], days: 30 },
  /** What the app noted of its own work. */
  logs: { choices: [7, 14, 30], days: 14 },
} as const satisfies Record<string, RetentionFacts>

export type RetentionKind = keyof typeof retentionKinds
export const retentionNames = Object.keys(retentionKinds) as RetentionKind[]

const daysOf = (kind: RetentionKind) =>
  z
    .number()
    .int()
    .min(1)
    .max(Math.max(...retentionKinds[kind].choices))

/** What may be set for a kind: from a day to its longest choice. */
export const retentionDays = Object.fromEntries(retentionNames.map((kind) => [kind, daysOf(kind)])) as Record<
  RetentionKind,
  ReturnType<typeof daysOf>
>

/** Days for each kind; one that was never set is as nobody chose. */
export const retentionSchema = z.object(
  Object.fromEntries(retentionNames.map((kind) => [kind, daysOf(kind).default(retentionKinds[kind].days)])) as Record<
    RetentionKind,
    z.ZodDefault<z.ZodNumber>
  >,
)
export type Retention = Record<RetentionKind, number>

export const defaultRetention: Retention = {
  files: retentionKinds.files.days,
  texts: retentionKinds.texts.days,
  unsent: retentionKinds.unsent.days,
  tables: retentionKinds.tables.days,
  logs: retentionKinds.logs.days,
}
