import type { AccountKind } from '#shared/domain/account.ts'
import { useSay } from '../../lib/i18n.tsx'
import type { AccountValues } from './account-values.ts'

/** The label of every field on the form, rows of its lists included, so that a summary can name and find it. */
export function useFieldLabels(kind: AccountKind, values: AccountValues): Record<string, string> {
  const say = useSay()
  const rows = (list: 'categories' | 'locales' | 'outlets', columns: Record<string, string>) =>
    Object.fromEntries(
      values[list].flatMap((_, index) =>
        Object.entries(columns).map(([column, words]) => [
          `${list}.${index}.${column}`,
          `${say(`settings.field.${list}`)}, ${say('settings.rows.cell', { column: words, row: index + 1 })}`,
        ]),
      ),
    )
  const idAndLabel = {
    id: say(kind === 'billink' ? 'settings.rows.id' : 'settings.rows.outlet'),
    label: say('settings.rows.label'),
  }
  return {
    name: say('settings.field.name'),
    environment: say('settings.field.environment'),
    url: say(values.environment === 'practice' ? 'settings.field.url.practice' : `settings.field.url.${kind}`),
    ...(kind === 'billink'
      ? {
          username: say('settings.field.username'),
          maxFileMegabytes: say('settings.field.limit'),
          ...rows('categories', idAndLabel),
          ...rows('locales', idAndLabel),
        }
      : rows('outlets', idAndLabel)),
  }
}
