import type { Policy } from '#shared/domain/policy.ts'
import { createSecretFor } from '../features/accounts/secret-for.ts'
import { createAccountSecrets } from '../features/accounts/secrets.ts'
import { notAllowed, type JudgedAccount } from '../policy/apply-policy.ts'
import { setOrganisationAccounts } from '../policy/organisation-accounts.ts'
import type { StoredAccount, AccountRecords } from '../storage/account-records.ts'
import type { Keychain } from '../storage/keychain.ts'
import { createSessionSecrets } from '../storage/session-secrets.ts'
import type { SubmissionQueries } from '../storage/submission-queries.ts'
import { mainVendor } from '../vendors/index.ts'
import { rememberingPractice } from './practice.ts'

export interface AccountAccessDeps {
  policy: Policy
  queries: Pick<SubmissionQueries, 'confirmedOf'>
  accounts: AccountRecords
  keychain: Keychain
}

/** What an account may reach, and with which key: one answer for single items, runs and the screens. */
export function accountAccess({ policy, queries, accounts, keychain }: AccountAccessDeps) {
  const practice = rememberingPractice(queries)
  const refusalOf = (account: JudgedAccount) => notAllowed(policy, account)
  const secrets = createAccountSecrets({ keychain, session: createSessionSecrets(), remembered: createSessionSecrets() })
  return {
    practice,
    refusalOf,
    /** SECURITY: without an address nothing can be sent, whoever asks. */
    endpointOf: (account: StoredAccount) => (refusalOf(account) === null ? practice.endpointOf(account) : null),
    secrets,
    secretFor: createSecretFor({ secrets, records: accounts, practiceSecret: (vendor) => mainVendor(vendor).practice.secret }),
    setOrganisationAccounts: async (now: () => Date) =>
      await setOrganisationAccounts(policy, {
        records: accounts,
        eraseSecret: async (id, origin) => (await secrets.erase(id, origin)) === 'erased',
        now,
      }),
  }
}
