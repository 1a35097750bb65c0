import * as z from 'zod'
import { mayLoseText } from './erased-text.ts'
import { isSetAside } from './item-rules.ts'
import type { Ledger } from './ledger.ts'

/** Moments before which things of a kind are too old. */
export interface Horizons {
  files: number
  texts: number
  unsent: number
  tables: number
}

/** Rows of a table whose number is above the one and up to the other: what a look takes that must not take long. */
export interface Window {
  after: number
  to: number
}
const windowed = {
  items: 'SELECT max(seq) AS value FROM (SELECT seq FROM submissions WHERE seq > ? ORDER BY seq LIMIT ?)',
  files: 'SELECT max(id) AS value FROM (SELECT rowid AS id FROM attachments WHERE rowid > ? ORDER BY rowid LIMIT ?)',
  sources: 'SELECT max(id) AS value FROM (SELECT rowid AS id FROM draft_sources WHERE rowid > ? ORDER BY rowid LIMIT ?)',
} as const

const seqRow = z.object({ seq: z.number() })
const endRow = z.object({ value: z.number().nullable() })
const idRow = z.object({ id: z.string() })
const runRow = z.object({ id: z.number() })
const valueRow = z.object({ value: z.number() })

/** Nothing of the run waits or is of unknown outcome. */
const isResolved = /* sql */ `
  run.under_way = 0
  AND NOT EXISTS (SELECT 1 FROM submissions AS item WHERE item.run_id = run.id AND item.replaced_by IS NULL AND item.state = 'queued')
  AND NOT EXISTS (SELECT 1 FROM submissions AS item WHERE item.run_id = run.id AND item.replaced_by IS NULL
    AND item.state NOT IN ('queued', 'sending', 'sent') AND item.state IN ('held', 'unknown'))`

/** What of the ledger has been kept for long enough, some at a time. */
export function expiredRecords(ledger: Ledger) {
  const { db, reader } = ledger
  const ends = { items: db.prepare(windowed.items), files: db.prepare(windowed.files), sources: db.prepare(windowed.sources) }
  // Rows of runs that were kept here can still be sent in another round, as long as their table is there.
  const items = db.prepare(`
    SELECT seq FROM submissions AS item WHERE seq > :after AND seq <= :to AND ${mayLoseText} AND NOT ${isSetAside('item')}
      AND state_at < CASE WHEN state <> 'withdrawn' THEN :texts WHEN run_id IS NULL THEN :unsent ELSE :tables END`)
  const isNamed = (open: string) => /* sql */ `
    EXISTS (SELECT 1 FROM drafts WHERE attachment_id = file.id)
    OR EXISTS (SELECT 1 FROM draft_sources WHERE file_id = file.id)
    OR EXISTS (SELECT 1 FROM submissions AS item WHERE item.attachment_id = file.id AND ${open})`
  const files = db.prepare(`
    SELECT id FROM attachments AS file WHERE rowid > :after AND rowid <= :to AND gone_at IS NULL
      AND EXISTS (SELECT 1 FROM submissions WHERE attachment_id = file.id)
      AND NOT (${isNamed(`NOT (item.state IN ('sent', 'closed') AND item.state_at < :before)`)})`)
  const fileGone = db.prepare('UPDATE attachments SET gone_at = ? WHERE id = ?')
  const nobodys = db.prepare(`DELETE FROM attachments AS file WHERE id = ? AND NOT (${isNamed('TRUE')})`)
  const leftOver = db.prepare(`
    DELETE FROM attachments AS file WHERE rowid > :after AND rowid <= :to AND created_at < :before AND NOT (${isNamed('TRUE')})`)
  const drafts = db.prepare('DELETE FROM drafts WHERE deleted_at < ? RETURNING attachment_id AS id')
  // What waits, is unknown or was refused can come back as a draft, with all its files.
  const sources = db.prepare(`
    DELETE FROM draft_sources WHERE rowid > :after AND rowid <= :to
      AND NOT EXISTS (SELECT 1 FROM drafts WHERE drafts.id = draft_sources.draft_id) AND NOT EXISTS (
      SELECT 1 FROM submissions AS item WHERE item.draft_id = draft_sources.draft_id
        AND NOT (item.state = 'withdrawn' OR (item.state IN ('sent', 'closed') AND item.state_at < :before))) RETURNING file_id AS id`)
  const isNobodys = db.prepare(`SELECT 1 AS value FROM (SELECT ? AS id) AS file WHERE NOT (${isNamed('TRUE')})`)
  const runs = db.prepare(`
    SELECT id FROM bulk_runs AS run WHERE discarded = 0 AND state IN ('done', 'stopped') AND ended_at < ? AND ${isResolved}`)
  const names = db.prepare(`UPDATE bulk_runs AS run SET file_name = '' WHERE discarded = 1 AND file_name <> '' AND created_at < ?
    AND coalesce(ended_at, created_at) < ? AND ${isResolved}`)
  const get = db.prepare('SELECT value FROM upkeep WHERE name = ?')
  const set = db.prepare('INSERT INTO upkeep (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value')

  return {
    /** The windows of a table, one after the other. */
    *windows(of: keyof typeof windowed, size: number): Generator<Window> {
      for (let after = 0; ;) {
        const to = reader.made(endRow, ends[of], after, size)[0]?.value ?? null
        if (to === null) return
        yield { after, to }
        after = to
      }
    },
    /** Items within a window that have kept their text for long enough. */
    itemsWithin: ({ after, to }: Window, { texts, unsent, tables }: Horizons): number[] =>
      reader.made(seqRow, items, { after, to, texts, unsent, tables }).map(({ seq }) => seq),
    /** Files of disputes that arrived long enough ago, and that nothing else names. */
    filesWithin: ({ after, to }: Window, before: number): string[] =>
      reader.made(idRow, files, { after, to, before }).map(({ id }) => id),
    fileIsGone(id: string, at: number): void {
      fileGone.run(at, id)
    },
    /** Forgets the name of a file that nothing names any more; true where it is so, also where its name went before. */
    forgetFile(id: string): boolean {
      nobodys.run(id)
      return reader.made(valueRow, isNobodys, id).length > 0
    },
    /** Names of files that were taken off their draft. */
    forgetLeftOver({ after, to }: Window, before: number): void {
      leftOver.run({ after, to, before })
    },
    /** Drafts that were thrown away long enough ago; answers with their files. */
    eraseDrafts: (before: number): string[] => reader.made(idRow, drafts, before).map(({ id }) => id),
    /** Forgets what files were put together of, of drafts that are gone and of items that arrived long enough ago; those that nothing else names. */
    eraseSources({ after, to }: Window, before: number): string[] {
      const ids = new Set(reader.made(idRow, sources, { after, to, before }).map(({ id }) => id))
      return [...ids].filter((id) => reader.made(valueRow, isNobodys, id).length > 0)
    },
    /** Runs that are over, each with its table still there. */
    runs: (before: number): number[] => reader.made(runRow, runs, before).map(({ id }) => id),
    /** What the files were called that runs came from, once nothing else of them is left. */
    forgetRunNames(before: number): void {
      names.run(before, before)
    },
    /** What was noted of the upkeep itself: when it was done, how often a version began well. */
    upkeep: (name: string): number | null => reader.made(valueRow, get, name)[0]?.value ?? null,
    setUpkeep(name: string, value: number): void {
      set.run(name, value)
    },
  }
}
export type ExpiredRecords = ReturnType<typeof expiredRecords>
