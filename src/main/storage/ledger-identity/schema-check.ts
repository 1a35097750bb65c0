import { openDatabase, type Database } from '../database.ts'
import * as z from 'zod'
import { runMigrations } from '../migrations/index.ts'

/** The search index keeps tables of its own, whose text is SQLite's and may change with it. */
const objects = `
  SELECT type, name, tbl_name, CASE WHEN name LIKE 'submission\\_search\\_%' ESCAPE '\\' THEN '' ELSE coalesce(sql, '') END AS sql
  FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\' ORDER BY type, name`

const schemaOf = (db: Database): string => JSON.stringify(db.prepare(objects).all())

function expected(version: number): string {
  const db = openDatabase(':memory:')
  try {
    runMigrations(db, 0, version)
    return schemaOf(db)
  } finally {
    db.close()
  }
}

/**
 * Whether its tables are, letter by letter, those that this many migrations make: a flipped bit in a table's own definition
 * passes SQLite's checks and changes what may be stored.
 */
export const hasSchemaOf = (db: Database, version: number): boolean => schemaOf(db) === expected(version)

/** Whether there is nothing in it at all. */
export const isBlank = (db: Database): boolean =>
  z.object({ count: z.number() }).parse(db.prepare('SELECT count(*) AS count FROM sqlite_schema').get()).count === 0
