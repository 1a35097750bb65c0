import type { contract } from '#shared/ipc/contract.ts'
import type { GroupHandlers } from '#shared/ipc/procedure.ts'
import type { SubmissionQueries } from '../storage/submission-queries.ts'
import type { Person } from '../submissions/person.ts'
import type { DraftViews } from '../views/draft-views.ts'
import type { Summaries } from '../views/summaries.ts'

export interface HistoryDeps {
  queries: Pick<SubmissionQueries, 'history'>
  summaries: Summaries
  person: Pick<Person, 'duplicate'>
  draftViews: DraftViews
  /** The item as its vendor's helpdesk needs it. */
  vendorText(id: string): Promise<string>
}

/** Every item this app ever filed, with all that is known of it: the only history there is (neither vendor can be asked). */
export function history({
  queries,
  summaries,
  person,
  draftViews,
  vendorText,
}: HistoryDeps): GroupHandlers<(typeof contract)['history']> {
  return {
    list({ search, kinds, states, accountId, cursor, limit }) {
      const page = queries.history({
        search,
        kinds,
        states,
        accountId: accountId ?? null,
        before: cursor === null ? null : Number(cursor),
        limit,
      })
      const last = page.items.at(-1)
      return {
        items: page.items.map(summaries.view),
        next: page.items.length === limit && last ? String(last.seq) : null,
        total: page.total,
        totalCapped: page.capped,
      }
    },
    get: ({ id }) => summaries.detail(id),
    erased: ({ id }) => summaries.erased(id),
    duplicate: ({ id }) => draftViews.get(person.duplicate(id)),
    vendorText: async ({ id }) => ({ text: await vendorText(id) }),
  }
}
