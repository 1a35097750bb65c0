import { rmSync } from 'node:fs'
import path from 'node:path'
import { LedgerDamaged, LedgerHeldElsewhere, LedgerInUse, LedgerMissing } from '../ledger-failures.ts'
import type { LedgerKey } from '../ledger-key.ts'
import { evidenceOfUse } from './evidence.ts'
import { hostNameOf, type Holder, type Host } from './host.ts'
import { inspectLedger, type Inspected } from './inspect.ts'
import { standingOf } from './lock.ts'
import type { LogDoubt } from './doubt.ts'
import { logDoubtOf, type Remembered } from './log-check.ts'
import { keepCopy } from './set-aside.ts'

export interface LookDeps {
  file: string
  /** What it is sealed under; null where it lies open. */
  sealedUnder: LedgerKey | null
  /** The data folder, as its lock names it. */
  key: string
  host: Host
  /** What this computer remembers of a ledger here. */
  remembered: Remembered
  /** Nothing was written to the file since it was closed here. */
  isUntouched: boolean
  /** A person chose to begin with an empty one: what tells of an earlier one is known. */
  mayBeNew: boolean
  /** Whether to take the ledger over from this computer, last heard of then. */
  takeOver(holder: { host: string; heartbeat: number }): Promise<boolean>
  now(): number
}

/** What was found before the ledger is opened for writing. */
export interface Looked {
  inspected: Inspected
  /** What it is sealed under. */
  key: LedgerKey | null
  logDoubt: LogDoubt | null
  /** Whose lock may be taken over. */
  holder: Holder | null
}

/**
 * Looks at a data folder and settles what has to be settled before SQLite writes there. Fails where the ledger is damaged,
 * missing although it was there, or held by someone else.
 */
export async function lookAtFolder({
  file,
  sealedUnder,
  key,
  host,
  remembered,
  isUntouched,
  mayBeNew,
  takeOver,
  now,
}: LookDeps): Promise<Looked> {
  const inspected = inspectLedger(file, sealedUnder, isUntouched)
  if (inspected.state === 'none') {
    const evidence = [...evidenceOfUse(path.dirname(file)), ...(remembered.record ? ['what this computer remembers'] : [])]
    if (evidence.length > 0 && !mayBeNew) throw new LedgerMissing(file, evidence)
    return { inspected, key: sealedUnder, logDoubt: null, holder: null }
  }
  const { content, alone } = inspected
  const standing = standingOf(content.holder, key, host, now())
  if (standing === 'in-use') throw new LedgerInUse(file)
  if (content.holder && standing === 'elsewhere') {
    const question = { host: hostNameOf(content.holder), heartbeat: content.holder.heartbeat }
    if (!(await takeOver(question))) throw new LedgerHeldElsewhere(file, question.host)
  }
  const logDoubt = logDoubtOf(inspected, remembered)
  if (logDoubt !== 'log-other') return { inspected, key: sealedUnder, logDoubt, holder: content.holder }
  if (alone && !('holder' in alone)) throw new LedgerDamaged(file, 'its log belongs to another ledger')
  keepCopy(file, now())
  // Where the file can't be read without a log, it goes on with the one that is there, and a person is asked about all of it.
  if (!alone) return { inspected, key: sealedUnder, logDoubt, holder: content.holder }
  for (const end of ['-wal', '-shm']) rmSync(file + end, { force: true })
  return { inspected: inspectLedger(file, sealedUnder), key: sealedUnder, logDoubt, holder: alone.holder }
}
