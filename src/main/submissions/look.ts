import type { SubmissionKind } from '#shared/domain/kinds.ts'
import type { Message } from '#shared/domain/message.ts'
import type { StoredSubmission } from '../storage/submission-row.ts'
import type { ReadFirst } from '../upstream/read-first.ts'
import type { Call } from '../upstream/call.ts'
import type { Settlement } from '#shared/domain/reading.ts'
import type { Asked } from '../upstream/asked.ts'
import type { Evidence, Order, Outcome } from '../upstream/types.ts'
import { signOf, type Sign } from './origins.ts'
import type { PreparationParts } from './preparation.ts'

/** What a reading says of a try of unknown outcome, or why there was none. */
export type Look = { sign: Sign } & (
  | { settlement: Settlement; found: string }
  /** `isLasting`: the same reading would say the same again, so that a person decides. */
  | { settlement: null; reason: Message; retryAfterMs: number | null; isLasting: boolean }
)

export interface LookDeps {
  account: PreparationParts['account']
  /** How an item is read; null where nothing may go. */
  readFirstOf(order: Pick<Order, 'destination' | 'secret' | 'payload'>): ReadFirst | null
  ask(call: Call, secret: string, signal: AbortSignal): Promise<Asked>
  decideOutcome(evidence: Evidence, kind: SubmissionKind): Outcome
}

/** Reads what stands there now for an item whose try had found `before`; with the account as it is by now, as for any try. */
export function look({ account, readFirstOf, ask, decideOutcome }: LookDeps) {
  return async (item: StoredSubmission, before: string | null, signal: AbortSignal): Promise<Look> => {
    const none = (reason: Message, isLasting: boolean): Look => ({
      sign: { says: 'nothing' },
      settlement: null,
      reason,
      retryAfterMs: null,
      isLasting,
    })
    const prepared = await account(item)
    // A key that is locked may be unlocked again; an account that went elsewhere does not come back by itself.
    if (!prepared.ready) return none(prepared.reason, prepared.state !== 'held')
    const { destination, secret } = prepared
    const first = readFirstOf({ destination, secret, payload: item.payload })
    if (!first) return none({ id: 'outcome.notSendable', values: {} }, true)
    const { evidence, value } = await ask(first.read, secret, signal)
    const settled = evidence.status === 200 ? first.settle(value, before) : null
    if (settled) return { sign: { says: 'reached' }, ...settled }
    const read: Evidence = { ...evidence, progress: 'nothing-sent', readingOnly: true }
    const outcome = decideOutcome(read, item.kind)
    const { reason, retryAfterMs, state, asks } = outcome
    return { sign: signOf(read, outcome), settlement: null, reason, retryAfterMs, isLasting: state === 'rejected' || asks }
  }
}
