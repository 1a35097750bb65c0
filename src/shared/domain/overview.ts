import * as z from 'zod'
import { environmentSchema } from './account-fields.ts'
import { submissionKindSchema, type SubmissionKind } from './kinds.ts'
import { messageSchema } from './message.ts'
import { submissionStateSchema, type SubmissionState } from './submission.ts'

/** The days of a week or month, or the months of a year: each begins where the one before ends. */
const edgesSchema = z.array(z.iso.datetime()).min(2).max(40)

/** What is counted: one environment, since practice is nobody's work, over a period and the one that it is held against. */
export const overviewAskedSchema = z.object({
  environment: environmentSchema,
  /** One's own ledger, or the accounts of a team that one manages. */
  whose: z.enum(['mine', 'team']),
  current: edgesSchema,
  earlier: edgesSchema,
  /** The moment in the earlier period that now is in this one: a Wednesday is held against a Wednesday. */
  earlierUntil: z.iso.datetime(),
})
export type OverviewAsked = z.infer<typeof overviewAskedSchema>

const countSchema = z.object({
  kind: submissionKindSchema,
  accountId: z.string(),
  state: submissionStateSchema,
  /** A team's colleague; null where clerks are not counted. */
  clerk: z.string().nullable(),
  count: z.number().int(),
})
export type OverviewCount = z.infer<typeof countSchema>

/** How long it took until there was an answer, from the moment an item was filed. */
const answerSchema = z.object({
  kind: submissionKindSchema,
  /** Of so many of the newest. */
  of: z.number().int(),
  medianMs: z.number(),
  /** Nine in ten were no slower. */
  slowMs: z.number(),
})

const refusalSchema = z.object({
  kind: submissionKindSchema,
  /** The vendor's field that it was about; null where it was about all of it. */
  field: z.string().nullable(),
  message: messageSchema,
  count: z.number().int(),
})
export type Refusal = z.infer<typeof refusalSchema>

const periodFiguresSchema = z.object({
  total: z.number().int(),
  /** Of each day or month, in order. */
  slots: z.array(z.number().int()),
  counts: z.array(countSchema),
  answers: z.array(answerSchema),
  /** The most frequent first, and how many more were refused for something else. */
  refusals: z.array(refusalSchema),
  otherRefusals: z.number().int(),
})
export type PeriodFigures = z.infer<typeof periodFiguresSchema>

/** What waits, whenever it was filed. */
const waitingSchema = z.object({ state: submissionStateSchema, count: z.number().int(), since: z.string() })

export const overviewSchema = z.object({
  current: periodFiguresSchema,
  earlier: periodFiguresSchema,
  /** The earlier period up to where this one is. */
  earlierSoFar: z.number().int(),
  waiting: z.array(waitingSchema),
  /** Every account that something was filed with, removed ones as well. */
  accounts: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Colleagues that were counted; null where none of a team's accounts counts them, and in one's own overview. */
  clerks: z.array(z.object({ id: z.string(), name: z.string() })).nullable(),
})
export type Overview = z.infer<typeof overviewSchema>

/** By what the counts are told apart. */
export type CountedBy = 'kind' | 'state' | 'accountId' | 'clerk'
type Keys = { kind: SubmissionKind; state: SubmissionState; accountId: string; clerk: string }

/** A line of an overview: how many now, and how many in the period before. */
export interface Line<K> {
  key: K
  current: number
  earlier: number
}

/** The counts by one of what tells them apart, in the order given, else the most first; what neither period has is left out. */
export function linesBy<B extends CountedBy>(
  { current, earlier }: Pick<Overview, 'current' | 'earlier'>,
  by: B,
  order: readonly Keys[B][] = [],
): Line<Keys[B]>[] {
  const sums = new Map<Keys[B], Line<Keys[B]>>()
  for (const period of ['current', 'earlier'] as const)
    for (const one of (period === 'current' ? current : earlier).counts) {
      if (one[by] === null) continue
      const key = one[by] as Keys[B]
      const line = sums.get(key) ?? { key, current: 0, earlier: 0 }
      sums.set(key, { ...line, [period]: line[period] + one.count })
    }
  const place = (key: Keys[B]) => (order.includes(key) ? order.indexOf(key) : order.length)
  return [...sums.values()].toSorted(
    (a, b) => place(a.key) - place(b.key) || b.current + b.earlier - (a.current + a.earlier) || (a.key < b.key ? -1 : 1),
  )
}
