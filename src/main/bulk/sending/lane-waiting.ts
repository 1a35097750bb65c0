import type { Message } from '#shared/domain/message.ts'
import type { Claims } from '../../storage/lane-batch.ts'
import type { PlaceWait } from '../../submissions/origins.ts'

/** How a lane stands when it is asked what it waits for. */
export interface Standing {
  /** The ledger refused a write. */
  isRefused: boolean
  isRunning: boolean
  /** What all wait for that send to this vendor. */
  wait: PlaceWait | null
  underWay: number
  rest: Claims['rest']
  /** Unknown rows that will repeat themselves. */
  repeats: number
}

/** Why nothing of a run leaves at this moment, and until when; null where something does. */
export function waitingOf(standing: Standing, now: number): { reason: Message; untilMs: number | null } | null {
  const { isRefused, isRunning, wait, underWay, rest, repeats } = standing
  if (isRefused) return { reason: { id: 'bulk.waits.ledger' }, untilMs: null }
  if (!isRunning) return null
  const untilMs = wait && wait.until - now
  if (wait?.reason && untilMs !== null && (untilMs > 0 || underWay === 0))
    return { reason: wait.reason, untilMs: Math.max(0, untilMs) }
  if (underWay > 0 || rest === 'more') return null
  if (rest === 'blocked') return { reason: { id: 'bulk.waits.earlier' }, untilMs: null }
  return repeats > 0 ? { reason: { id: 'bulk.waits.repeats' }, untilMs: null } : null
}
