import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { narrowingSchema, type SavedSearch } from '#shared/domain/history-narrowing.ts'
import { jsonColumn } from './columns.ts'
import type { Ledger } from './ledger.ts'

const rowSchema = z
  .object({ id: z.string(), name: z.string(), filter: jsonColumn(narrowingSchema) })
  .transform(({ filter, ...row }): SavedSearch => ({ ...row, narrowing: filter }))

/** Searches that a person gave a name. One that an earlier or later Balie wrote in another way is set aside. */
export function savedSearches({ db, reader, transaction }: Ledger) {
  const all = db.prepare('SELECT id, name, filter FROM saved_searches ORDER BY name COLLATE NOCASE')
  const insert = db.prepare('INSERT INTO saved_searches (id, name, filter, created_at) VALUES (?, ?, ?, ?)')
  const replace = db.prepare('UPDATE saved_searches SET filter = ? WHERE name = ? COLLATE NOCASE')
  const remove = db.prepare('DELETE FROM saved_searches WHERE id = ?')
  return {
    list: (): SavedSearch[] => reader.all('saved_searches', rowSchema, all),
    /** Under a name that there is already it takes that one's place. */
    save({ name, narrowing }: Omit<SavedSearch, 'id'>, at: number): void {
      const stored = JSON.stringify(narrowing)
      transaction(() => {
        if (replace.run(stored, name).changes === 0) insert.run(randomUUID(), name, stored, at)
      })
    },
    forget: (id: string): void => void transaction(() => remove.run(id)),
  }
}
export type SavedSearches = ReturnType<typeof savedSearches>
