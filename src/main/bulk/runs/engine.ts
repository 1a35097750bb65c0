import { rm } from 'node:fs/promises'
import type { BulkState, RetryState } from '#shared/domain/bulk.ts'
import type { Message } from '#shared/domain/message.ts'
import { AppFailure, failureOf, gone } from '../../ipc/failure.ts'
import type { AccountRecords, StoredAccount } from '../../storage/account-records.ts'
import type { BulkRowRecords } from '../../storage/bulk-row-records.ts'
import type { BulkRunRecords, RunChange, StoredRun } from '../../storage/bulk-run-records.ts'
import type { Clock } from '../../submissions/clock.ts'
import { scopeOf } from '../../submissions/scope.ts'
import type { Checking } from './checking.ts'
import { confirmationOf } from './confirmation.ts'
import { RowFileRefused, type Filling } from './filling.ts'
import type { RunFiles } from './run-files.ts'
import type { Indexing } from './indexing.ts'
import type { Lanes } from './lanes.ts'
import type { Tables } from './tables.ts'
import { breath, Leaving, type Turns } from './turns.ts'

export interface EngineDeps {
  accounts: Pick<AccountRecords, 'get'>
  runs: BulkRunRecords
  rows: BulkRowRecords
  tables: Tables
  checking: Checking
  filling: Filling
  files: RunFiles
  indexing: Indexing
  /** Made with the engine's own reactions; see `createLanes`. */
  lanes: (reactions: Reactions) => Lanes
  turns: Turns
  clock: Clock
  /** Lets items leave that a refused key held back. */
  release(accountId: string): void
  onChange(runId: number): void
  /** The run has come to its end or stopped itself: a person who looks elsewhere wants to know. */
  onHalt(run: StoredRun): void
  log(message: string, error: unknown): void
}

/** What the lanes tell the engine. */
export interface Reactions {
  onPause(runId: number, reason: Message): void
  onDone(runId: number): void
  /** Nothing of it is under way any more. */
  onEnd(runId: number): void
}

/** A person stopped a run that was being started: nothing of it has left. */
class TakenBack extends Error {
  constructor() {
    super('The start was taken back')
    this.name = 'TakenBack'
  }
}

const refuse = (id: string) => new AppFailure({ kind: 'invalid', message: { id } })

/** Moves runs from state to state; each state is on disk before anything is done because of it. */
export function bulkEngine(deps: EngineDeps) {
  const { runs, rows, lanes: makeLanes, tables, filling, turns, clock } = deps
  const starts = new Map<number, AbortController>()
  let leftovers: readonly string[] = []
  /** Paused by themselves, with rows still under way. */
  const calling = new Set<number>()
  const lanes = makeLanes({ onPause: paused, onDone: done, onEnd: ended })

  function existing(runId: number): StoredRun {
    const run = runs.get(runId)
    if (!run || run.discarded) throw gone()
    return run
  }
  function inState(runId: number, ...states: BulkState[]): StoredRun {
    const run = existing(runId)
    if (!states.includes(run.state)) throw refuse('bulk.moved')
    return run
  }
  function change(runId: number, to: RunChange): void {
    runs.change(runId, to)
    deps.onChange(runId)
  }
  function accountOf(run: StoredRun): StoredAccount {
    const account = deps.accounts.get(run.accountId)
    if (!account || account.archivedAt !== null) throw refuse('bulk.accountGone')
    // SECURITY: what was checked and confirmed for one origin, and what was sent there, concerns no other.
    if (scopeOf(account.settings) !== run.scope) throw refuse('bulk.accountMoved')
    return account
  }

  function paused(runId: number, reason: Message): void {
    // A person may have paused or stopped it meanwhile, and that word stands.
    if (existing(runId).state !== 'sending') return
    change(runId, { state: 'paused', pauseReason: reason })
    calling.add(runId)
  }

  /** A person is called only now, since the numbers they are told must hold what was under way. */
  function ended(runId: number): void {
    change(runId, { underWay: false })
    if (calling.delete(runId) && existing(runId).state === 'paused') deps.onHalt(existing(runId))
  }

  function done(runId: number): void {
    const state = lanes.tally(runId).notSent > 0 ? 'stopped' : 'done'
    change(runId, { state, pauseReason: null, endedAt: clock.now(), underWay: false })
    deps.onHalt(existing(runId))
    void deps.indexing.index(runId)
  }

  /**
   * On disk first: the ledger itself then lets no row of a run leave that is not `sending`. What an earlier lane had under way
   * has its outcome by then: its end must not say of the new one that nothing is under way.
   */
  async function send(runId: number, from: readonly BulkState[]): Promise<void> {
    await lanes.close(runId)
    const run = existing(runId)
    // A person may have stopped it meanwhile, and that word stands.
    if (!from.includes(run.state) || turns.leaving.aborted) return
    change(run.id, { state: 'sending', pauseReason: null, endedAt: null, underWay: true })
    const problem = await lanes.open(run).catch((error: unknown) => {
      deps.log('A bulk run could not be sent', error)
      return failureOf(error).message
    })
    if (!problem) return
    paused(run.id, problem)
    ended(run.id)
  }

  async function withdrawRest(runId: number): Promise<void> {
    rows.unhold(runId, clock.now())
    // What may have arrived at an earlier try was not "not sent", and only a person can say what it was.
    rows.doubt(runId, clock.now(), { id: 'bulk.stoppedInDoubt' })
    while (rows.withdrawSome(runId, clock.now(), { id: 'bulk.notSent' })) await breath()
    deps.onChange(runId)
    void deps.indexing.index(runId)
  }

  async function begin(run: StoredRun, total: number, taken: AbortSignal): Promise<void> {
    const account = deps.accounts.get(run.accountId)
    if (!account) throw gone()
    const signal = AbortSignal.any([turns.leaving, taken])
    try {
      accountOf(run)
      const files = await deps.files.of(run)
      if (run.kind === 'disputes') await filling.checkFiles(run, deps.checking.judge(run, account, files), signal)
      const count = await filling.fill(run, deps.checking.judge(run, account, files), account, files, signal)
      if (count !== total) throw refuse('bulk.totalChanged')
      signal.throwIfAborted()
    } catch (error) {
      // The next start finds it as it is, and takes back what was written.
      if (error instanceof Leaving) return
      // Nothing has left: back to the check, which tells what is different now.
      await filling.empty(run)
      const reason = notStarted(run, error)
      await deps.checking.check(existing(run.id), account)
      change(run.id, { ...notStartedYet(run), pauseReason: reason })
      return
    } finally {
      starts.delete(run.id)
    }
    await send(run.id, ['starting'])
    await Promise.all([tables.dropCopy(run.id), deps.files.close(run.id)])
  }

  /** Of a first round nothing has left: it has no progress to show. */
  const notStartedYet = ({ round }: StoredRun): RunChange => (round === 1 ? { startedAt: null } : {})

  function notStarted(run: StoredRun, error: unknown): Message {
    if (error instanceof AppFailure) return error.failure.message
    if (error instanceof TakenBack) return { id: 'bulk.start.takenBack' }
    if (error instanceof RowFileRefused) {
      deps.files.refuse(run.id, error.row, error.sentence)
      return { id: 'bulk.start.fileRefused', values: { row: error.row } }
    }
    deps.log('A bulk run could not be started', error)
    return failureOf(error).message
  }

  function inBackground(runId: number, trouble: string, work: () => Promise<void>): void {
    void turns(runId, work).catch((error: unknown) => {
      if (!(error instanceof Leaving)) deps.log(trouble, error)
    })
  }

  return {
    lanes,
    existing,
    inState,
    accountOf,
    change,
    /** Begins with row one alone. Another number than the person confirmed sends nothing. */
    async start(runId: number, total: number): Promise<void> {
      const start = new AbortController()
      await turns(runId, () => {
        const run = inState(runId, 'checked')
        accountOf(run)
        if (!run.review || total === 0 || confirmationOf(run).total !== total) throw refuse('bulk.totalChanged')
        const started: RunChange = { state: 'starting', pauseReason: null, startedAt: run.startedAt ?? clock.now() }
        // What comes before its items can be searched already, or is none of it.
        if (run.indexedTo === 0) started.indexedTo = rows.lastSeq()
        change(runId, started)
        starts.set(runId, start)
      })
      inBackground(runId, 'A bulk run could not be started', () => begin(existing(runId), total, start.signal))
    },
    pause(runId: number): void {
      inState(runId, 'sending')
      change(runId, { state: 'paused', pauseReason: { id: 'bulk.paused.byPerson' } })
      void lanes.close(runId).then(() => deps.onChange(runId))
    },
    resume: (runId: number): Promise<void> =>
      turns(runId, async () => {
        accountOf(inState(runId, 'paused'))
        calling.delete(runId)
        // What is under way may still be told that the key is refused.
        await lanes.close(runId)
        const run = inState(runId, 'paused')
        // A person who goes on after a refused key says that it was mended.
        deps.release(run.accountId)
        rows.unhold(runId, clock.now())
        await send(runId, ['paused'])
      }),
    stop(runId: number): void {
      if (inState(runId, 'starting', 'sending', 'paused').state === 'starting') return starts.get(runId)?.abort(new TakenBack())
      change(runId, { state: 'stopped', pauseReason: null, endedAt: clock.now() })
      inBackground(runId, 'A bulk run could not be stopped', async () => {
        await lanes.close(runId)
        await withdrawRest(runId)
      })
    },
    async retry(runId: number, which: RetryState[]): Promise<void> {
      await turns(runId, async () => {
        const run = inState(runId, 'stopped', 'done')
        const account = accountOf(run)
        const round = { state: 'columns', retries: which, round: run.round + 1, review: null, pauseReason: null } as const
        change(runId, round)
        await deps.checking.check({ ...run, ...round }, account)
      })
    },
    setConnections(runId: number, connections: number): void {
      existing(runId)
      change(runId, { connections })
      lanes.setConnections(runId, connections)
    },
    /** A person decided about rows: what is to be sent again goes at once, unless the run is paused. */
    rowsDecided: (runId: number): Promise<void> =>
      turns(runId, async () => {
        const run = existing(runId)
        if (lanes.isOpen(runId)) lanes.lookAgain(runId)
        else if ((run.state === 'done' || run.state === 'stopped') && lanes.tally(runId).left > 0) await send(runId, [run.state])
        deps.onChange(runId)
      }),
    async discard(runId: number): Promise<void> {
      inState(runId, 'columns', 'checked', 'stopped', 'done')
      await turns(runId, async () => {
        const run = inState(runId, 'columns', 'checked', 'stopped', 'done')
        // Where they are shown is the only place to decide about them, and the run sends them where a person says so.
        const { unknown, left } = lanes.tally(runId)
        if (unknown + left > 0) throw refuse('bulk.unknownLeft')
        await deps.files.close(run.id)
        await tables.erase(run.id)
      })
      deps.onChange(runId)
    },
    /**
     * Run once before anything is sent, after the outbox's own recovery: a run that was being sent asks before it goes on, and
     * one that was being started is back at its columns.
     */
    recover(): void {
      // Asked before a new table can be opened: its copy is not needed either until the table is whole.
      leftovers = tables.leftovers()
      for (const run of runs.list()) {
        if (run.underWay) runs.change(run.id, { underWay: false })
        // A run that was over goes on where a person had rows sent again, and the app ended before they left.
        const goesOn = run.state === 'sending' || (run.state === 'done' && rows.hasWaiting(run.id))
        if (goesOn) runs.change(run.id, { state: 'paused', pauseReason: { id: 'bulk.paused.restarted' }, endedAt: null })
        if (run.state === 'starting') {
          const back = { state: 'columns', review: null, pauseReason: { id: 'bulk.start.brokenOff' } } as const
          runs.change(run.id, { ...notStartedYet(run), ...back })
        }
      }
    },
    /** What the last end of the app left half done: rows of a start that was broken off or of a stop, and what was thrown away. */
    tidy(): void {
      for (const { id, state } of runs.list()) {
        inBackground(id, 'A bulk run could not be tidied up', async () => {
          if (state === 'columns' || state === 'checked') await filling.empty(existing(id))
          if (state === 'stopped') await withdrawRest(id)
          if (state === 'done') void deps.indexing.index(id)
        })
      }
      for (const file of leftovers) {
        rm(file, { force: true }).catch((error: unknown) => deps.log('The copy of a table could not be removed', error))
      }
      for (const id of runs.unfinishedDiscards()) {
        inBackground(id, 'A bulk run could not be erased', () => tables.erase(id))
      }
    },
    /** Nothing new begins or leaves; resolves when what is under way has its outcome on disk. */
    async close(): Promise<void> {
      // At once: a check of a large table that is at work must not let rows go on leaving.
      await Promise.all([turns.close(), lanes.closeAll()])
      // A lane that was just being opened.
      await lanes.closeAll()
    },
  }
}
export type BulkEngine = ReturnType<typeof bulkEngine>
