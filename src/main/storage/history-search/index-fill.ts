import type { Database } from '../database.ts'
import { emptySearchIndex } from '../migrations/0019-search-index.ts'

/** As many are put into it where a ledger is opened: nearly every ledger is whole at once. */
const atFirst = 500

/** Below which item the index is still empty; null where it has them all. */
export function notIndexedBelow(db: Database): () => number | null {
  const mark = db.prepare("SELECT value FROM upkeep WHERE name = 'search-index'")
  return () => {
    const value = mark.get()?.['value']
    return typeof value === 'number' ? value : null
  }
}

/**
 * Puts the newest items that the index does not have into it; false when it has all. Inserts alone: what moved on since the index was
 * emptied is in it, by its trigger. A row of a run that is under way comes into it with its run.
 */
export function fillerOf(db: Database): (count: number) => boolean {
  const below = notIndexedBelow(db)
  const first = db.prepare('SELECT min(seq) AS seq FROM (SELECT seq FROM submissions WHERE seq < ? ORDER BY seq DESC LIMIT ?)')
  const fill = db.prepare(`
    INSERT INTO submission_search (rowid, text) SELECT found.seq, found.text FROM submission_texts AS found
      JOIN submissions AS item ON item.seq = found.seq
      WHERE found.seq >= :from AND found.seq < :to AND item.seq NOT IN (SELECT rowid FROM submission_search WHERE rowid >= :from AND rowid < :to)
        AND (item.run_id IS NULL OR item.seq <= (SELECT indexed_to FROM bulk_runs WHERE id = item.run_id))
      ORDER BY found.seq`)
  const isAt = db.prepare("UPDATE upkeep SET value = ? WHERE name = 'search-index'")
  const isWhole = db.prepare("DELETE FROM upkeep WHERE name = 'search-index'")
  return (count) => {
    const to = below()
    if (to === null) return false
    const from = first.get(to, count)?.['seq']
    if (typeof from !== 'number') {
      isWhole.run()
      return false
    }
    fill.run({ from, to })
    isAt.run(from)
    return true
  }
}

/** The first piece of an index that was just begun: of most ledgers all of it. */
export function beginIndex(db: Database): void {
  const fill = fillerOf(db)
  db.exec('BEGIN IMMEDIATE')
  if (fill(atFirst)) fill(1)
  db.exec('COMMIT')
}

/** In place of an index that is damaged, an empty one. */
export function resetIndex(db: Database): void {
  db.exec(`BEGIN IMMEDIATE; ${emptySearchIndex}; COMMIT`)
}
