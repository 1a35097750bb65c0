import { httpMethodOf, kindOfVendor, kinds } from '#shared/domain/kinds.ts'
import type { Message } from '#shared/domain/message.ts'
import type { Earlier, Found } from '#shared/domain/reading.ts'
import type { Payload } from '#shared/vendors/index.ts'
import type { LaneRow } from '../../storage/lane-row.ts'
import type { AccountPreparation, PreparationParts } from '../../submissions/preparation.ts'
import { decideOutcome } from '../../vendors/index.ts'
import { proxyChallenges } from '../../upstream/proxied.ts'
import type { Channels, Evidence, Outcome, Transmitter } from '../../upstream/types.ts'

/** A try and what it makes of its row. */
export interface RowTry {
  evidence: Evidence
  outcome: Outcome
  /** Why no row of the run can leave until a person has done something. */
  stop: Message | null
}

/** Sends rows, one try each. Never throws. */
export interface RowSender {
  /** `keep` puts on disk what was read, before it is changed. */
  send(row: LaneRow, keep: (found: Found) => Promise<void>): Promise<RowTry>
  /** What a claimed row is told that was not sent after all. */
  keep(row: LaneRow): RowTry
}

export interface RowSenderDeps {
  account: Extract<AccountPreparation, { ready: true }>
  transmitter: Transmitter & Partial<Channels>
  file: PreparationParts['file']
  signal: AbortSignal
}

/** What a row's try at a vendor that reads back needs beside its order. */
interface Read {
  earlier?: Earlier
  onFound(found: Found): Promise<void>
}

/** Sends the rows of one run: over a channel that is prepared once, or each with its file. */
export function rowSender({ account, transmitter, file, signal }: RowSenderDeps): RowSender {
  const { destination, secret, host } = account
  const { attachment } = kinds[kindOfVendor(destination.kind)]
  const channel = attachment ? undefined : transmitter.channel?.(destination, secret, signal)

  const evidenceWithout = (row: LaneRow, progress: Evidence['progress'], cause: Evidence['cause']): Evidence => ({
    progress,
    cause,
    status: null,
    retryAfterMs: null,
    answer: null,
    vendor: { says: 'nothing' },
    request: { method: httpMethodOf(row.kind), host, bodyBytes: 0 },
  })
  const judged = (row: LaneRow, evidence: Evidence): RowTry => {
    const outcome = decideOutcome(evidence, row.kind)
    // What stops this row alone does not stop the run: it is refused here, with the reason, and can be mended.
    const rowAlone =
      outcome.asks && (evidence.cause === 'not-sendable' || evidence.cause === 'file-lost' || evidence.vendor.says === 'halt')
    return rowAlone
      ? { evidence, outcome: { ...outcome, state: 'rejected', asks: false }, stop: null }
      : { evidence, outcome, stop: outcome.asks || proxyChallenges.has(evidence.cause) ? outcome.reason : null }
  }
  const keep = (row: LaneRow): RowTry => judged(row, evidenceWithout(row, 'nothing-sent', 'stopped'))

  async function sendWithFile(row: LaneRow, payload: Payload, read: Read): Promise<RowTry> {
    const attached = await file(row.attachmentId)
    if (attached && 'ready' in attached) {
      const { state, reason } = attached
      const kept = keep(row)
      return state === 'rejected'
        ? { ...kept, outcome: { ...kept.outcome, state, reason } }
        : { ...kept, outcome: { ...kept.outcome, reason }, stop: reason }
    }
    const { earlier, onFound } = read
    const order = { destination, secret, payload, file: attached, ...(earlier && { earlier }) }
    return judged(row, await transmitter.transmit(order, { signal, onProgress: () => undefined, onFound }))
  }

  return {
    keep,
    async send(row, onFound) {
      try {
        const payload = JSON.parse(row.payload) as Payload
        const read = { onFound, ...(row.earlier && { earlier: row.earlier }) }
        return channel ? judged(row, await channel.send(payload, read)) : await sendWithFile(row, payload, read)
      } catch {
        // Nothing here throws once a byte has left; should it, nobody knows how far it got.
        return judged(row, evidenceWithout(row, 'connected', 'reset'))
      }
    },
  }
}
