import * as z from 'zod'
import type { contract } from '#shared/ipc/contract.ts'
import type { GroupHandlers } from '#shared/ipc/procedure.ts'
import { placeAt } from '../ipc/cursor.ts'
import { AppFailure } from '../ipc/failure.ts'
import type { OutboxPages } from '../storage/outbox-pages.ts'
import type { Person } from '../submissions/person.ts'
import type { DraftViews } from '../views/draft-views.ts'
import type { Summaries } from '../views/summaries.ts'

export interface OutboxFeatureDeps {
  person: Person
  pages: OutboxPages
  summaries: Summaries
  draftViews: DraftViews
  onChange(ids: string[]): void
}

/** Where a page begins. */
const keySchema = z.object({
  state: z.enum(['unknown', 'held', 'rejected', 'sending', 'queued']),
  seq: z.number().int(),
})

/** What is not finished, and a person's word on it. */
export function outboxFeature({
  person,
  pages,
  summaries,
  draftViews,
  onChange,
}: OutboxFeatureDeps): GroupHandlers<(typeof contract)['outbox']> {
  const changed = <T>(id: string, value: T): T => {
    onChange([id])
    return value
  }
  return {
    list({ cursor, limit }) {
      const { items, next } = pages.page(cursor === null ? null : placeAt(keySchema, cursor), limit)
      return { items: items.map(summaries.view), next: next && JSON.stringify(next), total: pages.total() }
    },
    counts() {
      const { queued, oldest, ...counts } = pages.counts()
      return { ...counts, waiting: queued, oldestWaitingAt: oldest === null ? null : new Date(oldest).toISOString() }
    },
    cancel: ({ id }) => draftViews.get(changed(id, person.cancel(id))),
    sendNow({ id }) {
      person.sendNow(id)
      return changed(id, summaries.of(id))
    },
    edit: ({ id }) => draftViews.get(changed(id, person.edit(id))),
    async release({ accountId }) {
      const released = await person.release(accountId)
      onChange([])
      return { released }
    },
    decide({ id, decision, vendorNumber }) {
      person.decide(id, decision, vendorNumber || null)
      return changed(id, summaries.of(id))
    },
    decideAll({ ids, decision }) {
      const left = ids.filter((id) => {
        try {
          person.decide(id, decision, null)
          return false
        } catch (error) {
          // It moved on, or is none that a person decides about: said by name, and the others go on.
          if (error instanceof AppFailure) return true
          throw error
        }
      })
      onChange([...ids])
      return { decided: ids.length - left.length, left }
    },
    async answerAsking({ send }) {
      await person.answerAsking(send)
      onChange([])
      return {}
    },
    dismiss({ id }) {
      person.dismiss(id)
      return changed(id, {})
    },
  }
}
