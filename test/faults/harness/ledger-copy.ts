import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { finishReseal } from '#main/storage/ledger-seal/reseal.ts'
import { openLedgerFile, testLedgerKey } from '#test/support/ledger-file.ts'
import * as z from 'zod'
import { deleteMarker } from './vendor.ts'

const fieldsSchema = z.object({
  invoice: z.string().optional(),
  action: z.string().optional(),
  saleID: z.string().optional(),
  text: z.string().optional(),
})

/** What an item is known by, in the fields that a person typed. */
function markerOf(json: string): string {
  const parsed = JSON.parse(json) as { fields?: unknown }
  const { invoice, action, saleID = '', text = '' } = fieldsSchema.parse(parsed.fields ?? parsed)
  return invoice ?? (action === 'delete' ? deleteMarker(saleID) : text)
}

const draftSchema = z
  .object({ id: z.string(), fields: z.string(), attachment_id: z.string().nullable(), sha256: z.string().nullable() })
  .transform((row) => ({
    id: row.id,
    marker: markerOf(row.fields),
    attachmentId: row.attachment_id,
    fileSha256: row.sha256,
  }))
const itemSchema = z
  .object({
    id: z.string(),
    draft_id: z.string().nullable(),
    typed: z.string(),
    state: z.string(),
    kind: z.string(),
    confirmed_by_person: z.number(),
    attempt_count: z.number(),
    send_again: z.number(),
  })
  .transform((row) => ({
    id: row.id,
    draftId: row.draft_id,
    marker: markerOf(row.typed),
    state: row.state,
    kind: row.kind,
    confirmedByPerson: row.confirmed_by_person === 1,
    attempts: row.attempt_count,
    /** How often a person said to send it again. */
    sendAgain: row.send_again,
  }))

/** The ledger as it lies on disk. */
export interface LedgerCopy {
  integrity: string
  drafts: z.infer<typeof draftSchema>[]
  items: z.infer<typeof itemSchema>[]
}

/** Reads an SQLite file where it is; nothing in it where it was never set up. */
export function readLedger(file: string): LedgerCopy {
  const db = openLedgerFile(file)
  try {
    const { integrity_check: integrity } = db.prepare('PRAGMA integrity_check').get() as { integrity_check: string }
    const { count } = db.prepare("SELECT count(*) AS count FROM sqlite_schema WHERE name = 'submissions'").get() as {
      count: number
    }
    if (count === 0) return { integrity, drafts: [], items: [] }
    return {
      integrity,
      drafts: db
        .prepare(
          `SELECT drafts.id, fields, attachment_id, sha256 FROM drafts LEFT JOIN attachments ON attachments.id = attachment_id
           WHERE deleted_at IS NULL`,
        )
        .all()
        .map((row) => draftSchema.parse(row)),
      items: db
        .prepare(
          `SELECT item.*, (SELECT count(*) FROM decisions WHERE submission_id = item.id AND decision = 'send-again') AS send_again
           FROM submissions AS item ORDER BY seq`,
        )
        .all()
        .map((row) => itemSchema.parse(row)),
    }
  } finally {
    db.close()
  }
}

/** Reads a copy, so that the app itself, and not the looking, meets what a crash left. */
export function withLedgerCopy<T>(folder: string, read: (file: string) => T): T {
  const copy = mkdtempSync(path.join(tmpdir(), 'balie-look-'))
  try {
    for (const end of ['', '-wal', '-journal', '.resealed'])
      if (existsSync(path.join(folder, `ledger.sqlite${end}`)))
        copyFileSync(path.join(folder, `ledger.sqlite${end}`), path.join(copy, `ledger.sqlite${end}`))
    // As the next start does first: a copy under its key that is whole is the ledger.
    finishReseal(path.join(copy, 'ledger.sqlite'), testLedgerKey)
    return read(path.join(copy, 'ledger.sqlite'))
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

/** The ledger's single items and drafts as a crash left them. */
export const lookAtLedger = (folder: string): LedgerCopy => withLedgerCopy(folder, readLedger)
