import { randomUUID } from 'node:crypto'
import { describe, type Payload, type Typed } from '#shared/vendors/index.ts'
import { gone } from '../ipc/failure.ts'
import type { StoredAccount } from '../storage/account-records.ts'
import type { DraftRecords, StoredDraft } from '../storage/draft-records.ts'
import type { Ledger } from '../storage/ledger.ts'
import type { SubmissionRecords } from '../storage/submission-records.ts'
import type { StoredSubmission } from '../storage/submission-row.ts'
import type { Clock } from './clock.ts'
import type { Outbox } from './outbox.ts'
import { supersede } from './superseding.ts'
import { boundOriginOf } from './bound-origin.ts'

export interface FilingDeps {
  ledger: Ledger
  drafts: DraftRecords
  records: SubmissionRecords
  outbox: Pick<Outbox, 'added' | 'stopRepeating'>
  clock: Clock
  holdSeconds(): number
  /** In the transaction that files it: what its review said of colleagues was read. */
  onFiled?(draftId: string, id: string): void
}

/** Moves drafts into the outbox. */
export function filing({ ledger, drafts, records, outbox, clock, holdSeconds, onFiled }: FilingDeps) {
  /**
   * One transaction: the item is in the outbox and the draft is gone, or neither. A second click finds the item that the
   * first one made. Nothing is sent while the person can still take it back.
   */
  function file(
    draftId: string,
    makePayload: (draft: StoredDraft) => { account: StoredAccount; payload: Payload },
  ): StoredSubmission {
    const earlier = records.ofDraft(draftId)
    if (earlier) return earlier
    const draft = drafts.get(draftId)
    if (!draft) throw gone()
    const { account, payload } = makePayload(draft)
    const boundOrigin = boundOriginOf(account.settings)
    const description = describe(payload, boundOrigin)
    const waitMs = holdSeconds() * 1000
    const now = clock.now()
    const id = randomUUID()
    const superseded = ledger.transaction(() => {
      const repeats = supersede(records, description.noteKey, now)
      records.insert({
        ...description,
        id,
        draftId,
        accountId: account.id,
        accountName: account.settings.name,
        environment: account.settings.environment,
        boundOrigin,
        createdAt: now,
        payload,
        typed: { kind: draft.kind, fields: draft.fields } as Typed,
        attachmentId: draft.attachmentId,
        inHold: waitMs > 0,
        notBefore: waitMs > 0 ? now + waitMs : null,
        waitMs,
      })
      if (draft.sourceId) records.setReplacedBy(draft.sourceId, id)
      onFiled?.(draftId, id)
      drafts.erase(draftId)
      return repeats
    })
    for (const item of superseded) outbox.stopRepeating(item.id)
    outbox.added(id, waitMs)
    const filed = records.get(id)
    if (!filed) throw gone()
    return filed
  }
  return { file }
}
export type Filing = ReturnType<typeof filing>
