import type { Payload } from '#shared/vendors/index.ts'
import { kindOf } from '#shared/domain/kinds.ts'
import { sharedVendorOf } from '#shared/vendors/index.ts'
import type { Batch, Claims, TeamBatch } from '../storage/lane-batch.ts'
import type { LaneRow } from '../storage/lane-row.ts'
import type { LaneWriter } from '../storage/lane-writer.ts'
import type { TeamRecords } from '../storage/team-records.ts'
import type { Clock } from '../submissions/clock.ts'
import { waitsFor } from './gate.ts'
import { reservationOf } from './publication.ts'
import type { Session } from './session.ts'
import { lostChange, takenReason } from './words.ts'

export interface TeamWriterDeps {
  session: Session
  records: TeamRecords
  clock: Clock
  account: { id: string; shared: number; boundOrigin: string }
  inner: LaneWriter
  log(message: string, error: unknown): void
}

/** Rows that the team is asked about in one call, ahead of those that are sent. */
const together = 200
/** While fewer are let go than this, the next ones are asked about. */
const low = 100
/** How soon rows are asked about again that a colleague is busy with. */
const againMs = 2_000

/**
 * A run's writer in a team: the team is asked ahead of the lane, and the lane claims what was let go and nothing else. Rows that a colleague
 * was earlier with are refused with who and when, so that they go back to the check; what was let go and is not sent is told at the end.
 */
export function teamWriter(deps: TeamWriterDeps): LaneWriter & { release(): void } {
  const { session, records, clock, account, inner } = deps
  const { store, leases, door, publisher } = session
  /** Let go and not claimed yet. */
  const letGo = new Map<number, LaneRow>()
  let ahead: readonly LaneRow[] = []
  let ended: TeamBatch['ended'][number][] = []
  const busyUntil = new Map<number, number>()
  let asking: Promise<void> | null = null

  const isFresh = (row: LaneRow) => leases.holds(row.id, row.attemptCount)
  const fresh = () => [...letGo.values()].filter(isFresh)
  const toAsk = () => {
    const out = new Set(ended.map(({ seq }) => seq))
    return ahead.filter((row) => !out.has(row.seq) && !busyUntil.has(row.seq) && !isFresh(row)).slice(0, together)
  }

  async function ask(): Promise<void> {
    const rows = toAsk()
    const { by } = publisher
    if (rows.length === 0 || !by || waitsFor(publisher.standing)) return
    const asked = leases.moment()
    const { id: ledgerId } = records.mark()
    const serial = records.top()
    const byTeamId = new Map<string, LaneRow>()
    const items = rows.map((row) => {
      const payload = JSON.parse(row.payload) as Payload
      const about = sharedVendorOf(kindOf(row.kind)).describe(payload, account.boundOrigin)
      const item = { id: row.id, kind: row.kind, payload, ...about, createdAt: clock.now() }
      const made = reservationOf(item, {
        ledgerId,
        account: account.shared,
        try: row.attemptCount,
        serial,
        seen: records.agreedTo(row.id),
      })
      byTeamId.set(made.id, row)
      return made
    })
    let verdicts
    try {
      verdicts = await store.reserve(by, items)
    } catch (error) {
      publisher.lost(error)
      return
    }
    if (publisher.by?.epoch !== by.epoch) return
    const at = clock.now()
    for (const verdict of verdicts) {
      const row = byTeamId.get(verdict.id)
      if (!row) continue
      switch (verdict.verdict) {
        case 'go':
          leases.grant(row.id, row.attemptCount, asked)
          letGo.set(row.seq, row)
          break
        case 'taken':
          ended.push({ seq: row.seq, change: { state: 'rejected', at, reason: takenReason(verdict.other) } })
          break
        case 'lost':
          ended.push({ seq: row.seq, change: lostChange(verdict.other, at) })
          break
        case 'busy':
          busyUntil.set(row.seq, clock.steady() + againMs)
          break
        case 'wait':
          return
      }
    }
  }
  const askAhead = (): Promise<void> =>
    (asking ??= ask().finally(() => {
      asking = null
    }))

  async function exchange(batch: Batch): Promise<Claims> {
    const given = ended
    ended = []
    const isOver = [...busyUntil].filter(([, until]) => until <= clock.steady()).map(([seq]) => seq)
    for (const seq of isOver) busyUntil.delete(seq)
    const rows = door.isOpen ? fresh().map(({ seq }) => seq) : []
    const team: TeamBatch = { letGo: rows, busy: [...busyUntil.keys()], ended: given, ahead: together }
    try {
      const lookAgain = batch.lookAgain || isOver.length > 0
      const claims = await door.through(() => inner.settleAndClaim({ ...batch, lookAgain, team }))
      ahead = claims.ahead ?? ahead
      for (const { seq, id } of claims.rows) {
        letGo.delete(seq)
        leases.drop(id)
      }
      return claims
    } catch (error) {
      ended = [...given, ...ended]
      throw error
    }
  }

  /** What was let go and is not sent: the team is told how it stands. */
  function release(): void {
    records.letGo([...letGo.keys()])
    letGo.clear()
    publisher.nudge()
  }

  return {
    async settleAndClaim(batch) {
      let claims = await exchange(batch)
      // Rows come next that the team was not asked about; what came of others is written by now.
      while (batch.want > 0 && claims.rows.length === 0 && claims.rest === 'more') {
        const known = letGo.size + ended.length + busyUntil.size
        await askAhead()
        // Out of reach: the lane looks again in a while, and not at once.
        if (letGo.size + ended.length + busyUntil.size === known && fresh().length === 0) return { ...claims, rest: 'blocked' }
        claims = joined(claims, await exchange({ ...batch, results: [], reads: [], repeats: [], lookAgain: false }))
      }
      if (fresh().length < low && toAsk().length > 0)
        askAhead().catch((error: unknown) => deps.log('The team could not be asked ahead', error))
      return claims
    },
    release,
    async close() {
      await asking
      release()
      await inner.close()
    },
  }
}

/** Two exchanges that were asked for as one. */
const joined = (first: Claims, then: Claims): Claims => ({
  ...then,
  repeated: first.repeated + then.repeated,
  expired: first.expired + then.expired,
  damaged: first.damaged + then.damaged,
  ended: [...(first.ended ?? []), ...(then.ended ?? [])],
})
