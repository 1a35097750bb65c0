import * as z from 'zod'
import { kindNames, type Kind } from '#shared/domain/kinds.ts'
import { fieldMessagesSchema, messageSchema } from '#shared/domain/message.ts'
import { sharedVendorOf, type Typed, type TypedFields } from '#shared/vendors/index.ts'
import { jsonColumn, time } from './columns.ts'
import type { Ledger } from './ledger.ts'
import type { RawRow } from './record-keys.ts'

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
export type StoredDraft = Common & Typed

/** A place in a list of drafts: that of one that was read. */
export type DraftPlace = Pick<StoredDraft, 'updatedAt' | 'id'>

/** What stands at a place; null where that can't be read and was set aside: the list goes on behind it. */
export interface DraftInPlace {
  draft: StoredDraft | null
  place: DraftPlace
}

interface DraftPage {
  kind: StoredDraft['kind']
  accountId: string | null
  after: DraftPlace | null
  limit: number
}

export interface DraftRecords {
  /** Those behind a place in the list, the one edited last first: of an account, or of all. */
  page(asked: DraftPage): DraftInPlace[]
  count(kind: StoredDraft['kind'], accountId: string | null): number
  /** Looks at every draft, so that those which are found by no kind are set aside. */
  examine(): void
  get(id: string): StoredDraft | null
  insert(draft: StoredDraft): void
  /** One with exactly these words in which nobody typed, and no file: it can be begun in instead of another. */
  untouched(like: Typed & Pick<StoredDraft, 'accountId'>): StoredDraft | null
  /** Begins it anew, now. */
  renew(id: string, at: number): void
  /** Those in which nothing stands but what every new one has. */
  eraseUntouched(like: Typed & Pick<StoredDraft, 'accountId'>): void
  /** Changes nothing where the stored revision is newer; answers whether it was stored. */
  saveFields(id: string, revision: number, fields: TypedFields, at: number): boolean
  setAttachment(id: string, attachmentId: string | null): void
  /** Marks it deleted, so that it can be given back. */
  remove(id: string, at: number): boolean
  /** The same, unless more belongs to it than its fields say. */
  removeBare(id: string, at: number): boolean
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
type DraftRow = z.ZodObject<typeof common & { kind: z.ZodLiteral<Kind>; fields: z.ZodType<TypedFields> }>
const rowSchema = z
  .discriminatedUnion(
    'kind',
    kindNames.map((kind) => {
      const { shape } = sharedVendorOf(kind).drafts.typed
      return z.object({ ...common, kind: shape.kind, fields: jsonColumn(shape.fields) })
    }) as unknown as [DraftRow, ...DraftRow[]],
  )
  .transform((row): StoredDraft => {
    const { id, kind, fields, refusal, revision } = row
    return {
      ...({ kind, fields } as Typed),
      id,
      accountId: row.account_id,
      attachmentId: row.attachment_id,
      refusal,
      sourceId: row.source_id,
      revision,
      createdAt: row.created_at,
      updatedAt: row.updated_at,
    }
  })

const accountSchema = z.object({ account_id: z.string() })
const countSchema = accountSchema.extend({ drafts: z.number() })
const unreadable = ({ id, updated_at: at }: RawRow): DraftInPlace => ({
  draft: null,
  place: { updatedAt: Number(at), id: String(id) },
})
/** Behind every draft that a calendar knows. */
const end = { at: 8.64e15, id: '\u{10FFFF}' }

/** What was typed and not yet filed. */
export function draftRecords({ db, reader }: Ledger): DraftRecords {
  const page = db.prepare(`
    SELECT * FROM drafts WHERE kind = :kind AND account_id = :accountId AND deleted_at IS NULL AND (updated_at, id) < (:at, :id)
    ORDER BY updated_at DESC, id DESC LIMIT :limit`)
  const accounts = db.prepare('SELECT DISTINCT account_id FROM drafts WHERE kind = ? AND deleted_at IS NULL')
  // One that can't be read stands elsewhere, or was put away there.
  const counts = db.prepare(`
    SELECT account_id, count(*) AS drafts FROM drafts WHERE kind = ? AND deleted_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM set_aside WHERE source = 'drafts' AND key = drafts.id) GROUP BY account_id`)
  const every = db.prepare('SELECT * FROM drafts WHERE deleted_at IS NULL')
  const one = db.prepare('SELECT * FROM drafts WHERE id = ? AND deleted_at IS NULL')
  const insert = db.prepare(`
    INSERT INTO drafts (id, kind, account_id, fields, attachment_id, refusal, source_id, revision, created_at, updated_at)
    VALUES (:id, :kind, :accountId, :fields, :attachmentId, :refusal, :sourceId, :revision, :createdAt, :updatedAt)`)
  const isBare = /* sql */ `deleted_at IS NULL AND attachment_id IS NULL AND refusal IS NULL AND source_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM draft_sources WHERE draft_id = drafts.id)
    AND NOT EXISTS (SELECT 1 FROM team_drafts WHERE draft_id = drafts.id AND note <> '')`
  const isUntouched = /* sql */ `
    kind = :kind AND account_id = :accountId AND fields = :fields AND revision = 1 AND ${isBare}`
  const untouched = db.prepare(`SELECT * FROM drafts WHERE ${isUntouched} LIMIT 1`)
  const eraseUntouched = db.prepare(`DELETE FROM drafts WHERE ${isUntouched}`)
  const renew = db.prepare('UPDATE drafts SET created_at = :at, updated_at = :at WHERE id = :id')
  const likeOf = ({ kind, accountId, fields }: Typed & Pick<StoredDraft, 'accountId'>) => ({
    kind,
    accountId,
    fields: JSON.stringify(fields),
  })
  const save = db.prepare(`
    UPDATE drafts SET fields = :fields, revision = revision + 1, updated_at = :at
    WHERE id = :id AND revision <= :revision AND deleted_at IS NULL`)
  const attach = db.prepare('UPDATE drafts SET attachment_id = ? WHERE id = ? AND deleted_at IS NULL')
  const remove = db.prepare('UPDATE drafts SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL')
  const removeBare = db.prepare(`UPDATE drafts SET deleted_at = ? WHERE id = ? AND ${isBare}`)
  const restore = db.prepare('UPDATE drafts SET deleted_at = NULL WHERE id = ?')
  const erase = db.prepare('DELETE FROM drafts WHERE id = ?')
  const sweep = db.prepare('DELETE FROM drafts WHERE deleted_at < ?')
  return {
    page({ kind, accountId, after, limit }) {
      const { at, id } = after ? { at: after.updatedAt, id: after.id } : end
      const of = (account: string): DraftInPlace[] =>
        reader
          .allWith('drafts', rowSchema, unreadable, page, { kind, accountId: account, at, id, limit })
          .map((row) => ('place' in row ? row : { draft: row, place: row }))
      if (accountId !== null) return of(accountId)
      // Each account's are in order by themselves, and there are few accounts.
      return reader
        .made(accountSchema, accounts, kind)
        .flatMap(({ account_id: account }) => of(account))
        .toSorted(({ place: a }, { place: b }) => b.updatedAt - a.updatedAt || (a.id < b.id ? 1 : -1))
        .slice(0, limit)
    },
    count: (kind, accountId) =>
      reader
        .made(countSchema, counts, kind)
        .filter(({ account_id: account }) => accountId === null || account === accountId)
        .reduce((sum, { drafts }) => sum + drafts, 0),
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
    untouched: (like) => reader.one('drafts', rowSchema, untouched, likeOf(like)),
    renew(id, at) {
      renew.run({ id, at })
    },
    eraseUntouched(like) {
      eraseUntouched.run(likeOf(like))
    },
    saveFields: (id, revision, fields, at) => save.run({ id, revision, fields: JSON.stringify(fields), at }).changes === 1,
    setAttachment(id, attachmentId) {
      attach.run(attachmentId, id)
    },
    remove: (id, at) => remove.run(at, id).changes === 1,
    removeBare: (id, at) => removeBare.run(at, id).changes === 1,
    restore: (id) => restore.run(id).changes === 1,
    erase(id) {
      erase.run(id)
    },
    eraseRemovedBefore(at) {
      sweep.run(at)
    },
  }
}
