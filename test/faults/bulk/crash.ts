import { setEnvironmentData } from 'node:worker_threads'
import { hookClaimFlush, hookFileFlush } from '../harness/flush-hooks.ts'
import { hookLedger, isCommitOf, isSql, type LedgerStep } from '../harness/ledger-hooks.ts'
import { die } from '../harness/tell.ts'
import type { Crash, From, Moment } from './orders.ts'

const claim = "SET state = 'sending', state_at = ?, attempt_count"
const result = 'UPDATE submissions SET state = ?, state_at = ?'
const indexed = 'seq <= :to AND run_id = :runId'
const interrupted = "SET state_after = 'unknown'"

const ledgerMoments: Partial<Record<Moment, (step: LedgerStep) => boolean>> = {
  write: () => true,
  'piece read': isSql('after', 'INSERT INTO bulk_pieces'),
  'claim uncommitted': isCommitOf('before', claim),
  'result uncommitted': isCommitOf('before', result),
  'result committed': isCommitOf('after', result),
  recovering: (step) =>
    step.sql.includes(interrupted) || isCommitOf('before', interrupted)(step) || isSql('after', 'UPDATE bulk_runs')(step),
  indexed: (step) => step.sql.includes(indexed) || isCommitOf('after', indexed)(step),
  decided: isCommitOf('after', 'INSERT INTO decisions'),
}

/** What all threads of the process share: whether moments count yet, and how many are left. */
export interface SharedCrash {
  moment: Moment
  counters: Int32Array
}
const counting = 0
const left = 1

/** Where threads find it that the app starts. */
export const sharedCrashKey = 'crash'

/** Counts the moments of this thread. */
export async function armThread({ moment, counters }: SharedCrash): Promise<void> {
  const count = (is: boolean) => {
    if (is && Atomics.load(counters, counting) === 1 && Atomics.sub(counters, left, 1) === 1) die()
  }
  const isMoment = ledgerMoments[moment]
  if (isMoment) hookLedger((step) => count(isMoment(step)))
  if (moment === 'claim unflushed') hookClaimFlush((when) => count(when === 'before'))
  if (moment === 'claim flushed') hookClaimFlush((when) => count(when === 'after'))
  if (moment === 'file stored') await hookFileFlush(() => count(true))
}

/** Ends this process at the `nth` such moment, of any thread, after `reached` said that what it is about has begun. */
export async function armCrash(crash: Crash | null): Promise<{ reached(from: From): void }> {
  if (!crash) return { reached: () => undefined }
  const counters = new Int32Array(new SharedArrayBuffer(8))
  counters[left] = crash.nth
  const reached = (from: From) => {
    if (from === crash.from) Atomics.store(counters, counting, 1)
  }
  reached('opening')
  const shared: SharedCrash = { moment: crash.moment, counters }
  setEnvironmentData(sharedCrashKey, shared)
  await armThread(shared)
  return { reached }
}
