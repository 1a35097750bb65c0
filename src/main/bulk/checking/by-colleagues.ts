import type { Message } from '#shared/domain/message.ts'
import type { StoredAccount } from '../../storage/account-records.ts'
import type { BulkTableRecords } from '../../storage/bulk-table-records.ts'
import type { Clock } from '../../submissions/clock.ts'
import type { ByColleague, Colleagues } from '../vocabulary/colleagues.ts'
import type { JudgedRow } from './rows.ts'

export interface ByColleaguesDeps {
  colleagues: Colleagues
  table: Pick<BulkTableRecords, 'marksIn'>
  clock: Pick<Clock, 'steady'>
}

/** As many rows as are asked about in one call. */
const together = 200
/** A cell that is corrected checks all rows anew: what was asked this lately is not asked again. */
const freshMs = 60_000

/** How far the chain of a colleague's item had come, as the check noted it. */
const turnOf = (message: Message): number | null => {
  const turn = 'id' in message && message.id.startsWith('team.review.') ? message.values?.['turn'] : undefined
  return typeof turn === 'number' ? turn : null
}

/** What all rows have in common of which a colleague did the same; the row itself says what and when. */
export const inGeneral = (message: Message): Message =>
  turnOf(message) === null || !('id' in message)
    ? message
    : { id: 'team.check.earlier', values: { clerk: message.values?.['clerk'] ?? '' } }

/** A row as it stands once it is known that a colleague did it: left behind unless a person wants it sent all the same. */
const marked = (judged: JudgedRow, { message, turn }: ByColleague): JudgedRow => ({
  ...judged,
  standing: 'duplicate',
  warnings: [{ ...message, values: { ...('values' in message ? message.values : {}), turn } }, ...judged.warnings],
  seen: turn,
})

/** Rows that colleagues did: asked for when a run is checked, and known from its marks when it starts. */
export function byColleagues({ colleagues, table, clock }: ByColleaguesDeps) {
  const asked = new Map<number, Map<number, { payload: string; at: number; found: ByColleague | null }>>()

  return {
    /** Judges by what the last check noted, without asking. */
    noted(runId: number, accountId: string): (judged: JudgedRow) => JudgedRow {
      const found = new Map<number, ByColleague>()
      if (colleagues.isShared(accountId))
        for (const { row, warnings } of table.marksIn(runId, 'duplicate', -1, -1)) {
          const [message] = warnings
          const turn = message && turnOf(message)
          if (message && typeof turn === 'number') found.set(row, { message, turn })
        }
      return (judged) => {
        const other = judged.standing === 'faulty' ? undefined : found.get(judged.row)
        return other ? marked(judged, other) : judged
      }
    },
    /** A pass through all rows, some at a time; once the team does not answer it is not asked again in that pass. */
    pass(runId: number, account: StoredAccount) {
      const isShared = colleagues.isShared(account.id)
      const known = asked.get(runId) ?? new Map<number, { payload: string; at: number; found: ByColleague | null }>()
      if (isShared) asked.set(runId, known)
      let isAway = false
      return async (rows: readonly JudgedRow[]): Promise<readonly JudgedRow[]> => {
        if (!isShared) return rows
        const now = clock.steady()
        const open = rows.flatMap((judged) => {
          if (!judged.payload) return []
          const payload = JSON.stringify(judged.payload)
          const before = known.get(judged.row)
          if (before?.payload === payload && now - before.at < freshMs) return []
          known.delete(judged.row)
          return [{ row: judged.row, content: judged.payload, payload }]
        })
        for (let from = 0; from < open.length && !isAway; from += together) {
          const some = open.slice(from, from + together)
          const answers = await colleagues.of(
            account,
            some.map(({ content }) => content),
          )
          if (answers === null) isAway = true
          else some.forEach(({ row, payload }, n) => known.set(row, { payload, at: now, found: answers[n] ?? null }))
        }
        return rows.map((judged) => {
          if (!judged.payload) return judged
          const answer = known.get(judged.row)
          if (!answer) return { ...judged, warnings: [...judged.warnings, { id: 'team.review.unchecked' }] }
          return answer.found ? marked(judged, answer.found) : judged
        })
      }
    },
  }
}
export type ByColleagues = ReturnType<typeof byColleagues>
