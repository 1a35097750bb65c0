import type { Vendor } from '#shared/domain/kinds.ts'
import type { AccountSettings } from '#shared/vendors/index.ts'
import { newBillinkSettings } from '#shared/vendors/billink/settings.ts'
import { newDigiwalletSettings } from '#shared/vendors/digiwallet/settings.ts'
import type { Desk } from '#main/desk.ts'
import { isLoopback } from '#main/upstream/routes.ts'

export interface AccountIds {
  billink: string
  digiwallet: string
}

/** Where the two vendors are played. */
export interface VendorUrls {
  dispute: string
  notes: string
}

const settingsFor = (urls: VendorUrls): AccountSettings[] => {
  const environment = isLoopback(new URL(urls.notes).hostname) ? 'practice' : 'production'
  const common = { environment, name: 'Storingen' } as const
  return [
    { ...newBillinkSettings(), ...common, url: urls.dispute, username: 'winkel', maxFileMegabytes: 100 },
    { ...newDigiwalletSettings(), ...common, url: urls.notes, testDefault: 'off' },
  ]
}

/**
 * Accounts at these addresses, on this computer with the public key of practice accounts, made where they are not there yet. Those of the embedded practice
 * environment go, so that it is not started.
 */
export async function vendorAccounts({ handlers }: Pick<Desk, 'handlers'>, urls: VendorUrls): Promise<AccountIds> {
  const ids: Partial<Record<Vendor, string>> = {}
  for (const settings of settingsFor(urls)) {
    const accounts = await handlers.accounts.list(undefined)
    const found = accounts.find((account) => account.settings.url === settings.url && account.settings.kind === settings.kind)
    const account = found ?? (await handlers.accounts.save({ accountId: null, settings }))
    if (!account) throw new Error('the account was not made')
    ids[settings.kind] = account.id
    if (settings.environment === 'production')
      await handlers.accounts.setSecret({ accountId: account.id, secret: 'geheim-van-deze-test' })
  }
  for (const account of await handlers.accounts.list(undefined))
    if (account.settings.url === null) await handlers.accounts.remove({ accountId: account.id })
  return ids as AccountIds
}
