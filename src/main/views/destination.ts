import type { StoredAccount } from '../storage/account-records.ts'

/** Where an account's items go, in the words of the review. */
export interface DestinationView {
  accountId: string
  accountName: string
  environment: StoredAccount['settings']['environment']
  host: string
}

/** `endpoint` is the account's URL, or the practice server's while it runs. */
export const destinationView = (account: StoredAccount, endpoint: string | null): DestinationView => ({
  accountId: account.id,
  accountName: account.settings.name,
  environment: account.settings.environment,
  host: endpoint === null ? '' : new URL(endpoint).host,
})
