import { httpMethodOf } from '#shared/domain/kinds.ts'
import type { Message } from '#shared/domain/message.ts'
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
  send(row: LaneRow): Promise<RowTry>
  /** What a claimed row is told that was not sent after all. */
  keep(row: LaneRow): RowTry
}

export interface RowSenderDeps {
  account: Extract<AccountPreparation, { ready: true }>
  transmitter: Transmitter & Partial<Channels>
  file: PreparationParts['file']
  signal: AbortSignal
}

/** Sends the rows of one run: notes over a channel that is prepared once, disputes with their file. */
export function rowSender({ account, transmitter, file, signal }: RowSenderDeps): RowSender {
  const { destination, secret, host } = account
  const channel = destination.kind === 'digiwallet' ? transmitter.channel?.(destination, secret, signal) : undefined

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
    const rowAlone = outcome.asks && (evidence.cause === 'not-sendable' || evidence.cause === 'file-lost')
    return rowAlone
      ? { evidence, outcome: { ...outcome, state: 'rejected', asks: false }, stop: null }
      : { evidence, outcome, stop: outcome.asks || proxyChallenges.has(evidence.cause) ? outcome.reason : null }
  }
  const keep = (row: LaneRow): RowTry => judged(row, evidenceWithout(row, 'nothing-sent', 'stopped'))

  async function sendWithFile(row: LaneRow, payload: Payload): Promise<RowTry> {
    const attached = await file(row.attachmentId)
    if (attached && 'ready' in attached) {
      const { state, reason } = attached
      const kept = keep(row)
      return state === 'rejected'
        ? { ...kept, outcome: { ...kept.outcome, state, reason } }
        : { ...kept, outcome: { ...kept.outcome, reason }, stop: reason }
    }
    const order = { destination, secret, payload, file: attached }
    return judged(row, await transmitter.transmit(order, { signal, onProgress: () => undefined }))
  }

  return {
    keep,
    async send(row) {
      try {
        const payload = JSON.parse(row.payload) as Payload
        if (channel && payload.kind === 'note') return judged(row, await channel.send(payload))
        return await sendWithFile(row, payload)
      } catch {
        // Nothing here throws once a byte has left; should it, nobody knows how far it got.
        return judged(row, evidenceWithout(row, 'connected', 'reset'))
      }
    },
  }
}
