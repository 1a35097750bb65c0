import type { Message } from '#shared/domain/message.ts'
import type { LedgerDoubt } from '../storage/ledger-identity/doubt.ts'
import type { OwnLedger } from '../storage/ledger-identity/open.ts'
import type { Ledger } from '../storage/ledger.ts'
import type { SubmissionRecords } from '../storage/submission-records.ts'
import { doubtReason } from '../storage/submission-row.ts'

/** The runs, which ask for this reason before anything of them leaves. */
interface Runs {
  askAll(reason: Message): number[]
}

/**
 * The ledger may not know all that left: nothing goes by itself any more, be it filed alone or a row of a run, and no unknown
 * update or delete repeats itself, since a newer one may have left that is not in here. Answers the runs that ask.
 */
export function askAboutAll(
  { ledger, records, runs }: { ledger: Ledger; records: SubmissionRecords; runs: Runs },
  doubt: LedgerDoubt,
): number[] {
  const reason = doubtReason(doubt)
  return ledger.transaction(() => {
    records.askAboutAll(reason)
    // One that a person was quick to send on, as well: its rows are claimed only while it is `sending`.
    return runs.askAll(reason)
  })
}

export interface SettlingDeps {
  own: Pick<OwnLedger, 'ledger' | 'whole' | 'settle'>
  records: SubmissionRecords
  runs: Runs
  /** Whether there is anything of a vendor's to protect: practising waits for no keychain. */
  isForVendors(): boolean
  /** Rows stand in the ledger that its tables do not allow, as was found after the start. */
  onFaultyRows(): void
  /** All that waits asks by now, and these runs do. */
  onDoubt(doubt: LedgerDoubt, runs: readonly number[]): void
}

/** Asks once whether the ledger is whole, and the one that was last here: for the start, and for whatever would leave before that. */
export function settling({
  own,
  records,
  runs,
  isForVendors,
  onFaultyRows,
  onDoubt,
}: SettlingDeps): () => Promise<LedgerDoubt | null> {
  let asked: Promise<LedgerDoubt | null> | null = null
  const ask = async () => {
    if (await own.whole()) onFaultyRows()
    return own.settle(isForVendors(), (doubt) => onDoubt(doubt, askAboutAll({ ledger: own.ledger, records, runs }, doubt)))
  }
  return () => (asked ??= ask())
}
