import { isDeepStrictEqual } from 'node:util'
import { kindOfVendor } from '#shared/domain/kinds.ts'
import type { contract } from '#shared/ipc/contract.ts'
import type { GroupHandlers } from '#shared/ipc/procedure.ts'
import { sharedVendorOf, type DraftSummary, type Typed } from '#shared/vendors/index.ts'
import { gone } from '../ipc/failure.ts'
import type { AccountRecords } from '../storage/account-records.ts'
import type { DraftRecords, StoredDraft } from '../storage/draft-records.ts'
import { newDraft } from '../storage/new-draft.ts'
import type { Clock } from '../submissions/clock.ts'
import type { DraftStarts } from '../views/draft-starts.ts'
import { draftSummary, type DraftViews } from '../views/draft-views.ts'
import { draftPage } from '../views/draft-page.ts'

export interface DraftsDeps {
  drafts: DraftRecords
  accounts: Pick<AccountRecords, 'list'>
  startOf: DraftStarts
  views: DraftViews
  /** A file is on its way to it. */
  isExpecting(draftId: string): boolean
  clock: Clock
  /** Where nothing changed but what is typed in one, with that one. */
  onChange(ids: string[], saved?: DraftSummary): void
}

/** Drafts are kept as typed, with no account key and no network, until they are filed or deleted. */
export function drafts(deps: DraftsDeps): GroupHandlers<(typeof contract)['drafts']> {
  const { drafts: records, startOf, views, clock, onChange } = deps
  const insert = (draft: StoredDraft): StoredDraft => {
    records.insert(draft)
    onChange([draft.id])
    return draft
  }
  return {
    list: (asked) => draftPage(records, asked),
    get: ({ id }) => views.get(id),
    create({ kind, accountId, fields }) {
      const empty = startOf(kind, accountId)
      if (!empty) throw gone()
      const { keptForNext } = sharedVendorOf(kind)
      const typed = { kind, fields: { ...empty, ...defined(fields ?? {}) } } as Typed
      const fresh = { ...newDraft(accountId, clock.now()), ...typed }
      // One in which nobody typed is as good as a new one: begun four times, it is still one. What came with a customer's own
      // words, as from a mail, is never taken for another's.
      const isBegun = Object.keys(defined(fields ?? {})).every((name) => keptForNext.includes(name))
      const left = isBegun ? records.untouched(fresh) : null
      if (!left) return views.of(insert(fresh))
      records.renew(left.id, fresh.createdAt)
      onChange([left.id])
      return views.get(left.id)
    },
    save({ kind, id, revision, fields }) {
      if (records.get(id)?.kind !== kind) throw gone()
      const isSaved = records.saveFields(id, revision, fields, clock.now())
      const stored = isSaved && records.get(id)
      if (stored) onChange([id], draftSummary(stored))
      return views.get(id)
    },
    leave({ id }) {
      const draft = records.get(id)
      const start = draft && startOf(draft.kind, draft.accountId)
      // As undo has it: what a colleague or another window knows of it is told the same way.
      const discarded =
        draft !== null && isDeepStrictEqual(start, draft.fields) && !deps.isExpecting(id) && records.removeBare(id, clock.now())
      if (discarded) onChange([id])
      return { discarded }
    },
    duplicate({ id }) {
      const draft = records.get(id)
      if (!draft) throw gone()
      // A file is of one customer: it must not reach the next one's dispute unseen.
      return views.of(insert({ ...draft, ...newDraft(draft.accountId, clock.now()) }))
    },
    remove({ id }) {
      if (!records.remove(id, clock.now())) throw gone()
      onChange([id])
      return {}
    },
    restore({ id }) {
      if (!records.restore(id)) throw gone()
      onChange([id])
      return views.get(id)
    },
  }
}

/** What was begun and left empty, before anyone opens it: at the start of a session. */
export function eraseUntouched({
  drafts: records,
  accounts,
  startOf,
}: Pick<DraftsDeps, 'drafts' | 'accounts' | 'startOf'>): void {
  for (const { id: accountId, settings } of accounts.list()) {
    const kind = kindOfVendor(settings.kind)
    const fields = startOf(kind, accountId)
    if (fields) records.eraseUntouched({ accountId, kind, fields } as Typed & { accountId: string })
  }
}

/** Leaves out what was not given, so that a default is not overwritten with nothing. */
function defined<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}
