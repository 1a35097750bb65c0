import type { Message } from '#shared/domain/message.ts'
import { AppFailure, failureOf, gone } from '../../ipc/failure.ts'
import type { AccountRecords, StoredAccount } from '../../storage/account-records.ts'
import type { RunChange, StoredRun } from '../../storage/bulk-run-records.ts'
import type { Clock } from '../../submissions/clock.ts'
import type { Checking } from './checking.ts'
import { RowFileRefused, type Filling } from './filling.ts'
import type { RunFiles } from './run-files.ts'
import { Leaving } from './turns.ts'

export interface StartingDeps {
  accounts: Pick<AccountRecords, 'get'>
  checking: Checking
  filling: Filling
  files: RunFiles
  /** Aborted when the app leaves. */
  leaving: AbortSignal
  clock: Clock
  existing(runId: number): StoredRun
  /** Fails where nothing may be sent for the account any more. */
  accountOf(run: StoredRun): StoredAccount
  change(runId: number, to: RunChange): void
  log(message: string, error: unknown): void
}

/** A person stopped a run that was being started: nothing of it has left. */
class TakenBack extends Error {
  constructor() {
    super('The start was taken back')
    this.name = 'TakenBack'
  }
}

/** How soon a disk that is full is tried again. */
const againMs = 5_000

const totalChanged = () => new AppFailure({ kind: 'invalid', message: { id: 'bulk.totalChanged' } })

/** Of a first round nothing has left: it has no progress to show. */
export const notStartedYet = ({ round }: StoredRun): RunChange => (round === 1 ? { startedAt: null } : {})

/** Writes a run's rows down as items, all or none, so that what leaves is what was confirmed. */
export function starting(deps: StartingDeps) {
  const { checking, filling, files, clock, existing, change } = deps
  const starts = new Map<number, AbortController>()

  function reasonOf(run: StoredRun, error: unknown): Message {
    if (error instanceof AppFailure) return error.failure.message
    if (error instanceof TakenBack) return { id: 'bulk.start.takenBack' }
    if (error instanceof RowFileRefused) {
      files.refuse(run.id, error.row, error.sentence)
      return { id: 'bulk.start.fileRefused', values: { row: error.row } }
    }
    deps.log('A bulk run could not be started', error)
    return failureOf(error).message
  }

  async function takeBack(run: StoredRun, account: StoredAccount, reason: Message): Promise<void> {
    await filling.empty(run)
    await checking.check(existing(run.id), account)
    change(run.id, { ...notStartedYet(run), pauseReason: reason })
  }

  async function fill(run: StoredRun, account: StoredAccount, total: number, signal: AbortSignal): Promise<void> {
    deps.accountOf(run)
    const found = await files.of(run)
    if (run.kind === 'disputes') await filling.checkFiles(run, checking.judge(run, account, found), signal)
    const count = await filling.fill(run, checking.judge(run, account, found), account, found, signal)
    if (count !== total) throw totalChanged()
    signal.throwIfAborted()
  }

  return {
    /** From now on the start can be taken back. */
    announce(runId: number): void {
      starts.set(runId, new AbortController())
    },
    takeBack(runId: number): void {
      starts.get(runId)?.abort(new TakenBack())
    },
    /** False where nothing may leave: the run is back at its check then, which tells what is different now. */
    async begin(runId: number, total: number): Promise<boolean> {
      const run = existing(runId)
      const account = deps.accounts.get(run.accountId)
      if (!account) throw gone()
      const taken = starts.get(runId)?.signal
      try {
        await fill(run, account, total, AbortSignal.any(taken ? [deps.leaving, taken] : [deps.leaving]))
        return true
      } catch (error) {
        // The next start finds it as it is, and takes back what was written.
        if (error instanceof Leaving) throw error
        const reason = reasonOf(run, error)
        for (;;) {
          try {
            await takeBack(run, account, reason)
            return false
          } catch (trouble) {
            // A full disk refuses even this; a run that says for good that it is being started would be of no use to anybody.
            deps.log('The start of a bulk run could not be taken back', trouble)
            await new Promise<void>((resolve) => clock.after(againMs, resolve))
            deps.leaving.throwIfAborted()
          }
        }
      } finally {
        starts.delete(runId)
      }
    },
  }
}
export type Starting = ReturnType<typeof starting>
