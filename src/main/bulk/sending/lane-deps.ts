import type { Message } from '#shared/domain/message.ts'
import type { LaneWriter } from '../../storage/lane-writer.ts'
import type { SubmissionRecords } from '../../storage/submission-records.ts'
import type { Clock } from '../../submissions/clock.ts'
import type { Looks } from '../../submissions/looks.ts'
import type { Origins, Place } from '../../submissions/origins.ts'
import type { TriedItem } from '../../submissions/settle.ts'
import type { Meter, Tally } from './meter.ts'
import type { RowSender } from './row-sender.ts'

/** What a lane needs of the run it sends, and whom it tells. */
export interface LaneDeps {
  writer: LaneWriter
  sender: RowSender
  others: Pick<SubmissionRecords, 'get' | 'hasConfirmedNote' | 'isSuperseded'>
  meter: Meter
  /** The ledger's count of the run's rows, given how many are under way. */
  recount(sending: number): Tally
  clock: Clock
  random(): number
  /** What is known of the vendor by all that sends there, and which of them this run sends to. */
  origins: Origins
  place: Place
  connections: number
  /** Whether a row of this run was ever confirmed: until then one goes alone, and anything else than "sent" stops the run. */
  proven: boolean
  /** Who reads again what became of rows of unknown outcome, at vendors that read back. */
  looks: Pick<Looks, 'schedule'>
  /** Rows of unknown outcome from before, which may repeat themselves. */
  unknown: readonly TriedItem[]
  /** The lane stops itself; nothing more leaves. */
  onPause(reason: Message): void
  /** No row waits and none is under way. */
  onDone(): void
  /** Nothing is under way any more and nothing will leave, after `stop` or a pause. */
  onEnd(): void
  onProgress(): void
  onTrouble(error: unknown): void
}
