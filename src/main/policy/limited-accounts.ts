import type { Policy } from '#shared/domain/policy.ts'
import type { AccountSettings } from '#shared/vendors/index.ts'
import type { AccountRecords, StoredAccount } from '../storage/account-records.ts'

/** How large an account lets files be; null where its vendor takes none. */
const megabytesOf = (settings: AccountSettings): number | null =>
  'maxFileMegabytes' in settings ? settings.maxFileMegabytes : null

const withMegabytes = (account: StoredAccount, maxFileMegabytes: number): StoredAccount => ({
  ...account,
  settings: { ...account.settings, maxFileMegabytes } as AccountSettings,
})

/** Accounts whose files may be as large as the organisation lets them be; what the person set stands, and comes back without it. */
export function limitedAccounts(records: AccountRecords, { maxFileMegabytes: limit }: Policy): AccountRecords {
  if (limit === undefined) return records
  const isOver = (settings: AccountSettings) => (megabytesOf(settings) ?? 0) > limit
  const read = (account: StoredAccount) => (isOver(account.settings) ? withMegabytes(account, limit) : account)
  return {
    ...records,
    list: () => records.list().map(read),
    get(id) {
      const account = records.get(id)
      return account && read(account)
    },
    save(account) {
      const own = records.get(account.id)?.settings
      // What was read here and is stored again was never the person's choice.
      const isRead = own !== undefined && isOver(own) && megabytesOf(account.settings) === limit
      records.save(isRead ? withMegabytes(account, megabytesOf(own) ?? limit) : account)
    },
  }
}
