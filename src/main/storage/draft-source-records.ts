import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { attachmentDoubtSchema } from '#shared/domain/attachment.ts'
import { madeSchema, sourceEditsSchema, sourceKindSchema, type Made, type Source } from '#shared/domain/evidence.ts'
import { noEdits } from '#shared/domain/evidence-limits.ts'
import { jsonColumn, time } from './columns.ts'
import type { Ledger } from './ledger.ts'

/** A file that a person gave for a draft, as it was given; its bytes are the vault's, under `fileId`. */
export interface StoredSource extends Omit<Source, 'state'> {
  fileId: string
  sha256: string
  sealed: boolean
  createdAt: number
}

export interface DraftSourceRecords {
  /** In the order in which they are put together. One that can't be read is there all the same, without its file: nothing may go without it. */
  of(draftId: string): StoredSource[]
  /** What the draft has from now on: a list is changed as a whole, so that no file is in it twice or lost between two changes. */
  replace(draftId: string, sources: readonly StoredSource[]): void
  /** Gives a draft the files of another one, as when a refused item is corrected. */
  copy(fromDraftId: string, toDraftId: string): void
  /** What a file was put together of; null for one that was not. */
  made(attachmentId: string): Made | null
  insertMade(attachmentId: string, made: Made): void
}

const rowSchema = z
  .object({
    id: z.string(),
    file_id: z.string(),
    name: z.string(),
    kind: sourceKindSchema,
    bytes: z.number(),
    sha256: z.string(),
    sealed: z.number(),
    doubt: attachmentDoubtSchema.nullable(),
    edits: jsonColumn(sourceEditsSchema),
    created_at: time,
  })
  .transform(({ file_id, sealed, created_at, ...row }): StoredSource => ({
    ...row,
    fileId: file_id,
    sealed: sealed === 1,
    createdAt: created_at,
  }))

/** What is shown of a row that breaks a rule: a file that has to be attached again. */
const unreadable = (row: Record<string, unknown>): StoredSource => ({
  id: String(row['id']),
  fileId: '',
  name: typeof row['name'] === 'string' ? row['name'] : '?',
  kind: 'text',
  bytes: 0,
  sha256: '',
  sealed: false,
  doubt: null,
  edits: noEdits,
  createdAt: 0,
})

/** The files that a draft's one file is made of. */
export function draftSourceRecords({ db, reader, transaction }: Ledger): DraftSourceRecords {
  const list = db.prepare('SELECT * FROM draft_sources WHERE draft_id = ? ORDER BY position')
  const clear = db.prepare('DELETE FROM draft_sources WHERE draft_id = ?')
  const insert = db.prepare(`
    INSERT INTO draft_sources (id, draft_id, position, file_id, name, kind, bytes, sha256, sealed, doubt, edits, created_at)
    VALUES (:id, :draftId, :position, :fileId, :name, :kind, :bytes, :sha256, :sealed, :doubt, :edits, :createdAt)`)
  const made = db.prepare('SELECT made FROM made_files WHERE attachment_id = ?')
  const insertMade = db.prepare('INSERT INTO made_files (attachment_id, made) VALUES (?, ?)')

  const of = (draftId: string): StoredSource[] =>
    reader.raw(list, draftId).map((row) => {
      const parsed = rowSchema.safeParse(row)
      return parsed.success ? parsed.data : unreadable(row)
    })
  const replace = (draftId: string, sources: readonly StoredSource[]) =>
    transaction(() => {
      clear.run(draftId)
      for (const [position, source] of sources.entries())
        insert.run({
          id: source.id,
          draftId,
          position,
          fileId: source.fileId,
          name: source.name,
          kind: source.kind,
          bytes: source.bytes,
          sha256: source.sha256,
          sealed: source.sealed ? 1 : 0,
          doubt: source.doubt,
          edits: JSON.stringify(source.edits),
          createdAt: source.createdAt,
        })
    })
  return {
    of,
    replace,
    copy: (from, to) =>
      replace(
        to,
        of(from).map((source) => ({ ...source, id: randomUUID() })),
      ),
    made: (attachmentId) => reader.made(z.object({ made: jsonColumn(madeSchema) }), made, attachmentId)[0]?.made ?? null,
    insertMade(attachmentId, facts) {
      insertMade.run(attachmentId, JSON.stringify(facts))
    },
  }
}
