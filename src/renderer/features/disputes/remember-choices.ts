import type { Account, Choice } from '#shared/domain/account.ts'
import type { DisputeDraftFields } from '#shared/domain/dispute.ts'
import { client } from '../../lib/client.ts'

/** The values a person typed that their account's lists do not have yet. */
export function newChoices(account: Account, { category, locale }: Pick<DisputeDraftFields, 'category' | 'locale'>) {
  const { settings } = account
  if (settings.kind !== 'billink') return []
  const isNew = (value: string, list: readonly Choice[]) => value !== '' && !list.some((choice) => choice.id === value)
  return [
    { list: 'categories' as const, value: category.trim(), known: settings.categories },
    { list: 'locales' as const, value: locale.trim(), known: settings.locales },
  ]
    .filter(({ value, known }) => isNew(value, known))
    .map(({ list, value }) => ({ list, value }))
}

/** Keeps what was used for the next dispute. It matters too little to stop a submission for. */
export function rememberChoices(account: Account, fields: Pick<DisputeDraftFields, 'category' | 'locale'>): void {
  for (const choice of newChoices(account, fields)) void client.accounts.rememberChoice({ accountId: account.id, ...choice })
}
