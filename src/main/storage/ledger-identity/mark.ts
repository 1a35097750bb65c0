import type { Database } from '../database.ts'
import * as z from 'zod'

const generationSchema = z.object({ generation: z.number(), mark: z.string() })
/** A start or an end of the ledger, which nothing but this one can know. */
export type Generation = z.infer<typeof generationSchema>

const markSchema = generationSchema.extend({
  id: z.string(),
  clean: z.number().transform((value) => value === 1),
  commits: z.number(),
  claims: z.number(),
})
/** Who a ledger says it is and how far it has come. */
export type LedgerMark = z.infer<typeof markSchema> & {
  /** The newest generations as a table of their own tells them, newest first. */
  newest: readonly Generation[]
}

/** Enough to see that one generation follows another. */
const generationsRead = 2

/** As this connection sees it: with its log, or without. */
export function readMark(db: Database): LedgerMark {
  const row = db.prepare('SELECT id, generation, mark, clean, commits, claims FROM ledger_identity').get()
  const newest = db
    .prepare(`SELECT generation, mark FROM ledger_generations ORDER BY generation DESC LIMIT ${generationsRead}`)
    .all()
  return { ...markSchema.parse(row), newest: newest.map((one) => generationSchema.parse(one)) }
}

/** Whether the ledger has been through this generation; one that an older copy knows nothing of, it has not. */
export function hasBeenThrough(db: Database, record: Generation & { id: string }): boolean {
  // Before its first start there is nothing to know it by but its id.
  if (record.generation === 0) return readMark(db).id === record.id
  const row = db.prepare('SELECT 1 FROM ledger_generations WHERE generation = ? AND mark = ?').get(record.generation, record.mark)
  return row !== undefined
}
