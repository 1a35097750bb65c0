import { kinds } from '#shared/domain/kinds.ts'
import type { AccountRecords, StoredAccount } from '../../storage/account-records.ts'
import type { SubmissionRecords } from '../../storage/submission-records.ts'
import type { AnyMainVendor } from '../../vendors/index.ts'

/** An account learns from items that its vendor accepted, such as a category that its list does not have. */
export function acceptedChoices(deps: {
  accounts: Pick<AccountRecords, 'get' | 'save'>
  records: Pick<SubmissionRecords, 'get'>
  vendorOf(kind: keyof typeof kinds): Pick<AnyMainVendor, 'learned'>
}) {
  /** Of many items, each account is read and written once. */
  return (ids: readonly string[]): void => {
    const known = new Map<string, StoredAccount | null>()
    const learning = new Set<string>()
    for (const id of ids) {
      const item = deps.records.get(id)
      if (item?.state !== 'sent' || item.confirmedByPerson) continue
      const { payload, accountId } = item
      if (!known.has(accountId)) known.set(accountId, deps.accounts.get(accountId))
      const account = known.get(accountId)
      if (account?.settings.kind !== kinds[payload.kind].vendor) continue
      const settings = deps.vendorOf(payload.kind).learned(account.settings, payload)
      if (!settings) continue
      known.set(accountId, { ...account, settings })
      learning.add(accountId)
    }
    for (const accountId of learning) {
      const account = known.get(accountId)
      if (account) deps.accounts.save(account)
    }
  }
}
