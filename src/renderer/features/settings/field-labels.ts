import type { AccountKind } from '#shared/domain/account.ts'
import { useSay } from '../../lib/i18n.tsx'
import { useVendor } from '../../lib/vendors.tsx'
import type { AccountValues } from '../../vendors/vendor.ts'

/** The label of every field on the form, rows of its lists included, so that a summary can name and find it. */
export function useFieldLabels(kind: AccountKind, values: AccountValues): Record<string, string> {
  const say = useSay()
  const { settings } = useVendor(kind)
  return {
    name: say('settings.field.name'),
    environment: say('settings.field.environment'),
    url: say(values.environment === 'practice' ? 'settings.field.url.practice' : `settings.field.url.${kind}`),
    ...settings.labels(say, values),
  }
}
