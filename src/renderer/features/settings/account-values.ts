import type { Account, AccountKind } from '#shared/domain/account.ts'
import { sharedVendors, type AccountSettings } from '#shared/vendors/index.ts'
import type { Environment } from '#shared/domain/account-fields.ts'
import { vendors } from '#shared/domain/kinds.ts'
import type { AccountValues } from '../../vendors/vendor.ts'

/** Where a new account of this kind and environment most likely goes; empty where the merchant alone knows. */
export const usualUrl = (kind: AccountKind, environment: Environment): string => sharedVendors[kind].usualUrl(environment)

/** What the form of a new account starts with. The fields of all vendors are there, so that each finds its own. */
export const emptyAccount = (kind: AccountKind): AccountValues => {
  const all = Object.assign({}, ...[...vendors, kind].map((vendor) => sharedVendors[vendor].newSettings())) as AccountValues
  return { ...all, url: usualUrl(kind, 'production') }
}

/** A stored account in its form. */
export const valuesOf = ({ settings }: Pick<Account, 'settings'>): AccountValues => ({
  ...emptyAccount(settings.kind),
  ...settings,
  url: settings.url ?? '',
})

/** What is sent to be stored: the fields of its own vendor. Nothing is checked here. */
export function settingsOf(kind: AccountKind, values: AccountValues): AccountSettings {
  const own = Object.keys(sharedVendors[kind].newSettings()).map((field) => [field, values[field as keyof AccountValues]])
  return {
    ...(Object.fromEntries(own) as AccountSettings),
    kind,
    url: values.url.trim() === '' ? null : values.url.trim(),
  } as AccountSettings
}

/** True when storing the form would change nothing. */
export const isUnchanged = (kind: AccountKind, values: AccountValues, stored: AccountValues): boolean =>
  JSON.stringify(settingsOf(kind, values)) === JSON.stringify(settingsOf(kind, stored))
