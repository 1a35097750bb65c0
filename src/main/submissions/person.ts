import { randomUUID } from 'node:crypto'
import type { Decision } from '#shared/domain/submission.ts'
import { AppFailure, gone } from '../ipc/failure.ts'
import type { DraftRecords, StoredDraft } from '../storage/draft-records.ts'
import type { Ledger } from '../storage/ledger.ts'
import type { SubmissionRecords } from '../storage/submission-records.ts'
import { askedTogether, sentAgainByPerson, type StoredSubmission } from '../storage/submission-row.ts'
import { actionsOf } from './actions.ts'
import type { Clock } from './clock.ts'
import type { Outbox } from './outbox.ts'

export interface PersonDeps {
  ledger: Ledger
  drafts: DraftRecords
  records: SubmissionRecords
  outbox: Pick<Outbox, 'hurry' | 'pump' | 'stopRepeating'>
  clock: Clock
  /** A row of a run was decided about by itself. */
  rowDecided?(runId: number): void
}

/** The item moved on between the screen and the click; the screen shows it anew. */
const tooLate = () => new AppFailure({ kind: 'invalid', message: { id: 'failure.tooLate' } })

/** What a person may do with an item that was filed. Every act is recorded with its time. */
export function person({ ledger, drafts, records, outbox, clock, rowDecided }: PersonDeps) {
  const existing = (id: string): StoredSubmission => {
    const item = records.get(id)
    if (!item) throw gone()
    return item
  }
  const allowed = (item: StoredSubmission, action: ReturnType<typeof actionsOf>[number]) => {
    if (!actionsOf(item, { superseded: records.isSuperseded(item.id), now: clock.now() }).includes(action)) throw tooLate()
  }
  const draftOf = (item: StoredSubmission, extra: Partial<StoredDraft>): StoredDraft => {
    const now = clock.now()
    const common = {
      id: randomUUID(),
      accountId: item.accountId,
      attachmentId: item.attachmentId,
      refusal: null,
      sourceId: null,
      revision: 1,
      createdAt: now,
      updatedAt: now,
    }
    return { ...common, ...item.typed, ...extra } as StoredDraft
  }

  return {
    /** Takes an item back before it left: the draft returns as it was typed, file included. */
    cancel(id: string): string {
      const item = existing(id)
      allowed(item, 'cancel')
      const draft = draftOf(item, { id: item.draftId ?? randomUUID() })
      ledger.transaction(() => {
        const at = clock.now()
        if (!records.change(id, item.state, { state: 'withdrawn', at, reason: { id: 'outbox.withdrawn' }, draftId: null }))
          throw tooLate()
        drafts.erase(draft.id)
        drafts.insert(draft)
        records.recordDecision(id, 'cancel', null, at)
      })
      outbox.pump()
      return draft.id
    },

    sendNow(id: string): StoredSubmission {
      const item = existing(id)
      allowed(item, 'send-now')
      if (!records.hurry(id)) throw tooLate()
      if (item.asks) records.recordDecision(id, 'send-now', null, clock.now())
      outbox.hurry(id)
      return existing(id)
    },

    /** Ends an item's hold because the person leaves; nothing where it is under way already. */
    hurry(id: string): void {
      if (records.hurry(id)) outbox.hurry(id)
    },

    /** A refused item as a draft, with the vendor's messages at its fields. The item itself stays as it is. */
    edit(id: string): string {
      const item = existing(id)
      allowed(item, 'edit')
      const head = item.head.length > 0 || !item.reason ? item.head : [item.reason]
      const draft = draftOf(item, { refusal: { head, fields: item.fields }, sourceId: item.id })
      drafts.insert(draft)
      return draft.id
    },

    /** The same content as a new draft, which knows nothing of the item it came from. A file is of one customer and stays behind. */
    duplicate(id: string): string {
      const draft = draftOf(existing(id), { attachmentId: null })
      drafts.insert(draft)
      return draft.id
    },

    release(accountId: string): string[] {
      const at = clock.now()
      const released = ledger.transaction(() => {
        const ids = records.release(accountId, at)
        for (const id of ids) records.recordDecision(id, 'release', null, at)
        return ids
      })
      outbox.pump()
      return released
    },

    /** A person's word on an unknown outcome; the only thing that ever ends an unknown create. */
    decide(id: string, decision: Decision, vendorNumber: string | null): StoredSubmission {
      const item = existing(id)
      allowed(item, decision)
      const at = clock.now()
      ledger.transaction(() => {
        records.recordDecision(id, decision, vendorNumber, at)
        if (decision === 'keep') return
        const change = {
          arrived: { state: 'sent', at, reason: { id: 'outbox.arrivedByPerson' }, vendorNumber, confirmedByPerson: true },
          'send-again': { state: 'queued', at, reason: sentAgainByPerson },
          close: { state: 'closed', at, reason: { id: 'outbox.closedByPerson' } },
        }[decision] satisfies object as Parameters<SubmissionRecords['change']>[2]
        if (!records.change(id, 'unknown', change)) throw tooLate()
      })
      outbox.stopRepeating(id)
      outbox.pump()
      if (item.runId !== null && decision !== 'keep') rowDecided?.(item.runId)
      return existing(id)
    },

    /** The answer for everything that asks for a reason that all of it shares: it waited for longer than a day, or the ledger is a copy. */
    answerAsking(send: boolean): string[] {
      const asking = records
        .inState('queued')
        .filter((item) => item.asks && item.reason && 'id' in item.reason && askedTogether.has(item.reason.id))
      for (const item of asking) {
        if (send) this.sendNow(item.id)
        else if (!item.uncertain) this.cancel(item.id)
      }
      return asking.map(({ id }) => id)
    },

    dismiss(id: string): void {
      if (!records.dismiss(id)) throw tooLate()
      records.recordDecision(id, 'dismiss', null, clock.now())
    },
  }
}
export type Person = ReturnType<typeof person>
