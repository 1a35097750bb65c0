import { kinds } from '#shared/domain/kinds.ts'
import type { AccountRecords } from '../../storage/account-records.ts'
import type { SubmissionRecords } from '../../storage/submission-records.ts'
import type { AnyMainVendor } from '../../vendors/index.ts'

/** An account learns from items that its vendor accepted, such as a category that its list does not have. */
export function acceptedChoices(deps: {
  accounts: AccountRecords
  records: Pick<SubmissionRecords, 'get'>
  vendorOf(kind: keyof typeof kinds): Pick<AnyMainVendor, 'learned'>
}) {
  return (ids: readonly string[]): void => {
    for (const id of ids) {
      const item = deps.records.get(id)
      if (item?.state !== 'sent' || item.confirmedByPerson) continue
      const { payload } = item
      const account = deps.accounts.get(item.accountId)
      if (account?.settings.kind !== kinds[payload.kind].vendor) continue
      const settings = deps.vendorOf(payload.kind).learned(account.settings, payload)
      if (settings) deps.accounts.save({ ...account, settings })
    }
  }
}
