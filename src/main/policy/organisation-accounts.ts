import type { Policy } from '#shared/domain/policy.ts'
import { policyAccountId, settingsOfPolicy } from '#shared/domain/policy-account.ts'
import type { AccountRecords, StoredAccount } from '../storage/account-records.ts'
import { boundOriginOf } from '../submissions/bound-origin.ts'

export interface OrganisationAccountsDeps {
  records: Pick<AccountRecords, 'get' | 'save'>
  /** Whether the keychain has let it go. */
  eraseSecret(accountId: string, origin: string): Promise<boolean>
  now(): Date
}

/**
 * Makes the accounts that the organisation wrote down what it wrote, at each start. One that it takes away stays, as the person's
 * own: its items name it. SECURITY: where the address is another, the key of the old one is erased and never sent to the new one.
 */
export async function setOrganisationAccounts({ accounts = [] }: Policy, deps: OrganisationAccountsDeps): Promise<void> {
  for (const written of accounts) {
    const id = policyAccountId(written)
    const before = deps.records.get(id)
    const settings = settingsOfPolicy(written, before?.settings)
    const fresh = { secretOrigin: null, secretLastFour: null, createdAt: deps.now().toISOString() }
    const next: StoredAccount = { ...fresh, ...before, id, settings, archivedAt: null }
    if (
      next.secretOrigin !== null &&
      next.secretOrigin !== boundOriginOf(settings) &&
      (await deps.eraseSecret(id, next.secretOrigin))
    ) {
      next.secretOrigin = null
      next.secretLastFour = null
    }
    if (JSON.stringify(before) !== JSON.stringify(next)) deps.records.save(next)
  }
}
