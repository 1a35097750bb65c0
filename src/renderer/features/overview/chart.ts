import type { Language } from '#shared/languages/index.ts'
import { localeOf } from '../../lib/i18n.tsx'
import type { OverviewPeriod } from './periods.ts'
import type { Counted } from './use-overview.ts'

/** A line of a chart and of the table below it. */
export interface ChartLine {
  readonly key: string
  readonly name: string
  readonly current: number
  readonly earlier: number
}

export interface ChartProps {
  /** What a person hears who does not see it. */
  readonly label: string
  readonly lines: readonly ChartLine[]
}

/** How a day or month is called where both periods have it: by its weekday, its number, or its name. */
const nameOptions: Record<OverviewPeriod, Intl.DateTimeFormatOptions> = {
  week: { weekday: 'short' },
  'last-week': { weekday: 'short' },
  month: { day: 'numeric' },
  'last-month': { day: 'numeric' },
  year: { month: 'short' },
}

/** The days or months of both periods, side by side; a month that is longer than the other has its last days alone. */
export function slotLines({ asked, overview }: Counted, period: OverviewPeriod, language: Language): ChartLine[] {
  const names = new Intl.DateTimeFormat(localeOf(language), nameOptions[period])
  const longer = asked.current.length >= asked.earlier.length ? asked.current : asked.earlier
  return longer.slice(0, -1).map((edge, at) => ({
    key: String(at),
    name: names.format(new Date(edge)),
    current: overview.current.slots[at] ?? 0,
    earlier: overview.earlier.slots[at] ?? 0,
  }))
}
