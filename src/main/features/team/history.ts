import { messageSchema } from '#shared/domain/message.ts'
import { submissionKindSchema } from '#shared/domain/kinds.ts'
import { isBeginning } from '#shared/domain/history-filter.ts'
import type { TeamItemDetail, TeamItemSummary } from '#shared/domain/team-item.ts'
import type { teamHistoryContract } from '#shared/ipc/team-history-contract.ts'
import type { GroupHandlers } from '#shared/ipc/procedure.ts'
import { payloadSchema } from '#shared/vendors/index.ts'
import * as z from 'zod'
import { AppFailure, gone } from '../../ipc/failure.ts'
import type { TeamRecords } from '../../storage/team-records.ts'
import type { TeamItem, TeamLine } from '../../team/answers.ts'
import type { Team } from '../../team/team.ts'
import { teamAsker } from './ask.ts'
import { stateOf, teamStateOf } from './states.ts'

export interface TeamHistoryDeps {
  team: Pick<Team, 'session' | 'member' | 'changed'>
  records: Pick<TeamRecords, 'link' | 'desk'>
}

const finished: ReadonlySet<string> = new Set(['sent', 'rejected', 'withdrawn', 'closed'])
const iso = (time: string) => new Date(time).toISOString()
const detailSchema = z
  .object({
    reason: messageSchema.nullable().catch(null),
    file: z.object({ name: z.string(), bytes: z.number() }).nullable().catch(null),
  })
  .catch({ reason: null, file: null })
const saidSchema = z.object({ number: z.string().nullable().catch(null) }).catch({ number: null })

/** What colleagues did, as its screens see it. Nothing of it is kept here: a team's database is asked each time. */
export function teamHistory({ team, records }: TeamHistoryDeps): GroupHandlers<(typeof teamHistoryContract)['teamHistory']> {
  const { ask, callerOf } = teamAsker({ team, records })
  const accountOf = (id: number) => team.member?.accounts.find((account) => account.id === id)

  /** Null for a kind that only a newer Balie knows. */
  function summaryOf(
    item: Omit<TeamLine, 'decidedBy' | 'excerpt' | 'display'>,
    clerk: string,
    decidedBy: string | null,
  ): TeamItemSummary | null {
    const kind = submissionKindSchema.safeParse(item.kind)
    if (!kind.success) return null
    const account = accountOf(item.account)
    return {
      id: item.id,
      kind: kind.data,
      state: stateOf(item.state),
      accountName: account?.name ?? '',
      isPractice: account?.origin === 'practice',
      test: item.test,
      clerk,
      isMine: item.desk === records.desk().id,
      subject: item.subject,
      context: item.context ?? '',
      vendorNumber: item.number,
      createdAt: iso(item.madeAt ?? item.at),
      stateAt: iso(item.at),
      decidedBy,
    }
  }
  function detailOf(item: TeamItem): TeamItemDetail {
    const summary = summaryOf(item, item.clerk, item.decidedBy)
    if (!summary) throw gone()
    const payload = payloadSchema.safeParse(item.payload)
    return {
      ...summary,
      try: item.try,
      payload: payload.success ? payload.data : null,
      ...detailSchema.parse(item.detail),
      decidableAt: item.state === 'unknown' && !summary.isMine && item.decidableAt !== null ? iso(item.decidableAt) : null,
      canDecide: item.decidable && !summary.isMine,
      canErase: item.subject !== null && finished.has(item.state) && (accountOf(item.account)?.manager ?? false),
      acts: item.acts.map(({ at, clerk, act, detail }) => ({ at: iso(at), clerk, act, number: saidSchema.parse(detail).number })),
    }
  }
  const get = (id: string): Promise<TeamItemDetail> =>
    ask(async ({ store }) => {
      const item = await store.item(id)
      if (!item) throw gone()
      return detailOf(item)
    })

  return {
    list: ({ search, kinds, states, account, clerk, test, from, before, cursor, limit }) =>
      ask(async ({ store }) => {
        // Two letters would read all that there is.
        const words = isBeginning(search) ? '' : search.trim()
        const found = await store.history({
          search: words,
          accounts: account === null ? null : [account],
          kinds: kinds.length === 0 ? null : kinds,
          states: states.length === 0 ? null : states.map(teamStateOf),
          clerk,
          from,
          until: before,
          test,
          before: cursor,
          limit,
        })
        return {
          items: found.flatMap(({ item }) => summaryOf(item, item.display, item.decidedBy) ?? []),
          next: found.length === limit ? (found.at(-1)?.seq ?? null) : null,
        }
      }),
    colleagues: () => ask(({ store }) => store.colleagues()),
    get: ({ id }) => get(id),
    async decide({ id, try: tried, word, number }) {
      const stands = await ask((session) =>
        session.store.decide(callerOf(session), { id, try: tried }, word, number === '' ? null : number),
      )
      if (!stands) throw new AppFailure({ kind: 'invalid', message: { id: 'team.item.decidedElse' } })
      team.changed()
      return await get(id)
    },
    async erase({ id }) {
      if (!(await ask(({ store }) => store.erase(id)))) throw gone()
      return await get(id)
    },
  }
}
