import type { AccountKind } from '#shared/domain/account.ts'
import type { AccountRecords, StoredAccount } from '../../storage/account-records.ts'
import { boundOriginOf } from '../../submissions/bound-origin.ts'
import type { AccountSecrets, SecretAnswer } from './secrets.ts'

export type SecretFor = (account: StoredAccount) => Promise<SecretAnswer>

/** The secret an account's items are sent with. Practice accounts use the public key and never the keychain. */
export function createSecretFor(deps: {
  secrets: Pick<AccountSecrets, 'read'>
  records: Pick<AccountRecords, 'get' | 'save'>
  practiceSecret(kind: AccountKind): string
}): SecretFor {
  return async (account) => {
    if (account.settings.environment === 'practice') return { ok: true, secret: deps.practiceSecret(account.settings.kind) }
    const origin = boundOriginOf(account.settings)
    const answer = await deps.secrets.read(account.id, origin)
    if (!answer.ok && answer.state === 'missing') forget(deps.records, account.id, origin)
    return answer
  }
}

/** The keychain was open and has no such key, whatever the ledger remembers: someone removed it outside the app. */
function forget(records: Pick<AccountRecords, 'get' | 'save'>, id: string, origin: string): void {
  const current = records.get(id)
  if (current?.secretOrigin === origin) records.save({ ...current, secretOrigin: null, secretLastFour: null })
}
