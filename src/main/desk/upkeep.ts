import type { Retention } from '#shared/domain/retention.ts'
import type { BulkDesk } from '../bulk-desk.ts'
import { daily } from '../privacy/daily.ts'
import { beganWell } from '../privacy/good-starts.ts'
import { sweep } from '../privacy/sweep.ts'
import { erasedText } from '../storage/erased-text.ts'
import { expiredRecords } from '../storage/expired-records.ts'
import type { Clock } from '../submissions/clock.ts'
import type { openStore } from './store.ts'

export interface UpkeepDeps {
  store: Awaited<ReturnType<typeof openStore>>
  folder: string
  clock: Clock
  retention(): Retention
  bulk: Pick<BulkDesk, 'isSending' | 'eraseTable'>
  /** Items filed by themselves are under way. */
  isSending(): boolean
  onChange(): void
  log(message: string, error: unknown): void
}

/** What goes by itself once it has been kept for long enough. */
export function upkeep({ store, folder, clock, retention, bulk, isSending, onChange, log }: UpkeepDeps) {
  const { ledger, traces, vault, accounts } = store
  const expired = expiredRecords(ledger)
  const text = erasedText(ledger, traces)
  const isForVendors = () => accounts.list().some(({ settings }) => settings.url !== null)
  const sweeping = sweep({
    ledger,
    expired,
    text,
    traces,
    vault,
    folder,
    clock,
    retention,
    isForVendors,
    isSending: () => isSending() || bulk.isSending(),
    eraseTable: bulk.eraseTable,
    onChange,
    log,
  })
  const days = daily({ expired, clock, run: sweeping.run, log })
  return {
    /** After all that a start does: the app began well, and has time. A copy that may not know all erases nothing by itself. */
    start(isTrusted: boolean): void {
      traces.recall().catch((error: unknown) => log('What was erased could not be recalled', error))
      if (!isTrusted) return
      beganWell(expired, folder).catch((error: unknown) => log('The copy of an earlier version could not be erased', error))
      days.start()
    },
    /** Takes away at once what has been kept for long enough. */
    sweepNow: days.now,
    async stop(): Promise<void> {
      sweeping.stop()
      await days.stop()
    },
  }
}
export type Upkeep = ReturnType<typeof upkeep>
