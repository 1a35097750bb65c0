import type { Narrowing, Period } from '#shared/domain/history-narrowing.ts'
import { day, monday, month } from '../../lib/calendar.ts'

type OwnDays = Narrowing['own']

/** Midnight here of a date field; null where none is filled in. */
function dayOf(text: string, days = 0): Date | null {
  const [year, monthOfYear, dayOfMonth] = text.split('-').map(Number)
  if (!year || !monthOfYear || !dayOfMonth) return null
  const at = new Date(year, monthOfYear - 1, dayOfMonth + days)
  // A year of four figures that is still being typed is none that a ledger knows.
  return year >= 1970 && year <= 9999 ? at : null
}

function ends(period: Period, own: OwnDays, now: Date): readonly [from: Date | null, before: Date | null] {
  switch (period) {
    case 'all':
      return [null, null]
    case 'today':
      return [day(now), null]
    case 'yesterday':
      return [day(now, -1), day(now)]
    case 'week':
      return [monday(now), null]
    case 'last-week':
      return [monday(now, -1), monday(now)]
    case 'month':
      return [month(now), null]
    case 'last-month':
      return [month(now, -1), month(now)]
    case 'year':
      return [new Date(now.getFullYear(), 0, 1), null]
    case 'own':
      return [dayOf(own.from), dayOf(own.until, 1)]
  }
}

/** From which moment on, and before which one, in this computer's time zone. */
export function momentsOf(period: Period, own: OwnDays, now: Date): { from: string | null; before: string | null } {
  const [from, before] = ends(period, own, now)
  return { from: from?.toISOString() ?? null, before: before?.toISOString() ?? null }
}
