import * as z from 'zod'
import { submissionStateSchema } from '#shared/domain/submission.ts'
import { titleOfTemplate, templateFieldsSchema } from '#shared/domain/template.ts'
import { jsonColumn, time } from './columns.ts'
import { mayLoseText } from './erased-text.ts'
import { isPutAway, isSetAside } from './item-rules.ts'
import type { Ledger } from './ledger.ts'

const itemRow = z
  .object({
    seq: z.number(),
    id: z.string(),
    kind: z.string(),
    subject: z.string(),
    context: z.string(),
    account_name: z.string(),
    created_at: time.catch(0),
    state: submissionStateSchema.nullable().catch(null),
    attachment_id: z.string().nullable(),
    text_gone_at: z.number().nullable(),
    is_free: z.number(),
    is_damaged: z.number(),
  })
  .transform((row) => ({
    seq: row.seq,
    id: row.id,
    kind: row.kind,
    label: row.subject,
    detail: row.context || row.account_name,
    at: row.created_at,
    state: row.state,
    attachmentId: row.attachment_id,
    isErased: row.text_gone_at !== null,
    isFree: row.is_free === 1,
    isDamaged: row.is_damaged === 1,
  }))
/** An item in which something of a person was found, with all that decides about erasing it. */
export type PersonItem = z.infer<typeof itemRow>

const draftRow = z
  .object({ id: z.string(), kind: z.string(), updated_at: time.catch(0), attachment_id: z.string().nullable() })
  .transform((row) => ({ id: row.id, kind: row.kind, at: row.updated_at, attachmentId: row.attachment_id }))
const runRow = z
  .object({ id: z.number(), state: z.string(), file_name: z.string(), account_name: z.string(), created_at: time.catch(0) })
  .transform((row) => ({
    id: row.id,
    state: row.state,
    fileName: row.file_name,
    accountName: row.account_name,
    at: row.created_at,
  }))
const fileRow = z
  .object({ id: z.string(), name: z.string(), bytes: z.number(), sha256: z.string(), sealed: z.number() })
  .transform((row) => ({ ...row, sealed: row.sealed === 1 }))
const idRow = z.object({ id: z.string() })
const sourceRow = z
  .object({ file_id: z.string(), name: z.string(), bytes: z.number(), sha256: z.string(), sealed: z.number() })
  .transform(({ file_id: id, ...row }) => ({ ...row, id, sealed: row.sealed === 1 }))
const templateRow = z
  .object({ fields: jsonColumn(templateFieldsSchema).nullable().catch(null) })
  .transform(({ fields }) => ({ title: fields ? titleOfTemplate(fields) : '' }))
const seqRow = z.object({ seq: z.number() })

/** What a place in which a person was found belongs to. */
export function personPlaces(ledger: Ledger) {
  const { db, reader } = ledger
  const columns = /* sql */ `seq, id, kind, subject, context, account_name, created_at, state, attachment_id, text_gone_at,
    (${mayLoseText}) AS is_free, (${isSetAside('item')} AND NOT ${isPutAway('item')}) AS is_damaged`
  const bySeq = db.prepare(`SELECT ${columns} FROM submissions AS item WHERE seq = ?`)
  const seqOf = db.prepare('SELECT seq FROM submissions WHERE id = ?')
  const seqOfDraft = db.prepare('SELECT seq FROM submissions WHERE draft_id = ?')
  const draft = db.prepare('SELECT id, kind, updated_at, attachment_id FROM drafts WHERE id = ?')
  const run = db.prepare('SELECT id, state, file_name, account_name, created_at FROM bulk_runs WHERE id = ?')
  const file = db.prepare('SELECT id, name, bytes, sha256, sealed FROM attachments WHERE id = ? AND gone_at IS NULL')
  const sources = db.prepare(`
    SELECT file_id, name, bytes, sha256, sealed FROM draft_sources WHERE draft_id = ?
      OR draft_id = (SELECT draft_id FROM submissions WHERE id = ?) ORDER BY position`)
  const itemsWithFile = db.prepare(`
    SELECT seq FROM submissions WHERE attachment_id = ?
    UNION SELECT seq FROM submissions WHERE draft_id IN (SELECT draft_id FROM draft_sources WHERE file_id = ?)`)
  const template = db.prepare('SELECT fields FROM templates WHERE id = ?')
  const draftsWithFile = db.prepare(`
    SELECT id FROM drafts WHERE attachment_id = ? OR id IN (SELECT draft_id FROM draft_sources WHERE file_id = ?)`)
  return {
    item: (seq: number): PersonItem | null => reader.made(itemRow, bySeq, seq)[0] ?? null,
    seqOf: (id: string): number | null => reader.made(seqRow, seqOf, id)[0]?.seq ?? null,
    /** The item that a draft became. */
    seqOfDraft: (id: string): number | null => reader.made(seqRow, seqOfDraft, id)[0]?.seq ?? null,
    draft: (id: string) => reader.made(draftRow, draft, id)[0] ?? null,
    run: (id: number) => reader.made(runRow, run, id)[0] ?? null,
    file: (id: string) => reader.made(fileRow, file, id)[0] ?? null,
    /** What a clerk's own text is called; nothing where it can't be read. */
    template: (id: string): string => reader.made(templateRow, template, id)[0]?.title ?? '',
    /** What the file of a draft or an item was put together of, each as it was given. */
    sources: (id: string) => reader.made(sourceRow, sources, id, id),
    /** Which items and drafts name a file. */
    namedBy: (id: string) => ({
      items: reader.made(seqRow, itemsWithFile, id, id).map(({ seq }) => seq),
      drafts: reader.made(idRow, draftsWithFile, id, id).map(({ id: found }) => found),
    }),
  }
}
export type PersonPlaces = ReturnType<typeof personPlaces>
