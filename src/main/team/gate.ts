import type { Message } from '#shared/domain/message.ts'
import type { StateChange } from '../storage/submission-records.ts'
import type { StoredSubmission } from '../storage/submission-row.ts'
import type { TeamRecords } from '../storage/team-records.ts'
import type { Clock } from '../submissions/clock.ts'
import type { ClaimDoor } from './claim-door.ts'
import type { Leases } from './lease.ts'
import { reservationOf } from './publication.ts'
import type { Publisher } from './publisher.ts'
import type { Standing } from './standing.ts'
import type { TeamStore } from './store.ts'
import { busyReason, lostChange, takenReason, untoldReason } from './words.ts'

/** What the team says to an item that wants to be sent. */
export type GateAnswer =
  | { says: 'go' }
  /** For now; it is asked again. */
  | { says: 'waits'; reason: Message }
  /** A colleague was earlier: a person is asked. */
  | { says: 'asks'; reason: Message }
  /** It is not this desk's to send any more. */
  | { says: 'ended'; change: StateChange }

export interface GateDeps {
  store: TeamStore
  records: TeamRecords
  leases: Leases
  door: ClaimDoor
  publisher: Pick<Publisher, 'by' | 'standing' | 'lost'>
  clock: Clock
}

/** Why nothing is sent while the team stands like this; null where it is asked. */
export function waitsFor(standing: Standing): Message | null {
  switch (standing.state) {
    case 'online':
      return null
    case 'connecting':
    case 'telling':
      return { id: 'team.waits.connecting' }
    case 'untold':
      return untoldReason(standing.untold)
    case 'offline':
      return ['unreachable', 'timeout', 'refused', 'starting'].includes(standing.trouble)
        ? { id: 'team.waits.unreachable' }
        : { id: 'team.waits.trouble' }
  }
}

/** Asks the team before an item is sent. Items of accounts that are shared with nobody never get here. */
export function gate({ store, records, leases, door, publisher, clock }: GateDeps) {
  return {
    /** Last of all that is asked of an item: what it says is fresh when the item is claimed. */
    async ask(item: StoredSubmission, tryNumber: number = item.attemptCount + 1): Promise<GateAnswer> {
      const account = records.sharedOf(item.accountId)
      if (account === null) return { says: 'go' }
      const { by } = publisher
      const wait = waitsFor(publisher.standing)
      if (wait || !by) return { says: 'waits', reason: wait ?? { id: 'team.waits.connecting' } }
      const asked = leases.moment()
      const about = {
        ledgerId: records.mark().id,
        account,
        try: tryNumber,
        serial: records.top(),
        seen: records.agreedTo(item.id),
      }
      let verdict
      try {
        verdict = (await store.reserve(by, [reservationOf(item, about)]))[0]
      } catch (error) {
        publisher.lost(error)
        return { says: 'waits', reason: waitsFor(publisher.standing) ?? { id: 'team.waits.connecting' } }
      }
      // The database may have been put back while it was asked.
      if (publisher.by?.epoch !== by.epoch) return { says: 'waits', reason: { id: 'team.waits.connecting' } }
      switch (verdict?.verdict) {
        case 'go':
          leases.grant(item.id, tryNumber, asked)
          return { says: 'go' }
        case 'taken':
          records.show(item.id, verdict.other?.turn ?? verdict.turn ?? 0)
          return { says: 'asks', reason: takenReason(verdict.other) }
        case 'lost':
          return { says: 'ended', change: lostChange(verdict.other, clock.now()) }
        case 'wait':
          return { says: 'waits', reason: untoldReason(verdict.other) }
        case 'busy':
          return { says: 'waits', reason: busyReason(verdict.other) }
        case undefined:
          return { says: 'waits', reason: { id: 'team.waits.connecting' } }
      }
    },
    /** Asked at the claim itself, without a wait in between. */
    mayLeave(item: Pick<StoredSubmission, 'id' | 'accountId'>, tryNumber: number): boolean {
      return records.sharedOf(item.accountId) === null || (door.isOpen && leases.holds(item.id, tryNumber))
    },
    left: (id: string) => leases.drop(id),
  }
}
export type Gate = ReturnType<typeof gate>
