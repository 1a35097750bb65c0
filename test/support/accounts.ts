import type { ElectronApplication, Page } from '@playwright/test'
import type { Account } from '#shared/domain/account.ts'
import type { AccountSettings } from '#shared/vendors/index.ts'
import { newBillinkSettings } from '#shared/vendors/billink/settings.ts'
import { newDigiwalletSettings } from '#shared/vendors/digiwallet/settings.ts'
import type { Preferences } from '#shared/domain/preferences.ts'
import { call } from './clerk.ts'
import { willAnswer } from './native.ts'

/** A live DigiWallet account at this address. */
export const digiwalletAt = (url: string): AccountSettings => ({
  ...newDigiwalletSettings(),
  name: 'Eigen winkel',
  url,
  outlets: [{ id: '12345', label: 'Winkel', testMode: false }],
  testDefault: 'off',
})

/** A live Billink account at this address. */
export const billinkAt = (url: string): AccountSettings => ({
  ...newBillinkSettings(),
  name: 'Eigen winkel',
  url,
  username: 'winkel',
})

/** The same as a practice account, whose server is the test's own. */
export const practising = <S extends AccountSettings>(settings: S): S => ({ ...settings, environment: 'practice' })

/** Adds an account with its key, and makes it the one that new items are made for. Answers with its id. */
export async function addAccount(
  app: ElectronApplication,
  page: Page,
  settings: AccountSettings,
  secret?: string,
): Promise<string> {
  await willAnswer(app, 0)
  const { id } = await call<Account>(page, 'accounts.save', { accountId: null, settings })
  if (secret !== undefined) await call(page, 'accounts.setSecret', { accountId: id, secret })
  const { activeAccounts } = await call<Preferences>(page, 'preferences.get')
  await call(page, 'preferences.set', { activeAccounts: { ...activeAccounts, [settings.kind]: id } })
  return id
}
