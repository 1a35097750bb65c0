import * as z from 'zod'
import { jsonColumn } from './columns.ts'
import type { Ledger } from './ledger.ts'
import { rowsOfPiece } from './table-pieces.ts'

/** What is erased of a person, by keys; and by what words, for files that have no keys. Gone with the last of it. */
export const targetsSchema = z.object({
  terms: z.array(z.string()),
  items: z.array(z.number()),
  drafts: z.array(z.string()),
  /** With the rows that speak of the person; null where nothing of the run was sent, and all of its table goes. */
  runs: z.array(z.object({ id: z.number(), rows: z.array(z.number()).nullable() })),
  plans: z.array(z.tuple([z.string(), z.string()])),
  /** Searches under a name. */
  searches: z.array(z.string()).default([]),
  /** Texts that are written again and again. */
  templates: z.array(z.string()).default([]),
  attachments: z.array(z.string()),
  logs: z.boolean(),
  preferences: z.boolean(),
  /** Names in the data folder: copies of the ledger, and what was kept aside. */
  files: z.array(z.string()),
})
export type ErasureTargets = z.infer<typeof targetsSchema>

const jobRow = z.object({ id: z.number(), targets: jsonColumn(targetsSchema) })
const pieceColumns = ['table', 'plan', 'files', 'review', 'settings', 'pause_reason'] as const

/** Every text within a value that speaks of the person, emptied. */
function without(value: unknown, speaks: (text: string) => boolean): unknown {
  if (typeof value === 'string') return speaks(value) ? '' : value
  if (Array.isArray(value)) return value.map((one) => without(one, speaks))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, without(one, speaks)]))
}

/** Erases a person from the tables of runs, and remembers what is being erased until the last of it is. */
export function personErasure(ledger: Ledger) {
  const { db, reader } = ledger
  const begin = db.prepare("INSERT INTO erasures (begun_at, step, targets) VALUES (?, 'begun', ?)")
  const all = db.prepare('SELECT id, targets FROM erasures ORDER BY id')
  const end = db.prepare('DELETE FROM erasures WHERE id = ?')
  const draft = db.prepare('DELETE FROM drafts WHERE id = ? RETURNING attachment_id AS id')
  // Its row stays until the team was told that the draft is no more.
  const note = db.prepare("UPDATE team_drafts SET note = '' WHERE draft_id = ?")
  const plan = db.prepare('DELETE FROM bulk_plans WHERE kind = ? AND layout = ?')
  const search = db.prepare('DELETE FROM saved_searches WHERE id = ?')
  const template = db.prepare('DELETE FROM templates WHERE id = ?')
  const number = db.prepare('UPDATE submissions SET vendor_number = NULL WHERE seq = ? AND text_gone_at IS NOT NULL')
  const pieces = db.prepare('SELECT run_id, first_row, rows FROM bulk_pieces WHERE run_id = ?')
  const piece = db.prepare('UPDATE bulk_pieces SET rows = ? WHERE run_id = ? AND first_row = ?')
  const ofRow = [
    db.prepare('DELETE FROM bulk_edits WHERE run_id = ? AND row = ?'),
    db.prepare('UPDATE bulk_marks SET detail = NULL WHERE run_id = ? AND row = ?'),
  ]
  const run = db.prepare(`SELECT file_name, ${pieceColumns.map((name) => `"${name}"`).join(', ')} FROM bulk_runs WHERE id = ?`)
  const renamed = db.prepare('UPDATE bulk_runs SET file_name = ? WHERE id = ?')
  const setters = Object.fromEntries(
    pieceColumns.map((name) => [name, db.prepare(`UPDATE bulk_runs SET "${name}" = ? WHERE id = ?`)]),
  )
  const aside = db.prepare('DELETE FROM set_aside WHERE source = ? AND key = ?')

  return {
    begin: (targets: ErasureTargets, at: number): void => void begin.run(at, JSON.stringify(targets)),
    /** What was begun and not ended, the oldest first. */
    begun: (): { id: number; targets: ErasureTargets }[] => reader.made(jobRow, all),
    end: (id: number): void => void end.run(id),
    /** A draft, whether it can be read or not; answers with its file. */
    eraseDraft(id: string): string | null {
      const [row] = reader.raw(draft, id)
      aside.run('drafts', id)
      note.run(id)
      return typeof row?.['id'] === 'string' ? row['id'] : null
    },
    erasePlan: (kind: string, layout: string): void => void plan.run(kind, layout),
    eraseSearch: (id: string): void => void search.run(id),
    eraseTemplate: (id: string): void => void template.run(id),
    /** The number of an item whose text was gone already. */
    forgetNumber: (seq: number): void => void number.run(seq),
    /** Empties rows of a table that was sent, and what the run itself kept of them. */
    eraseRows(runId: number, rows: readonly number[], speaks: (text: string) => boolean): void {
      const gone = new Set(rows)
      for (const raw of reader.raw(pieces, runId)) {
        const stored = rowsOfPiece(reader, raw)
        if (!stored.some(({ row }) => gone.has(row))) continue
        const emptied = stored.map((one) => (gone.has(one.row) ? { row: one.row, cells: one.cells.map(() => '') } : one))
        piece.run(JSON.stringify(emptied), runId, Number(raw['first_row']))
      }
      for (const row of rows) for (const statement of ofRow) statement.run(runId, row)
      const [found] = reader.raw(run, runId)
      if (!found) return
      if (speaks(String(found['file_name']))) renamed.run('', runId)
      for (const name of pieceColumns) {
        const text = found[name]
        if (typeof text === 'string' && speaks(text)) setters[name]?.run(JSON.stringify(without(JSON.parse(text), speaks)), runId)
      }
    },
  }
}
export type PersonErasure = ReturnType<typeof personErasure>
