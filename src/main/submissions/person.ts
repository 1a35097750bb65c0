import { randomUUID } from 'node:crypto'
import type { Decision } from '#shared/domain/submission.ts'
import { AppFailure, gone } from '../ipc/failure.ts'
import type { DraftRecords, StoredDraft } from '../storage/draft-records.ts'
import type { DraftSourceRecords } from '../storage/draft-source-records.ts'
import { newDraft } from '../storage/new-draft.ts'
import type { Ledger } from '../storage/ledger.ts'
import type { SubmissionRecords } from '../storage/submission-records.ts'
import type { OutboxQueue } from '../storage/outbox-queue.ts'
import { isAskedTogether, askedTogether, type StoredSubmission } from '../storage/submission-row.ts'
import { actionsOf } from './actions.ts'
import type { Clock } from './clock.ts'
import { decided } from './decided.ts'
import type { Looks } from './looks.ts'
import type { Origins } from './origins.ts'
import type { Outbox } from './outbox.ts'
import { asking } from './settle.ts'
import { inSlices } from './slices.ts'

export interface PersonDeps {
  ledger: Ledger
  drafts: DraftRecords
  sources: Pick<DraftSourceRecords, 'copy'>
  records: SubmissionRecords
  queue: OutboxQueue
  origins: Pick<Origins, 'waitOf'>
  outbox: Pick<Outbox, 'hurry' | 'hurryAll' | 'networkReturned' | 'pump' | 'stopRepeating'>
  looks: Pick<Looks, 'drop' | 'lookAgain'>
  clock: Clock
  /** A row of a run was decided about by itself. */
  rowDecided?(runId: number): void
  /** One that asks is sent on by a person's word, who read why. */
  onSentOn?(item: StoredSubmission): void
}

/** The item moved on between the screen and the click; the screen shows it anew. */
const tooLate = () => new AppFailure({ kind: 'invalid', message: { id: 'failure.tooLate' } })

/** Items that one transaction moves; another one follows when the screens had their turn. */
const slice = 500
/** Each of these becomes a draft, which is more work. */
const draftSlice = 100

/** What a person may do with an item that was filed. Every act is recorded with its time. */
export function person({
  ledger,
  drafts,
  sources,
  records,
  queue,
  origins,
  outbox,
  looks,
  clock,
  rowDecided,
  onSentOn,
}: PersonDeps) {
  const existing = (id: string): StoredSubmission => {
    const item = records.get(id)
    if (!item) throw gone()
    return item
  }
  const allowed = (item: StoredSubmission, action: ReturnType<typeof actionsOf>[number]) => {
    const originWaits = origins.waitOf(item) !== null
    const actions = actionsOf(item, { superseded: records.isSuperseded(item.id), now: clock.now(), originWaits })
    if (!actions.includes(action)) throw tooLate()
  }
  const draftOf = (item: StoredSubmission, extra: Partial<StoredDraft>): StoredDraft => {
    const fresh = { ...newDraft(item.accountId, clock.now()), attachmentId: item.attachmentId }
    return { ...fresh, ...item.typed, ...extra } as StoredDraft
  }

  /** The draft returns as it was typed, file included. */
  function takeBack(item: StoredSubmission): string {
    const draft = draftOf(item, { id: item.draftId ?? randomUUID() })
    ledger.transaction(() => {
      const at = clock.now()
      const withdrawn = { state: 'withdrawn', at, reason: { id: 'outbox.withdrawn' }, draftId: null } as const
      if (!records.change(item.id, item.state, withdrawn)) throw tooLate()
      drafts.erase(draft.id)
      drafts.insert(draft)
      records.recordDecision(item.id, 'cancel', null, at)
    })
    return draft.id
  }

  /** Where one of its tries may have arrived it is no draft again: whether it did is what is left to look up. */
  function giveBack(id: string): void {
    const item = records.get(id)
    if (!item) return
    if (!item.uncertain) takeBack(item)
    else records.change(id, 'queued', asking(item, { id: 'outbox.triedEarlier' }, clock.now()))
  }

  return {
    /** Takes an item back before it left. */
    cancel(id: string): string {
      const item = existing(id)
      allowed(item, 'cancel')
      const draftId = takeBack(item)
      outbox.pump()
      return draftId
    },

    sendNow(id: string): StoredSubmission {
      const item = existing(id)
      allowed(item, 'send-now')
      if (!records.hurry(id)) throw tooLate()
      if (item.asks) {
        records.recordDecision(id, 'send-now', null, clock.now())
        onSentOn?.(item)
      }
      // Another question that took the place of what was found says nothing of it.
      if (item.asks && !isAskedTogether(item.reason)) records.agreeToFound(id, clock.now())
      outbox.hurry(id)
      return existing(id)
    },

    /** Ends every hold and wait because the person leaves. */
    async hurryAll(): Promise<void> {
      let after: number | null = 0
      await inSlices(() => (after = queue.hurry(after ?? 0, slice)) !== null)
      outbox.hurryAll()
    },

    /** A refused item as a draft, with the vendor's messages at its fields. The item itself stays as it is. */
    edit(id: string): string {
      const item = existing(id)
      allowed(item, 'edit')
      const head = item.head.length > 0 || !item.reason ? item.head : [item.reason]
      const draft = draftOf(item, { refusal: { head, fields: item.fields }, sourceId: item.id })
      ledger.transaction(() => {
        drafts.insert(draft)
        if (item.draftId !== null) sources.copy(item.draftId, draft.id)
      })
      return draft.id
    },

    /** The same content as a new draft, which knows nothing of the item it came from. A file is of one customer and stays behind. */
    duplicate(id: string): string {
      const draft = draftOf(existing(id), { attachmentId: null })
      drafts.insert(draft)
      return draft.id
    },

    /** Lets an account's held items go; how many. They leave together, once none of them holds the account back. */
    async release(accountId: string): Promise<number> {
      let released = 0
      await inSlices(() => {
        const ids = queue.release(accountId, clock.now(), slice)
        released += ids.length
        return ids.length === slice
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
        if (decision === 'send-again') records.agreeToFound(id, at)
        if (decision === 'keep') return
        if (!records.change(id, 'unknown', decided(item, decision, vendorNumber, at))) throw tooLate()
      })
      outbox.stopRepeating(id)
      if (decision === 'look-again') looks.lookAgain(item)
      else looks.drop(id)
      outbox.pump()
      if (item.runId !== null && decision !== 'keep') rowDecided?.(item.runId)
      return existing(id)
    },

    /**
     * The answer for everything that asks for a reason that all of it shares: it waited for longer than a day, or the ledger is a
     * copy. How many it was said of.
     */
    async answerAsking(send: boolean): Promise<number> {
      let answered = 0
      for (const reason of askedTogether) {
        let after = 0
        await inSlices(() => {
          const found = queue.asking(reason, after, send ? slice : draftSlice)
          const last = found.at(-1)
          if (!last) return false
          after = last.seq
          answered += found.length
          if (send) queue.letGo(reason, last.seq, clock.now())
          else ledger.transaction(() => found.forEach(({ id }) => giveBack(id)))
          return true
        })
      }
      // What waits for an origin that was out of reach finds out now; a vendor's own time still counts.
      if (send) outbox.networkReturned()
      else outbox.pump()
      return answered
    },

    dismiss(id: string): void {
      if (!records.dismiss(id)) throw tooLate()
      records.recordDecision(id, 'dismiss', null, clock.now())
    },
  }
}
export type Person = ReturnType<typeof person>
