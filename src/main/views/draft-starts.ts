import { kinds, type Kind } from '#shared/domain/kinds.ts'
import { sharedVendorOf, type Payload, type TypedFields } from '#shared/vendors/index.ts'
import type { AccountRecords } from '../storage/account-records.ts'

interface DraftStartsDeps {
  accounts: Pick<AccountRecords, 'get'>
  lastFiled(accountId: string): Payload | null
}

/**
 * What a new draft of an account begins with: what the account says, and what it leaves open as it was filed last. Null where the
 * account takes none of this kind. One for all who ask, so that a draft in which nobody typed is known for what it is.
 */
export const draftStarts =
  ({ accounts, lastFiled }: DraftStartsDeps) =>
  (kind: Kind, accountId: string): TypedFields | null => {
    const settings = accounts.get(accountId)?.settings
    if (settings?.kind !== kinds[kind].vendor) return null
    const vendor = sharedVendorOf(kind)
    const last = lastFiled(accountId)
    return vendor.emptyDraft(settings, last?.kind === kind ? vendor.typedOf(last) : null)
  }
export type DraftStarts = ReturnType<typeof draftStarts>
