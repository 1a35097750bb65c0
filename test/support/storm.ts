import type { AccountRecords } from '#main/storage/account-records.ts'
import type { Ledger } from '#main/storage/ledger.ts'
import type { SubmissionRecords } from '#main/storage/submission-records.ts'
import { describe } from '#main/submissions/description.ts'
import { testAccount } from './desk.ts'

export interface StormOptions {
  accountId?: string
  scope?: string
  prefix?: string
  state?: 'queued' | 'held' | 'unknown'
  inHold?: boolean
  createdAt?: number
}

/** So many disputes in the outbox, as if a person had filed them one by one; written together. */
export function storm(
  {
    ledger,
    accounts,
    records,
    clock,
  }: { ledger: Ledger; accounts: AccountRecords; records: SubmissionRecords; clock: { now(): number } },
  count: number,
  options: StormOptions = {},
): void {
  const { accountId = 'billink', prefix = 'storm', state = 'queued', inHold = false, scope = 'https://api.billink.nl' } = options
  if (!accounts.get(accountId)) accounts.save(testAccount(accountId, 'billink'))
  const createdAt = options.createdAt ?? clock.now()
  const hour = 3_600_000
  ledger.transaction(() => {
    for (let at = 0; at < count; at += 1) {
      const dispute = {
        invoice: `${prefix}-${at}`,
        customerName: 'Jan Jansen',
        customerEmail: 'jan@example.nl',
        category: 'retour',
        locale: 'nl',
        message: 'Teruggestuurd op 3 november; nog niet verwerkt.',
      }
      records.insert({
        ...describe({ kind: 'dispute', dispute }, scope),
        id: `${prefix}-${at}`,
        draftId: null,
        accountId,
        accountName: 'Winkel',
        environment: 'production',
        scope,
        createdAt,
        payload: { kind: 'dispute', dispute },
        typed: { kind: 'dispute', fields: dispute },
        attachmentId: null,
        inHold,
        notBefore: inHold ? createdAt + hour : null,
        waitMs: inHold ? hour : 0,
      })
    }
    if (state !== 'queued') ledger.db.prepare(`UPDATE submissions SET state = ? WHERE id LIKE ? || '-%'`).run(state, prefix)
  })
}
