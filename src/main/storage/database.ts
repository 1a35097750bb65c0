import { createRequire } from 'node:module'
import { markOfKey, type LedgerKey } from './ledger-key.ts'

/** What SQLite keeps in a cell. Bytes come back as a Buffer. */
export type SqlValue = string | number | bigint | Uint8Array | null
/** What a statement takes for a parameter. */
export type SqlInput = SqlValue
export type Row = Record<string, SqlValue>
/** By position, or all by name. */
export type SqlInputs = readonly SqlInput[] | readonly [Record<string, SqlInput>]

export interface Statement {
  run(...values: SqlInputs): { changes: number; lastInsertRowid: number | bigint }
  get(...values: SqlInputs): Row | undefined
  all(...values: SqlInputs): Row[]
  iterate(...values: SqlInputs): IterableIterator<Row>
  /** Whole numbers as bigint from here on: larger ones than JavaScript knows exactly are rounded otherwise. */
  safeIntegers(on: boolean): this
}

/** A connection to one file. Foreign keys hold, unless it is told otherwise. */
export interface Database {
  readonly name: string
  readonly open: boolean
  readonly inTransaction: boolean
  prepare(sql: string): Statement
  exec(sql: string): this
  /** Plays a module of virtual tables, on this connection alone. */
  table(name: string, module: () => { columns: string[]; rows(): Generator<never> }): this
  /** On, even what SQLite itself keeps may be changed, such as how a table is defined. */
  unsafeMode(on: boolean): this
  close(): this
  key(key: Buffer): number
}

export interface DatabaseOptions {
  /** What its pages are sealed under; null for a file that lies open. */
  key?: LedgerKey | null
  readonly?: boolean
  fileMustExist?: boolean
}

type Constructor = new (file: string, options: Omit<DatabaseOptions, 'key'> & { timeout: number }) => Database

/** Each page by itself, with a nonce of its own and a tag that tells when a byte was changed. */
const cipher = 'aegis'

/** How long a connection waits for another one that writes. */
const timeoutMs = 5000

let loaded: Constructor | null = null

/**
 * The library of this system alone: its common entry asks Node for a whole report first, to tell one C library from another.
 * It is Node-API, so that one file serves Node and Electron, and crashes where Node is too old for it.
 */
function load(): Constructor {
  if (Number(process.versions.node.split('.')[0]) < 22)
    throw new Error(`The ledger needs Node 22 or newer, and this is ${process.versions.node}. Start it through npm.`)
  const name = `better-sqlite3-multiple-ciphers/${process.platform}-${process.arch}`
  return createRequire(import.meta.url)(name) as Constructor
}

/** A raw key as SQLite takes it: used as it is, with nothing derived from it; the mark is for a file that is new. */
export const rawKey = (key: LedgerKey): Buffer => Buffer.concat([Buffer.from('raw:'), key, markOfKey(key)])

/** Opens a file with SQL in it; `:memory:` is one that is gone with its connection. */
export function openDatabase(file: string, { key = null, ...options }: DatabaseOptions = {}): Database {
  loaded ??= load()
  const db = new loaded(file, { ...options, timeout: timeoutMs })
  try {
    // SECURITY: what SQLite sorts or keeps for a moment outside its file stays in memory; no temporary file is ever sealed.
    db.exec(`PRAGMA temp_store = MEMORY; PRAGMA cipher = '${cipher}'`)
    if (key) db.key(rawKey(key))
    return db
  } catch (error) {
    db.close()
    throw error
  }
}
