import { emptyDispute, emptyNote } from '#shared/domain/draft.ts'
import type { contract } from '#shared/ipc/contract.ts'
import type { GroupHandlers } from '#shared/ipc/procedure.ts'
import { gone } from '../ipc/failure.ts'
import type { AccountRecords } from '../storage/account-records.ts'
import type { DraftRecords, StoredDraft } from '../storage/draft-records.ts'
import { newDraft } from '../storage/new-draft.ts'
import type { Clock } from '../submissions/clock.ts'
import type { DraftViews, StoredOf } from '../views/draft-views.ts'

export interface DraftsDeps {
  drafts: DraftRecords
  accounts: AccountRecords
  views: DraftViews
  clock: Clock
  onChange(ids: string[]): void
}

/** Drafts are kept as typed, with no account key and no network, until they are filed or deleted. */
export function drafts(deps: DraftsDeps): GroupHandlers<(typeof contract)['drafts']> {
  const { drafts: records, accounts, views, clock, onChange } = deps
  const existing = <K extends StoredDraft['kind']>(id: string, kind: K): StoredOf<K> => {
    const draft = records.get(id)
    if (draft?.kind !== kind) throw gone()
    return draft as StoredOf<K>
  }
  const insert = (draft: StoredDraft): StoredDraft => {
    records.insert(draft)
    onChange([draft.id])
    return draft
  }
  return {
    list: ({ kind }) => Promise.all(records.list(kind).map(views.of)),
    get: ({ id }) => views.get(id),
    create({ kind, accountId, note, dispute }) {
      const account = accounts.get(accountId)
      if (!account || account.settings.kind !== kind) throw gone()
      const common = newDraft(accountId, clock.now())
      if (account.settings.kind === 'billink') {
        return views.of(insert({ ...common, kind: 'dispute', fields: { ...emptyDispute, ...defined(dispute ?? {}) } }))
      }
      const test = { off: false, on: true, ask: null }[account.settings.testDefault]
      return views.of(insert({ ...common, kind: 'note', fields: { ...emptyNote, test, ...defined(note ?? {}) } }))
    },
    saveDispute({ id, revision, fields }) {
      if (records.saveFields(existing(id, 'dispute').id, revision, fields, clock.now())) onChange([id])
      return views.ofDispute(existing(id, 'dispute'))
    },
    saveNote({ id, revision, fields }) {
      if (records.saveFields(existing(id, 'note').id, revision, fields, clock.now())) onChange([id])
      return views.ofNote(existing(id, 'note'))
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

/** Leaves out what was not given, so that a default is not overwritten with nothing. */
function defined<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}
