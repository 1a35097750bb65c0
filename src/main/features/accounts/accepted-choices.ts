import type { Choice } from '#shared/domain/account.ts'
import type { AccountRecords } from '../../storage/account-records.ts'
import type { SubmissionRecords } from '../../storage/submission-records.ts'

/** So many, and a list is of no more help. */
const most = { categories: 500, locales: 100 }

/** A list with a value that was used, as it stands where it knows it or is full. */
const withValue = (list: Choice[], value: string, limit: number): Choice[] =>
  value === '' || list.length >= limit || list.some(({ id }) => id === value) ? list : [...list, { id: value, label: '' }]

/**
 * An account learns a category or language once Billink accepted a dispute with it; what was only typed may be a slip, and
 * in the list it would be offered for the next dispute.
 */
export function acceptedChoices(deps: { accounts: AccountRecords; records: Pick<SubmissionRecords, 'get'> }) {
  return (ids: readonly string[]): void => {
    for (const id of ids) {
      const item = deps.records.get(id)
      if (item?.state !== 'sent' || item.confirmedByPerson || item.payload.kind !== 'dispute') continue
      const account = deps.accounts.get(item.accountId)
      if (account?.settings.kind !== 'billink') continue
      const { settings } = account
      const { category, locale } = item.payload.dispute
      const categories = withValue(settings.categories, category, most.categories)
      const locales = withValue(settings.locales, locale, most.locales)
      if (categories === settings.categories && locales === settings.locales) continue
      deps.accounts.save({ ...account, settings: { ...settings, categories, locales } })
    }
  }
}
