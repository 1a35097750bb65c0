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
import type { Filling } from './filling.ts'
import type { RunFiles } from './run-files.ts'
import type { Indexing } from './indexing.ts'
import type { Lanes } from './lanes.ts'
import { recovery } from './recovery.ts'
import { starting } from './starting.ts'
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
  release(accountId: string): Promise<void>
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

const refuse = (id: string) => new AppFailure({ kind: 'invalid', message: { id } })

/** Moves runs from state to state; each state is on disk before anything is done because of it. */
export function bulkEngine(deps: EngineDeps) {
  const { runs, rows, lanes: makeLanes, tables, turns, clock } = deps
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
    const isOfKind = (account.settings.kind === 'digiwallet') === (run.kind === 'notes')
    if (!isOfKind || scopeOf(account.settings) !== run.scope) throw refuse('bulk.accountMoved')
    return account
  }

  const starts = starting({ ...deps, leaving: turns.leaving, existing, accountOf, change })

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
    deps.indexing.index(runId)
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

  async function keepHere(runId: number): Promise<void> {
    while (rows.withdrawSome(runId, clock.now(), { id: 'bulk.notSent' })) await breath()
  }

  /** What may have arrived at an earlier try was not "not sent", and only a person can say what it was. */
  const doubt = (runId: number, { keepsWord }: { keepsWord: boolean }) =>
    rows.doubt(runId, clock.now(), { id: 'bulk.stoppedInDoubt' }, { keepsWord })

  /** Rows that a person has had sent again since the stop keep that word. */
  async function withdrawRest(runId: number): Promise<void> {
    rows.unhold(runId, clock.now())
    doubt(runId, { keepsWord: true })
    await keepHere(runId)
    deps.onChange(runId)
    deps.indexing.index(runId)
  }

  /** A lane that could not end is told in the log, where its rows are already `sending`. */
  function closing(runId: number, then: () => void = () => undefined): void {
    lanes
      .close(runId)
      .then(then)
      .catch((error: unknown) => deps.log('The sending of a bulk run could not be ended', error))
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
      await turns(runId, () => {
        const run = inState(runId, 'checked')
        accountOf(run)
        if (!run.review || total === 0 || confirmationOf(run).total !== total) throw refuse('bulk.totalChanged')
        const started: RunChange = { state: 'starting', pauseReason: null, startedAt: run.startedAt ?? clock.now() }
        // What comes before its items can be searched already, or is none of it.
        if (run.indexedTo === 0) started.indexedTo = rows.lastSeq()
        change(runId, started)
        starts.announce(runId)
      })
      inBackground(runId, 'A bulk run could not be started', async () => {
        try {
          lanes.expect(existing(runId))
          if (!(await starts.begin(runId, total))) return
          await send(runId, ['starting'])
        } finally {
          await lanes.forget(runId)
        }
        await Promise.all([tables.dropCopy(runId), deps.files.close(runId)])
      })
    },
    pause(runId: number): void {
      inState(runId, 'sending')
      change(runId, { state: 'paused', pauseReason: { id: 'bulk.paused.byPerson' } })
      closing(runId, () => deps.onChange(runId))
    },
    resume: (runId: number): Promise<void> =>
      turns(runId, async () => {
        accountOf(inState(runId, 'paused'))
        calling.delete(runId)
        // What is under way may still be told that the key is refused.
        await lanes.close(runId)
        const run = inState(runId, 'paused')
        // A person who goes on after a refused key says that it was mended.
        await deps.release(run.accountId)
        rows.unhold(runId, clock.now())
        await send(runId, ['paused'])
      }),
    stop(runId: number): void {
      if (inState(runId, 'starting', 'sending', 'paused').state === 'starting') return starts.takeBack(runId)
      // At once: a word of before the stop is over with it, and one that comes while the rest is marked is not.
      doubt(runId, { keepsWord: false })
      change(runId, { state: 'stopped', pauseReason: null, endedAt: clock.now() })
      // At once, whatever is at work: rows that are being claimed at this moment do not leave any more.
      closing(runId)
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
    /** The person thinks better of a further round: back to the result, and what waits there goes on. */
    leaveRetry: (runId: number): Promise<void> =>
      turns(runId, async () => {
        const run = inState(runId, 'columns', 'checked')
        if (run.round === 1) throw refuse('bulk.moved')
        const { notSent, left } = lanes.tally(runId)
        const state = notSent > 0 ? 'stopped' : 'done'
        change(runId, { state, round: run.round - 1, retries: null, review: null, pauseReason: null })
        if (left > 0) await send(runId, [state])
      }),
    setConnections(runId: number, connections: number): void {
      existing(runId)
      change(runId, { connections })
      lanes.setConnections(runId, connections)
    },
    /** A person decided about rows: what is to be sent again goes at once, unless the run is paused. */
    rowsDecided: (runId: number): Promise<void> =>
      turns(runId, async () => {
        const run = existing(runId)
        // A full disk may have broken off the stop: what it was to keep here must not go along.
        if (run.state === 'stopped') await keepHere(runId)
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
    ...recovery({ ...deps, existing, empty: deps.filling.empty, withdrawRest, change, inBackground }),
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
