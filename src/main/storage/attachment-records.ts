import * as z from 'zod'
import {
  attachmentDoubtSchema,
  attachmentFormatSchema,
  type AttachmentDoubt,
  type AttachmentFormat,
} from '#shared/domain/attachment.ts'
import { time } from './columns.ts'
import type { Ledger } from './ledger.ts'

/** What is known of a file in the vault; its bytes are the vault's. */
export interface StoredAttachment {
  id: string
  name: string
  format: AttachmentFormat
  bytes: number
  sha256: string
  /** False where there was no keychain for the data key: then the vault holds it as a plain file of mode 0600. */
  sealed: boolean
  doubt: AttachmentDoubt | null
  createdAt: string
  /** When the file was erased: it had been kept for long enough. */
  goneAt?: string | null
}

export interface AttachmentRecords {
  insert(record: StoredAttachment): void
  get(id: string): StoredAttachment | null
  /** Every file that a draft or an item still names, or is made of; the vault's sweep removes the others. */
  allIds(): Set<string>
  /** Those whose files lie open. */
  plain(): Pick<StoredAttachment, 'id' | 'sha256'>[]
  /** The file of this one is sealed from now on. */
  setSealed(id: string): void
}

const rowSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    format: attachmentFormatSchema,
    bytes: z.number(),
    sha256: z.string(),
    sealed: z.number(),
    created_at: time,
    doubt: attachmentDoubtSchema.nullable(),
    gone_at: time.nullable(),
  })
  .transform(({ created_at, gone_at, sealed, ...row }): StoredAttachment => ({
    ...row,
    sealed: sealed === 1,
    createdAt: new Date(created_at).toISOString(),
    goneAt: gone_at === null ? null : new Date(gone_at).toISOString(),
  }))

/** The files of drafts and items. A row outlives its file: history names what was sent by name, size and hash. */
export function attachmentRecords({ db, reader }: Ledger): AttachmentRecords {
  const insert = db.prepare(`
    INSERT INTO attachments (id, name, format, bytes, sha256, sealed, created_at, doubt)
    VALUES (:id, :name, :format, :bytes, :sha256, :sealed, :createdAt, :doubt)`)
  const one = db.prepare('SELECT * FROM attachments WHERE id = ?')
  // Beside the one that goes, those it was put together of.
  const open = db.prepare(
    'SELECT id, sha256 FROM attachments WHERE sealed = 0 UNION SELECT file_id, sha256 FROM draft_sources WHERE sealed = 0',
  )
  const seal = db.prepare('UPDATE attachments SET sealed = 1 WHERE id = ?')
  const sealSource = db.prepare('UPDATE draft_sources SET sealed = 1 WHERE file_id = ?')
  const used = db.prepare(`
    SELECT id FROM (SELECT attachment_id AS id FROM drafts WHERE attachment_id IS NOT NULL
    UNION SELECT attachment_id FROM submissions WHERE attachment_id IS NOT NULL
    UNION SELECT file_id FROM draft_sources
    -- A record that can't be read may name its file wrongly: while there is one, no file is taken for nobody's.
    UNION SELECT id FROM attachments WHERE EXISTS (SELECT 1 FROM set_aside WHERE source IN ('drafts', 'submissions', 'attachments'))
      OR EXISTS (SELECT 1 FROM drafts WHERE attachment_id NOT IN (SELECT id FROM attachments))
      OR EXISTS (SELECT 1 FROM submissions WHERE attachment_id NOT IN (SELECT id FROM attachments)))
    WHERE id NOT IN (SELECT id FROM attachments WHERE gone_at IS NOT NULL)`)
  return {
    plain: () => reader.made(z.object({ id: z.string(), sha256: z.string() }), open),
    setSealed(id) {
      sealSource.run(id)
      seal.run(id)
    },
    insert(record) {
      const { goneAt: _, ...rest } = record
      insert.run({ ...rest, sealed: record.sealed ? 1 : 0, createdAt: Date.parse(record.createdAt) })
    },
    get: (id) => reader.one('attachments', rowSchema, one, id),
    allIds: () => new Set(reader.made(z.object({ id: z.string() }), used).map(({ id }) => id)),
  }
}
