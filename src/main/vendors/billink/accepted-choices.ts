import type { Choice } from '#shared/domain/account-fields.ts'
import type { CompleteDispute } from '#shared/vendors/billink/dispute.ts'
import type { BillinkSettings } from '#shared/vendors/billink/settings.ts'

/** So many, and a list is of no more help. */
const most = { categories: 500, locales: 100 }

/** A list with a value that was used, as it stands where it knows it or is full. */
const withValue = (list: Choice[], value: string, limit: number): Choice[] =>
  value === '' || list.length >= limit || list.some(({ id }) => id === value) ? list : [...list, { id: value, label: '' }]

/**
 * An account learns a category or language once Billink accepted a dispute with it; what was only typed may be a slip, and
 * in the list it would be offered for the next dispute.
 */
export function learnedChoices(settings: BillinkSettings, { category, locale }: CompleteDispute): BillinkSettings | null {
  const categories = withValue(settings.categories, category, most.categories)
  const locales = withValue(settings.locales, locale, most.locales)
  return categories === settings.categories && locales === settings.locales ? null : { ...settings, categories, locales }
}
