import { dayMs } from '#shared/domain/time-spans.ts'
import type { Message } from '#shared/domain/message.ts'
import type { Ledger } from '../storage/ledger.ts'
import type { SubmissionRecords } from '../storage/submission-records.ts'
import { askedForAge } from '../storage/submission-row.ts'

const interrupted: Message = { id: 'outbox.interrupted' }
const interruptedUnsent: Message = { id: 'outbox.interruptedUnsent' }

/**
 * Run once before anything is sent: what was under way when the app ended has an unknown outcome, and what has waited for
 * longer than a day asks before it leaves, because the world may have moved on.
 */
export function recover(ledger: Ledger, records: SubmissionRecords, now: number): { unknown: string[]; asking: string[] } {
  return ledger.transaction(() => {
    const unknown = records
      .underWay()
      .flatMap((seq) => (records.unsent(seq, interruptedUnsent, now) ? [] : (records.interrupt(seq, interrupted, now) ?? [])))
    return { unknown, asking: records.askAboutOlderThan(now - dayMs, askedForAge) }
  })
}
