import type { RetryState } from '#shared/domain/bulk.ts'
import type { MessageId } from '#shared/languages/index.ts'
import type { Message } from '#shared/domain/message.ts'
import { accountKindOf } from '#shared/ipc/bulk-contract.ts'
import { AppFailure, failureOf } from '../../ipc/failure.ts'
import type { AccountRecords, StoredAccount } from '../../storage/account-records.ts'
import type { BulkRowRecords } from '../../storage/bulk-row-records.ts'
import type { BulkRunRecords, StoredRun } from '../../storage/bulk-run-records.ts'
import { isDoubtReason } from '../../storage/submission-row.ts'
import type { Clock } from '../../submissions/clock.ts'
import { boundOriginOf } from '../../submissions/bound-origin.ts'
import type { Checking } from '../checking/checking.ts'
import type { RunFiles } from '../reading/run-files.ts'
import type { Lanes } from '../sending/lanes.ts'
import { confirmationOf } from './confirmation.ts'
import type { Indexing } from './indexing.ts'
import { recovery } from './recovery.ts'
import type { RowItems } from './row-items.ts'
import { inBackgroundOf, type RunLock } from './run-lock.ts'
import type { RunStates } from './run-states.ts'
import { starting } from './starting.ts'
import { stopping } from './stopping.ts'
import type { Tables } from './tables.ts'

export interface EngineDeps {
  accounts: Pick<AccountRecords, 'get'>
  runs: BulkRunRecords
  rows: BulkRowRecords
  states: RunStates
  tables: Tables
  checking: Checking
  rowItems: RowItems
  files: RunFiles
  indexing: Indexing
  /** Made with the engine's own reactions; see `createLanes`. */
  lanes: (reactions: Reactions) => Lanes
  runLock: RunLock
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

const refuse = (id: MessageId) => new AppFailure({ kind: 'invalid', message: { id } })

/** What a person does with a run, and what comes of it by itself. */
export function bulkEngine(deps: EngineDeps) {
  const { runs, states, lanes: makeLanes, tables, runLock, clock, indexing, onChange } = deps
  const { existing, inState, enter } = states
  /** Paused by themselves, with rows still under way. */
  const calling = new Set<number>()
  const lanes = makeLanes({ onPause: paused, onDone: done, onEnd: ended })
  const inBackground = inBackgroundOf(runLock, deps.log)

  function accountOf(run: StoredRun): StoredAccount {
    const account = deps.accounts.get(run.accountId)
    if (!account || account.archivedAt !== null) throw refuse('bulk.accountGone')
    // SECURITY: what was checked and confirmed for one origin, and what was sent there, concerns no other.
    if (account.settings.kind !== accountKindOf(run.kind) || boundOriginOf(account.settings) !== run.boundOrigin)
      throw refuse('bulk.accountMoved')
    return account
  }

  const starts = starting({ ...deps, closing: runLock.closing, accountOf })
  const stops = stopping({ ...deps, lanes, inBackground })

  function paused(runId: number, reason: Message): void {
    // A person may have paused or stopped it meanwhile, and that word stands.
    if (existing(runId).state !== 'sending') return
    enter(runId, 'paused', { pauseReason: reason })
    onChange(runId)
    calling.add(runId)
  }

  /** A person is called only now, since the numbers they are told must hold what was under way. */
  function ended(runId: number): void {
    runs.change(runId, { underWay: false })
    onChange(runId)
    if (calling.delete(runId) && existing(runId).state === 'paused') deps.onHalt(existing(runId))
  }

  function done(runId: number): void {
    const state = lanes.tally(runId).notSent > 0 ? 'stopped' : 'done'
    enter(runId, state, { endedAt: clock.now(), underWay: false })
    onChange(runId)
    deps.onHalt(existing(runId))
    indexing.index(runId)
  }

  /**
   * On disk first: the ledger itself then lets no row of a run leave that is not `sending`. What an earlier lane had under way
   * has its outcome by then: its end must not say of the new one that nothing is under way.
   */
  async function send(runId: number, from: readonly StoredRun['state'][]): Promise<void> {
    await lanes.close(runId)
    const run = existing(runId)
    // A person may have stopped it meanwhile, and that word stands.
    if (!from.includes(run.state) || runLock.closing.aborted) return
    enter(runId, 'sending')
    onChange(runId)
    const problem = await lanes.open(run).catch((error: unknown) => {
      deps.log('A bulk run could not be sent', error)
      return failureOf(error).message
    })
    if (!problem) return
    paused(run.id, problem)
    ended(run.id)
  }

  return {
    lanes,
    accountOf,
    /** Begins with row one alone. Another number than the person confirmed sends nothing, nor does a table that may have left before. */
    async start(runId: number, total: number, notSentBefore: boolean): Promise<void> {
      await runLock(runId, () => {
        const run = inState(runId, 'checked')
        accountOf(run)
        if (isDoubtReason(run.pauseReason) && !notSentBefore) throw refuse('bulk.start.doubted')
        if (!run.review || total === 0 || confirmationOf(run).total !== total) throw refuse('bulk.totalChanged')
        // What comes before its items can be searched already, or is none of it.
        const indexedTo = run.indexedTo === 0 ? deps.rows.lastSeq() : run.indexedTo
        enter(runId, 'starting', { startedAt: run.startedAt ?? clock.now(), indexedTo })
        onChange(runId)
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
      enter(runId, 'paused', { pauseReason: { id: 'bulk.paused.byPerson' } })
      onChange(runId)
      stops.closeLane(runId, () => onChange(runId))
    },
    resume: (runId: number): Promise<void> =>
      runLock(runId, async () => {
        accountOf(inState(runId, 'paused'))
        calling.delete(runId)
        // What is under way may still be told that the key is refused.
        await lanes.close(runId)
        const run = inState(runId, 'paused')
        // A person who goes on after a refused key says that it was mended.
        await deps.release(run.accountId)
        deps.rows.unhold(runId, clock.now())
        await send(runId, ['paused'])
      }),
    stop(runId: number): void {
      if (inState(runId, 'starting', 'sending', 'paused').state === 'starting') starts.takeBack(runId)
      else stops.stop(runId)
    },
    async retry(runId: number, which: RetryState[]): Promise<void> {
      await runLock(runId, async () => {
        const run = inState(runId, 'stopped', 'done')
        const account = accountOf(run)
        enter(runId, 'columns', { retries: which, round: run.round + 1, pauseReason: null })
        onChange(runId)
        await deps.checking.check(existing(runId), account)
      })
    },
    /** The person thinks better of a further round: back to the result, and what waits there goes on. */
    leaveRetry: (runId: number): Promise<void> =>
      runLock(runId, async () => {
        const run = inState(runId, 'columns', 'checked')
        if (run.round === 1) throw refuse('bulk.moved')
        const { notSent, left } = lanes.tally(runId)
        const state = notSent > 0 ? 'stopped' : 'done'
        enter(runId, state, { round: run.round - 1, retries: null, review: null })
        onChange(runId)
        if (left > 0) await send(runId, [state])
      }),
    setConnections(runId: number, connections: number): void {
      existing(runId)
      runs.change(runId, { connections })
      onChange(runId)
      lanes.setConnections(runId, connections)
    },
    /**
     * A person decided about rows: what is to be sent again goes at once, unless the run is paused. Nobody waits for it: their word
     * is on disk, and a run that is being stopped or goes on may itself wait for an answer from the vendor.
     */
    rowsDecided(runId: number): void {
      lanes.lookAgain(runId)
      inBackground(runId, 'A row that was decided about could not go on', async () => {
        const run = existing(runId)
        // A full disk may have broken off the stop: what it was to keep here must not go along.
        if (run.state === 'stopped') await stops.keepHere(runId)
        const isOver = run.state === 'done' || run.state === 'stopped'
        if (isOver && !lanes.isOpen(runId) && lanes.tally(runId).left > 0) await send(runId, [run.state])
        onChange(runId)
      })
    },
    async discard(runId: number): Promise<void> {
      inState(runId, 'columns', 'checked', 'stopped', 'done')
      await runLock(runId, async () => {
        const run = inState(runId, 'columns', 'checked', 'stopped', 'done')
        // Where they are shown is the only place to decide about them, and the run sends them where a person says so.
        const { unknown, left } = lanes.tally(runId)
        if (unknown + left > 0) throw refuse('bulk.unknownLeft')
        await deps.files.close(run.id)
        await tables.erase(run.id)
      })
      onChange(runId)
    },
    ...recovery({ ...deps, withdrawRest: stops.withdrawRest, inBackground }),
    /** Nothing new begins or leaves; resolves when what is under way has its outcome on disk. */
    async close(): Promise<void> {
      // At once: a check of a large table that is at work must not let rows go on leaving.
      await Promise.all([runLock.close(), lanes.closeAll()])
      // A lane that was just being opened.
      await lanes.closeAll()
    },
  }
}
export type BulkEngine = ReturnType<typeof bulkEngine>
