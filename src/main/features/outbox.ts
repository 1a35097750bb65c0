import type { contract } from '#shared/ipc/contract.ts'
import type { GroupHandlers } from '#shared/ipc/procedure.ts'
import type { SubmissionQueries } from '../storage/submission-queries.ts'
import type { Person } from '../submissions/person.ts'
import type { DraftViews } from '../views/draft-views.ts'
import type { Summaries } from '../views/summaries.ts'

export interface OutboxFeatureDeps {
  person: Person
  queries: Pick<SubmissionQueries, 'open' | 'counts'>
  summaries: Summaries
  draftViews: DraftViews
  onChange(ids: string[]): void
}

/** What is not finished, and a person's word on it. */
export function outboxFeature({
  person,
  queries,
  summaries,
  draftViews,
  onChange,
}: OutboxFeatureDeps): GroupHandlers<(typeof contract)['outbox']> {
  const changed = <T>(id: string, value: T): T => {
    onChange([id])
    return value
  }
  return {
    list: () => queries.open().map(summaries.view),
    counts() {
      const rows = new Map(queries.counts().map((row) => [row.state, row]))
      const of = (state: string) => rows.get(state)?.count ?? 0
      const oldest = rows.get('queued')?.oldest
      return {
        waiting: of('queued'),
        sending: of('sending'),
        held: of('held'),
        unknown: of('unknown'),
        rejected: of('rejected'),
        oldestWaitingAt: oldest === undefined ? null : new Date(oldest).toISOString(),
        asking: rows.get('queued')?.asking ?? 0,
        askingReason: rows.get('queued')?.askingReason ?? null,
      }
    },
    cancel: ({ id }) => draftViews.get(changed(id, person.cancel(id))),
    sendNow({ id }) {
      person.sendNow(id)
      return changed(id, summaries.of(id))
    },
    edit: ({ id }) => draftViews.get(changed(id, person.edit(id))),
    release({ accountId }) {
      const ids = person.release(accountId)
      onChange(ids)
      return { released: ids.length }
    },
    decide({ id, decision, vendorNumber }) {
      person.decide(id, decision, vendorNumber || null)
      return changed(id, summaries.of(id))
    },
    answerAsking({ send }) {
      onChange(person.answerAsking(send))
      return {}
    },
    dismiss({ id }) {
      person.dismiss(id)
      return changed(id, {})
    },
  }
}
