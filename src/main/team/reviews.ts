import type { Message } from '#shared/domain/message.ts'
import { placeOfTeamItem } from '#shared/domain/team-item.ts'
import { kindOfPayload, type Payload } from '#shared/vendors/index.ts'
import type { StoredAccount } from '../storage/account-records.ts'
import type { TeamRecords } from '../storage/team-records.ts'
import type { Clock } from '../submissions/clock.ts'
import type { Newest } from './answers.ts'
import type { Session } from './session.ts'
import { reviewWarning } from './words.ts'

export interface TeamReviewsDeps {
  records: Pick<TeamRecords, 'sharedOf' | 'agreeTo'>
  clock: Clock
  session(): Session | null
}

/** What a review says of a colleague's item, and which one that is. */
export interface ReviewWarning {
  message: Message
  submissionId: string | null
}

/** How long a person waits to see what colleagues did. */
const patienceMs = 1_000

/** What a person is shown of colleagues before anything is filed; what was shown counts once it is. */
export function teamReviews({ records, clock, session }: TeamReviewsDeps) {
  /** What each draft's review showed last. */
  const reviewed = new Map<string, number>()

  /** Null where it can't be seen now. */
  async function newest(shared: number, payloads: readonly Payload[]): Promise<Newest[] | null> {
    const { publisher, store } = session() ?? {}
    if (!store || !publisher?.by) return null
    const asked = payloads.map((payload, n) => ({ n, account: shared, kind: kindOfPayload(payload), payload }))
    const patience = Promise.withResolvers<null>()
    const cancel = clock.after(patienceMs, () => patience.resolve(null))
    const answer = store.newest(publisher.by.desk, asked).catch(() => null)
    return await Promise.race([answer, patience.promise]).finally(cancel)
  }

  return {
    /** What a review says of colleagues, or that it can't be seen now. */
    async review(draftId: string, account: StoredAccount, payload: Payload): Promise<ReviewWarning[]> {
      const shared = session() && records.sharedOf(account.id)
      reviewed.delete(draftId)
      if (shared === null) return []
      const found = await newest(shared, [payload])
      if (found === null) return [{ message: { id: 'team.review.unchecked' }, submissionId: null }]
      const [other] = found
      if (!other || other.item.mine) return []
      reviewed.set(draftId, other.turn)
      return [{ message: reviewWarning(other.item), submissionId: placeOfTeamItem(other.item.id) }]
    },
    filed(draftId: string, id: string): void {
      const turn = reviewed.get(draftId)
      if (turn !== undefined) records.agreeTo(id, turn)
      reviewed.delete(draftId)
    },
    /** The same of rows of a table, one answer for each. */
    async rows(
      account: StoredAccount,
      payloads: readonly Payload[],
    ): Promise<({ message: Message; turn: number } | null)[] | null> {
      const shared = records.sharedOf(account.id)
      const found = shared === null ? null : await newest(shared, payloads)
      if (found === null) return null
      const byRow = new Map(found.map((one) => [one.n, one]))
      return payloads.map((_, n) => {
        const other = byRow.get(n)
        return other && !other.item.mine ? { message: reviewWarning(other.item), turn: other.turn } : null
      })
    },
  }
}
