import * as z from 'zod'
import { disputeDraftFieldsSchema, type DisputeDraftFields } from '#shared/domain/dispute.ts'
import { fieldMessagesSchema, messageSchema } from '#shared/domain/message.ts'
import { noteDraftFieldsSchema, type NoteDraftFields } from '#shared/domain/sale-note.ts'
import { jsonColumn, time } from './columns.ts'
import type { Ledger } from './ledger.ts'

const refusalSchema = z.object({ head: z.array(messageSchema), fields: fieldMessagesSchema })
export type Refusal = z.infer<typeof refusalSchema>

interface Common {
  id: string
  accountId: string
  attachmentId: string | null
  refusal: Refusal | null
  /** The refused item this draft corrects; filing it again points that item here. */
  sourceId: string | null
  revision: number
  createdAt: number
  updatedAt: number
}

/** A draft as the ledger keeps it: exactly as typed. */
export type StoredDraft = Common & ({ kind: 'dispute'; fields: DisputeDraftFields } | { kind: 'note'; fields: NoteDraftFields })

export interface DraftRecords {
  list(kind: StoredDraft['kind']): StoredDraft[]
  /** Looks at every draft, so that those which are found by no kind are set aside. */
  examine(): void
  get(id: string): StoredDraft | null
  insert(draft: StoredDraft): void
  /** Changes nothing where the stored revision is newer; answers whether it was stored. */
  saveFields(id: string, revision: number, fields: DisputeDraftFields | NoteDraftFields, at: number): boolean
  setAttachment(id: string, attachmentId: string | null): void
  /** Marks it deleted, so that it can be given back. */
  remove(id: string, at: number): boolean
  restore(id: string): boolean
  /** Gone for good: it became an item, or its time for undo is over. */
  erase(id: string): void
  eraseRemovedBefore(at: number): void
}

const common = {
  id: z.string(),
  account_id: z.string(),
  attachment_id: z.string().nullable(),
  refusal: jsonColumn(refusalSchema).nullable(),
  source_id: z.string().nullable(),
  revision: z.number(),
  created_at: time,
  updated_at: time,
}
const rowSchema = z
  .discriminatedUnion('kind', [
    z.object({ ...common, kind: z.literal('dispute'), fields: jsonColumn(disputeDraftFieldsSchema) }),
    z.object({ ...common, kind: z.literal('note'), fields: jsonColumn(noteDraftFieldsSchema) }),
  ])
  .transform((row): StoredDraft => {
    const shared = {
      id: row.id,
      accountId: row.account_id,
      attachmentId: row.attachment_id,
      refusal: row.refusal,
      sourceId: row.source_id,
      revision: row.revision,
      createdAt: row.created_at,
      updatedAt: row.updated_at,
    }
    return row.kind === 'dispute'
      ? { ...shared, kind: 'dispute', fields: row.fields }
      : { ...shared, kind: 'note', fields: row.fields }
  })

/** What was typed and not yet filed. */
export function draftRecords({ db, reader }: Ledger): DraftRecords {
  const list = db.prepare('SELECT * FROM drafts WHERE kind = ? AND deleted_at IS NULL ORDER BY updated_at DESC, id')
  const every = db.prepare('SELECT * FROM drafts WHERE deleted_at IS NULL')
  const one = db.prepare('SELECT * FROM drafts WHERE id = ? AND deleted_at IS NULL')
  const insert = db.prepare(`
    INSERT INTO drafts (id, kind, account_id, fields, attachment_id, refusal, source_id, revision, created_at, updated_at)
    VALUES (:id, :kind, :accountId, :fields, :attachmentId, :refusal, :sourceId, :revision, :createdAt, :updatedAt)`)
  const save = db.prepare(`
    UPDATE drafts SET fields = :fields, revision = revision + 1, updated_at = :at
    WHERE id = :id AND revision <= :revision AND deleted_at IS NULL`)
  const attach = db.prepare('UPDATE drafts SET attachment_id = ? WHERE id = ? AND deleted_at IS NULL')
  const remove = db.prepare('UPDATE drafts SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL')
  const restore = db.prepare('UPDATE drafts SET deleted_at = NULL WHERE id = ?')
  const erase = db.prepare('DELETE FROM drafts WHERE id = ?')
  const sweep = db.prepare('DELETE FROM drafts WHERE deleted_at < ?')
  return {
    list: (kind) => reader.all('drafts', rowSchema, list, kind),
    examine() {
      reader.all('drafts', rowSchema, every)
    },
    get: (id) => reader.one('drafts', rowSchema, one, id),
    insert(draft) {
      insert.run({
        ...draft,
        fields: JSON.stringify(draft.fields),
        refusal: draft.refusal ? JSON.stringify(draft.refusal) : null,
      })
    },
    saveFields: (id, revision, fields, at) => save.run({ id, revision, fields: JSON.stringify(fields), at }).changes === 1,
    setAttachment(id, attachmentId) {
      attach.run(attachmentId, id)
    },
    remove: (id, at) => remove.run(at, id).changes === 1,
    restore: (id) => restore.run(id).changes === 1,
    erase(id) {
      erase.run(id)
    },
    eraseRemovedBefore(at) {
      sweep.run(at)
    },
  }
}
