import type { OverviewAsked } from '#shared/domain/overview.ts'
import { dateField, day, monday, month } from '../../lib/calendar.ts'

/** Periods that are held against the one before. */
export const overviewPeriods = ['week', 'last-week', 'month', 'last-month', 'year'] as const
export type OverviewPeriod = (typeof overviewPeriods)[number]

/** Whether it goes on today, so that it is held against as much of the one before. */
export const isRunning = (period: OverviewPeriod): boolean => period !== 'last-week' && period !== 'last-month'

/** Begins and ends of its days or months. */
function edges(period: OverviewPeriod, now: Date, back: number): Date[] {
  const daysBetween = (from: Date, before: Date): Date[] => {
    const all: Date[] = []
    for (let at = from; at < before; at = day(at, 1)) all.push(at)
    return [...all, before]
  }
  switch (period) {
    case 'week':
    case 'last-week': {
      const weeks = (period === 'week' ? 0 : -1) - back
      return daysBetween(monday(now, weeks), monday(now, weeks + 1))
    }
    case 'month':
    case 'last-month': {
      const months = (period === 'month' ? 0 : -1) - back
      return daysBetween(month(now, months), month(now, months + 1))
    }
    case 'year':
      return Array.from({ length: 13 }, (_, at) => new Date(now.getFullYear() - back, at, 1))
  }
}

/** As far into the period before as now is in this one, by the calendar: a Wednesday afternoon against a Wednesday afternoon. */
function sameMoment(current: readonly Date[], earlier: readonly Date[], now: Date): Date {
  const at = current.findLastIndex((edge) => edge <= now)
  const begun = current[at]
  const last = earlier.at(-1) ?? now
  const then = earlier[at]
  if (!begun || !then || at >= current.length - 1) return last
  const next = earlier[at + 1] ?? last
  return new Date(Math.min(then.getTime() + now.getTime() - begun.getTime(), next.getTime()))
}

const iso = (dates: readonly Date[]) => dates.map((date) => date.toISOString())

/** What main is asked for a period. */
export function askedOf(
  period: OverviewPeriod,
  environment: OverviewAsked['environment'],
  now: Date,
): Omit<OverviewAsked, 'whose'> {
  const [current, earlier] = [edges(period, now, 0), edges(period, now, 1)]
  const until = sameMoment(current, earlier, now)
  return { environment, current: iso(current), earlier: iso(earlier), earlierUntil: until.toISOString() }
}

/** The days of a period as history's own filter has them, both included. */
export function ownDays(from: string | undefined, before: string | undefined): { from: string; until: string } {
  const [first, beyond] = [new Date(from ?? 0), new Date(before ?? 0)]
  return { from: dateField(first), until: dateField(day(beyond, -1)) }
}
