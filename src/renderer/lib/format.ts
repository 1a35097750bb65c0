import { useMemo } from 'react'
import type { Language } from '#shared/languages/index.ts'
import { localeOf, useLanguage } from './i18n.tsx'

const kilobyte = 1024

/** Dates, times and sizes as a person of that language writes them, in this computer's time zone. */
export function formatter(language: Language, timeZone?: string) {
  const locale = localeOf(language)
  const zone = timeZone === undefined ? {} : { timeZone }
  const dates = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...zone, ...options })
  const clock = dates({ hour: '2-digit', minute: '2-digit' })
  const seconds = dates({ hour: '2-digit', minute: '2-digit', second: '2-digit' })
  const day = dates({ weekday: 'short', day: 'numeric', month: 'short' })
  const dayOfYear = dates({ day: 'numeric', month: 'short', year: 'numeric' })
  const isoDay = new Intl.DateTimeFormat('sv-SE', zone)
  const numbers = new Intl.NumberFormat(locale)
  const lists = new Intl.ListFormat(locale)
  const choices = new Intl.ListFormat(locale, { type: 'disjunction' })
  const size = (value: number, unit: string, digits: number) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: digits }).format(value)

  const now = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(0, 'second')
  /** One unit, rounded down, as ages are said. */
  function duration(ms: number): string {
    const minutes = Math.max(0, Math.floor(ms / 60_000))
    if (minutes < 60) return size(minutes, 'minute', 0)
    return minutes < 60 * 24 ? size(Math.floor(minutes / 60), 'hour', 0) : size(Math.floor(minutes / (60 * 24)), 'day', 0)
  }
  const time = (iso: string) => clock.format(new Date(iso))
  const date = (iso: string, today = new Date()) =>
    (isoDay.format(new Date(iso)).slice(0, 4) === isoDay.format(today).slice(0, 4) ? day : dayOfYear).format(new Date(iso))
  return {
    /** "14:32" */
    time,
    /** "14:32:07", for the attempts of an item. */
    exactTime: (iso: string) => seconds.format(new Date(iso)),
    /** "zo 22 nov", with the year once it is another one. */
    date,
    /** "14:32" today, "zo 22 nov 14:32" otherwise. */
    moment: (iso: string, today = new Date()) =>
      isoDay.format(new Date(iso)) === isoDay.format(today) ? time(iso) : `${date(iso, today)} ${time(iso)}`,
    /** "zo 22 nov 14:32:07", for a record that is read much later. */
    exactMoment: (iso: string, today = new Date()) => `${date(iso, today)} ${seconds.format(new Date(iso))}`,
    /** "12 min", "3 uur", "2 dagen". */
    duration,
    /** "8 sec", for what often takes less than a minute; in whole units after that. */
    took: (ms: number) => (ms < 60_000 ? size(Math.ceil(ms / 1000), 'second', 0) : duration(ms)),
    /** The same, and "nu" in the first minute. */
    age: (ms: number) => (ms < 60_000 ? now : duration(ms)),
    number: (value: number) => numbers.format(value),
    /** "€ 129,95", of an amount as a vendor writes it; as it came where the currency is none that is known. */
    money(value: string, currency: string) {
      const amount = Number(value)
      const isCurrency = /^[A-Z]{3}$/.test(currency) && Number.isFinite(amount)
      return isCurrency ? new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount) : `${value} ${currency}`
    },
    /** "a, b en c" */
    list: (items: readonly string[]) => lists.format(items),
    /** "a, b of c" */
    either: (items: readonly string[]) => choices.format(items),
    /** "1,2 MB", counted as file managers do. */
    bytes(bytes: number) {
      if (bytes < kilobyte) return size(bytes, 'byte', 0)
      if (bytes < kilobyte ** 2) return size(bytes / kilobyte, 'kilobyte', 0)
      return size(bytes / kilobyte ** 2, 'megabyte', 1)
    },
  }
}
export type Format = ReturnType<typeof formatter>

/** Dates, times and sizes in the language on screen. */
export function useFormat(): Format {
  const language = useLanguage()
  return useMemo(() => formatter(language), [language])
}
