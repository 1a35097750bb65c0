import type {
  Account,
  AccountKind,
  AccountSettings,
  BillinkSettings,
  DigiwalletSettings,
  Environment,
} from '#shared/domain/account.ts'

/** An account as its form holds it: the fields of both kinds, and an absent address as empty text. */
export type AccountValues = { environment: Environment; url: string } & Omit<BillinkSettings, 'kind' | 'environment' | 'url'> &
  Omit<DigiwalletSettings, 'kind' | 'environment' | 'url'>

/** Where a new account of this kind and environment most likely goes; Billink's address is known to the merchant alone. */
export const usualUrl = (kind: AccountKind, environment: Environment): string =>
  kind === 'digiwallet' && environment === 'production' ? 'https://api.digiwallet.nl' : ''

/** What the form of a new account starts with. */
export const emptyAccount = (kind: AccountKind): AccountValues => ({
  environment: 'production',
  name: '',
  url: usualUrl(kind, 'production'),
  username: '',
  maxFileMegabytes: 10,
  idField: 'billinkId',
  categories: [],
  locales: [
    { id: 'nl', label: 'Nederlands' },
    { id: 'en', label: 'English' },
    { id: 'de', label: 'Deutsch' },
    { id: 'fr', label: 'Français' },
  ],
  outlets: [],
  testDefault: 'ask',
  bodyFormat: 'form',
})

/** A stored account in its form. */
export const valuesOf = ({ settings }: Pick<Account, 'settings'>): AccountValues => ({
  ...emptyAccount(settings.kind),
  ...settings,
  url: settings.url ?? '',
})

/** What is sent to be stored; nothing is checked here. */
export function settingsOf(kind: AccountKind, values: AccountValues): AccountSettings {
  const { environment, name } = values
  const url = values.url.trim() === '' ? null : values.url.trim()
  if (kind === 'billink') {
    const { username, maxFileMegabytes, categories, locales, idField } = values
    return { kind, environment, name, url, username, maxFileMegabytes, categories, locales, idField }
  }
  const { outlets, testDefault, bodyFormat } = values
  return {
    kind,
    environment: environment === 'staging' ? 'production' : environment,
    name,
    url,
    outlets,
    testDefault,
    bodyFormat,
  }
}

/** True when storing the form would change nothing. */
export const isUnchanged = (kind: AccountKind, values: AccountValues, stored: AccountValues): boolean =>
  JSON.stringify(settingsOf(kind, values)) === JSON.stringify(settingsOf(kind, stored))
