import type { BulkProgress } from '#shared/domain/bulk.ts'
import type { Message } from '#shared/domain/message.ts'
import type { BulkRowRecords } from '../../storage/bulk-row-records.ts'
import type { StoredRun } from '../../storage/bulk-run-records.ts'
import type { LaneTarget } from '../../storage/lane-batch.ts'
import type { LaneWriter } from '../../storage/lane-writer.ts'
import type { SubmissionRecords } from '../../storage/submission-records.ts'
import type { Clock } from '../../submissions/clock.ts'
import type { Origins } from '../../submissions/origins.ts'
import type { PreparationParts } from '../../submissions/preparation.ts'
import { mayRepeat, type TriedItem } from '../../submissions/settle.ts'
import type { Channels, Transmitter } from '../../upstream/types.ts'
import type { LaneDeps } from './lane-deps.ts'
import { Lane } from './lane.ts'
import { Meter, tallyOf, type Tally } from './meter.ts'
import { progressOf, throttled } from './progress.ts'
import { rowSender } from './row-sender.ts'

export interface LanesDeps {
  rows: BulkRowRecords
  records: Pick<SubmissionRecords, 'get' | 'hasConfirmedNote' | 'isSuperseded'>
  preparation: PreparationParts
  transmitter: Transmitter & Partial<Channels>
  writerFor(target: LaneTarget): LaneWriter
  clock: Clock
  random(): number
  origins: Origins
  looks: LaneDeps['looks']
  /** The lane stopped itself, and why. */
  onPause(runId: number, reason: Message): void
  onDone(runId: number): void
  /** Nothing of it is under way any more. */
  onEnd(runId: number): void
  onProgress(runId: number): void
  onTrouble(error: unknown): void
}

interface Open {
  lane: Lane
  meter: Meter
  tell: ReturnType<typeof throttled>
}

const allRows = 1_000_000

/** What is said of an item that can be taken back, in words for a run. */
const ofRun = (reason: Message): Message =>
  'id' in reason && reason.id === 'outbox.accountMoved' ? { id: 'bulk.accountMoved' } : reason

/** The lanes of the runs that are being sent. */
export function createLanes(deps: LanesDeps) {
  const { rows, records, clock } = deps
  const open = new Map<number, Open>()
  const stop = new AbortController()
  let asleep = false

  const expected = new Map<number, LaneWriter>()
  const takeExpected = (runId: number): LaneWriter | undefined => {
    const writer = expected.get(runId)
    expected.delete(runId)
    return writer
  }

  const tallyInLedger = (runId: number, sending = 0): Tally => tallyOf(rows.counts(runId, sending))

  const senderFor = async (run: StoredRun) => {
    const account = await deps.preparation.account(run)
    if (!account.ready) return { ready: false, reason: ofRun(account.reason) } as const
    const { transmitter, preparation } = deps
    return { ready: true, sender: rowSender({ account, transmitter, file: preparation.file, signal: stop.signal }) } as const
  }

  /** Unknown updates and deletes of before that are still within their time. */
  const repeatable = (run: StoredRun): TriedItem[] =>
    rows.inState(run.id, 'unknown', -1, allRows).filter((item) => mayRepeat(item, clock.now(), records))

  const newWriter = ({ id, accountId }: StoredRun) => deps.writerFor({ runId: id, accountId })

  return {
    /** The run will be sent soon: what its lane writes with gets ready while its rows are written down. */
    expect(run: StoredRun): void {
      expected.set(run.id, newWriter(run))
    },
    /** It will not be sent after all. */
    async forget(runId: number): Promise<void> {
      await takeExpected(runId)?.close()
    },
    /** Begins to send; answers with why nothing can be sent, where that is so. */
    async open(run: StoredRun): Promise<Message | null> {
      await open.get(run.id)?.lane.stop()
      const prepared = await senderFor(run)
      if (!prepared.ready) return prepared.reason
      const tally = tallyInLedger(run.id)
      const meter = new Meter(tally, clock)
      const tell = throttled(clock, () => deps.onProgress(run.id))
      const ended = () => {
        if (open.get(run.id)?.lane === lane) open.delete(run.id)
        tell.stop()
      }
      const lane = new Lane({
        writer: takeExpected(run.id) ?? newWriter(run),
        sender: prepared.sender,
        others: records,
        meter,
        recount: (sending) => tallyInLedger(run.id, sending),
        clock,
        random: deps.random,
        origins: deps.origins,
        looks: deps.looks,
        place: { boundOrigin: run.boundOrigin, accountId: run.accountId },
        connections: run.connections,
        proven: tally.sent > 0,
        unknown: repeatable(run),
        onPause: (reason) => deps.onPause(run.id, reason),
        onDone() {
          ended()
          deps.onDone(run.id)
        },
        onEnd() {
          ended()
          deps.onEnd(run.id)
        },
        onProgress: tell.soon,
        onTrouble: deps.onTrouble,
      })
      open.set(run.id, { lane, meter, tell })
      if (asleep) lane.setAsleep(true)
      // A person wants it to go on: one row finds out at once where the vendor was out of reach.
      deps.origins.wakeFor(run, () => lane.start())
      return null
    },
    /** Nothing more leaves from now on; resolves when what was under way has its outcome on disk. */
    async close(runId: number): Promise<void> {
      await open.get(runId)?.lane.stop()
    },
    setConnections(runId: number, connections: number): void {
      open.get(runId)?.lane.setConnections(connections)
    },
    tally: (runId: number): Tally => open.get(runId)?.meter.tally ?? tallyInLedger(runId),
    progress(runId: number): BulkProgress {
      const sending = open.get(runId) ?? null
      return progressOf(sending?.meter.tally ?? tallyInLedger(runId), sending, clock)
    },
    /** Single items changed, and rows may wait for them; or a person decided about rows of this run. */
    lookAgain(runId: number | null): void {
      for (const [id, { lane }] of open) if (runId === null || runId === id) lane.lookAgain()
    },
    /** The computer is about to sleep: no lane claims anything until `wake`, and none that is opened meanwhile. */
    suspend(): void {
      asleep = true
      for (const { lane } of open.values()) lane.setAsleep(true)
    },
    wake(): void {
      asleep = false
      for (const { lane } of open.values()) lane.setAsleep(false)
    },
    /** Takes up a changed key or address; answers for each run that can go on no more with the reason. */
    async prepareAgain(find: (runId: number) => StoredRun | null): Promise<void> {
      for (const [runId, { lane }] of open) {
        const run = find(runId)
        if (!run) continue
        const prepared = await senderFor(run)
        if (prepared.ready) lane.setSender(prepared.sender)
        else lane.pause(prepared.reason)
      }
    },
    isOpen: (runId: number): boolean => open.has(runId),
    /** For the end of the app. */
    async closeAll(): Promise<void> {
      await Promise.all([...expected.values()].map((writer) => writer.close()))
      await Promise.all([...open.values()].map(({ lane }) => lane.stop(true)))
      for (const { tell } of open.values()) tell.stop()
    },
  }
}
export type Lanes = ReturnType<typeof createLanes>
