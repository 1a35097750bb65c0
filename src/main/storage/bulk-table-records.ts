import * as z from 'zod'
import type { RowStanding } from '#shared/domain/bulk.ts'
import { messageSchema, type Message } from '#shared/domain/message.ts'
import { bulkEditRecords } from './bulk-edit-records.ts'
import { jsonColumn } from './columns.ts'
import type { Ledger } from './ledger.ts'
import type { RawRow } from './record-keys.ts'
import { rowsOfPiece, type StoredTableRow } from './table-pieces.ts'

export type { StoredTableRow } from './table-pieces.ts'

/** Why a row is not simply good. */
export interface Mark {
  row: number
  standing: Exclude<RowStanding, 'good'>
  /** Everything worth knowing of a duplicate: which other row it is one of can only be told by going through them all. */
  warnings: readonly Message[]
  /** It can't be read, and the next check makes it anew. */
  unreadable?: true
}

/** A piece is read whole to show one row of it: large enough for few of them, small enough for wide tables. */
const pieceRows = 200
const pieceLength = 200_000

const warningsSchema = z.array(messageSchema)
const markSchema = z
  .object({
    row: z.number(),
    standing: z.enum(['faulty', 'duplicate', 'skipped']),
    detail: jsonColumn(warningsSchema).nullable(),
  })
  .transform(({ detail, ...mark }): Mark => ({ ...mark, warnings: detail ?? [] }))

/** Made once: a schema made anew for each piece is compiled anew. */
const rowNumberSchema = z.object({ row: z.number() })

/** Whatever was decided about the row, it is not simply good. */
const unreadableMark = (raw: RawRow): Mark => ({ row: Number(raw['row']), standing: 'faulty', warnings: [], unreadable: true })

/** The tables of runs: their cells, what a person changed in them, and which rows are not simply good. */
export function bulkTableRecords(ledger: Ledger) {
  const { db, reader } = ledger
  const addPiece = db.prepare('INSERT INTO bulk_pieces (run_id, first_row, rows) VALUES (?, ?, ?)')
  const pieceAt = db.prepare(
    'SELECT run_id, first_row, rows FROM bulk_pieces WHERE run_id = ? AND first_row <= ? ORDER BY first_row DESC LIMIT 1',
  )
  const pieceAfter = db.prepare(
    'SELECT run_id, first_row, rows FROM bulk_pieces WHERE run_id = ? AND first_row > ? ORDER BY first_row LIMIT 1',
  )
  const erasePieces = db.prepare(`
    DELETE FROM bulk_pieces WHERE run_id = :runId AND first_row IN
      (SELECT first_row FROM bulk_pieces WHERE run_id = :runId ORDER BY first_row LIMIT 20)`)
  const eraseMarks = db.prepare(
    'DELETE FROM bulk_marks WHERE run_id = :runId AND row IN (SELECT row FROM bulk_marks WHERE run_id = :runId LIMIT 2000)',
  )
  const mark = db.prepare(`
    INSERT INTO bulk_marks (run_id, row, standing, detail) VALUES (?, ?, ?, ?)
    ON CONFLICT (run_id, row) DO UPDATE SET standing = excluded.standing, detail = excluded.detail`)
  const unmark = db.prepare('DELETE FROM bulk_marks WHERE run_id = ? AND row = ?')
  const marksAt = db.prepare(
    'SELECT run_id, row, standing, detail FROM bulk_marks WHERE run_id = ? AND row IN (SELECT value FROM json_each(?))',
  )
  const marksIn = db.prepare(
    'SELECT run_id, row, standing, detail FROM bulk_marks WHERE run_id = ? AND standing = ? AND row > ? ORDER BY row LIMIT ?',
  )
  const edits = bulkEditRecords(ledger)
  const damagedRows = db.prepare(`
    SELECT DISTINCT CAST(substr(key, length(:run) + 2) AS INTEGER) AS row FROM set_aside
    WHERE source = 'bulk_edits' AND key >= :run || '/' AND key < :run || '0'`)
  const forgetMarks = db.prepare(`DELETE FROM set_aside WHERE source = 'bulk_marks' AND key >= :run || '/' AND key < :run || '0'`)

  /** The rows about which something was decided that can't be read: that it was "leave this one out" is possible. */
  const inDoubt = (runId: number): Set<number> =>
    new Set(reader.made(rowNumberSchema, damagedRows, { run: String(runId) }).map(({ row }) => row))
  /** The rows of a piece, with what a person decided about them. */
  function rowsOf(piece: RawRow): StoredTableRow[] {
    const runId = Number(piece['run_id'])
    const doubtful = inDoubt(runId)
    const rows = rowsOfPiece(reader, piece)
    const [first, last] = [rows[0], rows.at(-1)]
    const found = first && last ? edits.between(runId, first.row, last.row) : null
    if (doubtful.size === 0 && !found?.size) return rows
    return rows.map((row) => {
      const { values = {}, leftOut = false, damaged = false } = found?.get(row.row) ?? {}
      return {
        ...row,
        ...(Object.keys(values).length > 0 && { edits: values }),
        ...(leftOut && { leftOut }),
        ...((damaged || doubtful.has(row.row)) && { damaged: true as const }),
      }
    })
  }

  return {
    /** Rows in their order; the caller's transaction makes them one with what belongs to them. */
    add(runId: number, rows: readonly StoredTableRow[]): void {
      let piece: StoredTableRow[] = []
      let length = 0
      const flush = () => {
        const [first] = piece
        if (first) addPiece.run(runId, first.row, JSON.stringify(piece))
        piece = []
        length = 0
      }
      for (const row of rows) {
        piece.push(row)
        for (const cell of row.cells) length += cell.length
        if (piece.length >= pieceRows || length >= pieceLength) flush()
      }
      flush()
    },
    /** The next rows after this one, a piece at a time; empty at the end. */
    after(runId: number, row: number): StoredTableRow[] {
      const [within] = reader.raw(pieceAt, runId, row)
      const rest = within ? rowsOf(within).filter((one) => one.row > row) : []
      if (rest.length > 0) return rest
      const [next] = reader.raw(pieceAfter, runId, row)
      return next ? rowsOf(next) : []
    },
    /** These rows, given in their order. */
    rowsAt(runId: number, numbers: readonly number[]): StoredTableRow[] {
      let piece = new Map<number, StoredTableRow>()
      return numbers.flatMap((number) => {
        if (!piece.has(number)) {
          const [found] = reader.raw(pieceAt, runId, number)
          piece = new Map(found ? rowsOf(found).map((one) => [one.row, one]) : [])
        }
        return piece.get(number) ?? []
      })
    },
    /** Some of the table's content; false when nothing is left. */
    eraseSome: (runId: number): boolean => erasePieces.run({ runId }).changes > 0,
    /** Some of what the check found; false when nothing is left. */
    eraseMarks(runId: number): boolean {
      forgetMarks.run({ run: String(runId) })
      return eraseMarks.run({ runId }).changes > 0
    },
    /** Marks that could not be read were made anew. */
    forgetDamagedMarks(runId: number): void {
      forgetMarks.run({ run: String(runId) })
    },
    mark(runId: number, { row, standing, warnings }: Mark): void {
      mark.run(runId, row, standing, warnings.length > 0 ? JSON.stringify(warnings) : null)
    },
    unmark(runId: number, row: number): void {
      unmark.run(runId, row)
    },
    marksAt: (runId: number, numbers: readonly number[]): Map<number, Mark> =>
      new Map(
        reader
          .allWith('bulk_marks', markSchema, unreadableMark, marksAt, runId, JSON.stringify(numbers))
          .map((one) => [one.row, one]),
      ),
    marksIn: (runId: number, standing: Mark['standing'], after: number, limit: number): Mark[] =>
      reader.allWith('bulk_marks', markSchema, unreadableMark, marksIn, runId, standing, after, limit),
  }
}
export type BulkTableRecords = ReturnType<typeof bulkTableRecords>
