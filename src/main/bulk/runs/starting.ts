import { kindOfBulk, kinds } from '#shared/domain/kinds.ts'
import type { AttachmentDoubt } from '#shared/domain/attachment.ts'
import type { Message } from '#shared/domain/message.ts'
import { AppFailure, failureOf, gone } from '../../ipc/failure.ts'
import type { AccountRecords, StoredAccount } from '../../storage/account-records.ts'
import type { BulkRunRecords, RunChange, StoredRun } from '../../storage/bulk-run-records.ts'
import type { Clock } from '../../submissions/clock.ts'
import type { Checking } from '../checking/checking.ts'
import { RowFileRefused, type RowItems } from './row-items.ts'
import type { RunFiles } from '../reading/run-files.ts'
import { Closing } from './run-lock.ts'
import type { RunStates } from './run-states.ts'

export interface StartingDeps {
  accounts: Pick<AccountRecords, 'get'>
  runs: Pick<BulkRunRecords, 'change'>
  states: Pick<RunStates, 'existing'>
  checking: Checking
  rowItems: RowItems
  files: RunFiles
  /** Aborted when the app closes. */
  closing: AbortSignal
  clock: Clock
  /** Fails where nothing may be sent for the account any more. */
  accountOf(run: StoredRun): StoredAccount
  onChange(runId: number): void
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

const filesDoubted = (count: number) =>
  new AppFailure({ kind: 'invalid', message: { id: 'bulk.start.filesDoubted', values: { count } } })

/** Of a first round nothing has left: it has no progress to show. */
export const notStartedYet = ({ round }: StoredRun): RunChange => (round === 1 ? { startedAt: null } : {})

/** Writes a run's rows down as items, all or none, so that what leaves is what was confirmed. */
export function starting(deps: StartingDeps) {
  const { checking, rowItems, files, clock } = deps
  const { existing } = deps.states
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
    await rowItems.takeBack(run)
    await checking.check(existing(run.id), account)
    deps.runs.change(run.id, { ...notStartedYet(run), pauseReason: reason })
    deps.onChange(run.id)
  }

  async function fill(run: StoredRun, account: StoredAccount, total: number, signal: AbortSignal): Promise<void> {
    deps.accountOf(run)
    const found = await files.of(run)
    if (kinds[kindOfBulk(run.kind)].attachment) await rowItems.checkFiles(run, checking.judge(run, account, found), signal)
    let doubts = 0
    const onDoubt = (row: number, doubt: AttachmentDoubt) => {
      if (files.doubt(run.id, row, doubt)) doubts += 1
    }
    const count = await rowItems.write(run, checking.judge(run, account, found), account, { files: found, onDoubt, signal })
    if (count !== total) throw totalChanged()
    // Once: whoever starts again has read them at their rows.
    if (doubts > 0) throw filesDoubted(doubts)
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
        await fill(run, account, total, AbortSignal.any(taken ? [deps.closing, taken] : [deps.closing]))
        return true
      } catch (error) {
        // The next start finds it as it is, and takes back what was written.
        if (error instanceof Closing) throw error
        const reason = reasonOf(run, error)
        for (;;) {
          try {
            await takeBack(run, account, reason)
            return false
          } catch (trouble) {
            // A full disk refuses even this; a run that says for good that it is being started would be of no use to anybody.
            deps.log('The start of a bulk run could not be taken back', trouble)
            await new Promise<void>((resolve) => clock.after(againMs, resolve))
            deps.closing.throwIfAborted()
          }
        }
      } finally {
        starts.delete(runId)
      }
    },
  }
}
export type Starting = ReturnType<typeof starting>
