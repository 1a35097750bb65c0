import type { AccountRecords } from '#main/storage/account-records.ts'
import type { Ledger } from '#main/storage/ledger.ts'
import type { SubmissionRecords } from '#main/storage/submission-records.ts'
import { askedForAge } from '#main/storage/submission-row.ts'
import { describe } from '#shared/vendors/index.ts'

export interface StormOptions {
  accountId?: string
  boundOrigin?: string
  prefix?: string
  state?: 'queued' | 'held' | 'unknown'
  environment?: 'practice' | 'production'
  inHold?: boolean
  /** They have waited for longer than a day, and ask. */
  isAsking?: boolean
}

const hourMs = 3_600_000

/** So many disputes in the outbox, as if a person had filed them one by one; written together. */
export function insertStorm(
  { ledger, records, now }: { ledger: Ledger; records: Pick<SubmissionRecords, 'insert'>; now: number },
  count: number,
  options: StormOptions = {},
): void {
  const { accountId = 'billink', prefix = 'storm', state = 'queued', inHold = false, isAsking = false } = options
  const { boundOrigin = 'https://api.billink.nl', environment = 'production' } = options
  const createdAt = isAsking ? now - 25 * hourMs : now
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
        ...describe({ kind: 'dispute', dispute }, boundOrigin),
        id: `${prefix}-${at}`,
        draftId: null,
        accountId,
        accountName: 'Winkel',
        environment,
        boundOrigin,
        createdAt,
        payload: { kind: 'dispute', dispute },
        typed: { kind: 'dispute', fields: dispute },
        attachmentId: null,
        inHold,
        notBefore: inHold ? createdAt + hourMs : null,
        waitMs: inHold ? hourMs : 0,
      })
    }
    const set = (change: string, ...values: string[]) =>
      ledger.db.prepare(`UPDATE submissions SET ${change} WHERE id LIKE ? || '-%'`).run(...values, prefix)
    if (state !== 'queued') set('state = ?', state)
    if (isAsking) set('asks = 1, reason = ?', JSON.stringify(askedForAge))
  })
}

/** The same in a desk under test, whose account of that name is made where it is not there. */
export function storm(
  desk: { ledger: Ledger; accounts: AccountRecords; records: SubmissionRecords; clock: { now(): number } },
  count: number,
  options: StormOptions = {},
): void {
  const { accountId = 'billink' } = options
  const { accounts } = desk
  const billink = accounts.get('billink')
  if (billink && !accounts.get(accountId)) accounts.save({ ...billink, id: accountId })
  insertStorm({ ...desk, now: desk.clock.now() }, count, options)
}
