import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Database } from '#main/storage/database.ts'
import { openLedgerFile } from '#test/support/ledger-file.ts'
import { createAnchor, folderKey } from '#main/storage/ledger-identity/anchor.ts'
import { migrations } from '#main/storage/migrations/index.ts'
import { contentOf, makeOldLedger, missingFrom, oldLedgerAt } from '#test/support/old-ledger.ts'
import { inFolder, startChild } from '../harness/children.ts'
import { withLedgerCopy } from '../harness/ledger-copy.ts'
import { injecting } from '../harness/strace.ts'
import type { MigratingEvent, MigratingOrders } from './migrating-child.ts'
import { openAndLook, type Found, type Place } from './opening.ts'

type Content = ReturnType<typeof contentOf>

/** A ledger of an earlier version, with what people could have in it; of version 0 there is none yet. */
interface Scene extends Place {
  version: number
  file: string
  before: Content
}

const script = path.join(import.meta.dirname, 'migrating-child.ts')

function readFile<T>(file: string, read: (db: Database) => T): T {
  const db = openLedgerFile(file, { readonly: true })
  try {
    return read(db)
  } finally {
    db.close()
  }
}

const versionOf = (db: Database) => Number(db.prepare('PRAGMA user_version').get()?.['user_version'])
const integrityOf = (db: Database) => String(db.prepare('PRAGMA integrity_check').get()?.['integrity_check'])

/** A ledger that says who it is, and the computer that remembers it. */
function remember(db: Database, { folder, stateFolder }: Place): void {
  const { id, generation, mark } = db.prepare('SELECT id, generation, mark FROM ledger_identity').get() ?? {}
  const record = { id: String(id), generation: Number(generation), mark: String(mark) }
  createAnchor(stateFolder, folderKey(folder)).write(record)
}

function sceneIn(root: string, version: number): Scene {
  const [folder, stateFolder] = [path.join(root, 'data'), path.join(root, 'state')]
  mkdirSync(folder)
  const place = { folder, stateFolder, now: oldLedgerAt + 60_000 }
  const file = path.join(folder, 'ledger.sqlite')
  if (version === 0) return { ...place, version, file, before: new Map() }
  const db = openLedgerFile(file)
  db.exec('PRAGMA journal_mode = WAL')
  makeOldLedger(db, version)
  const before = contentOf(db)
  if (before.size > 0 && db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'ledger_identity'").get()) remember(db, place)
  db.close()
  return { ...place, version, file, before }
}

/**
 * What was under way when the earlier version ended is of unknown outcome from now on, and how far the search index is filled moves on
 * with the work; all else is as it was.
 */
function lost(after: Content, before: Content): string[] {
  const isUnderWay = (row: Record<string, unknown>) => row['id'] === 'under-way'
  const stays: Record<string, (row: Record<string, unknown>) => boolean> = {
    submissions: (row) => !isUnderWay(row),
    upkeep: ({ name }) => name !== 'search-index',
  }
  const rest = new Map([...before].map(([name, rows]) => [name, rows.filter(stays[name] ?? (() => true))]))
  const missing = missingFrom(after, rest)
  const interrupted = before.has('submissions') ? after.get('submissions')?.find(isUnderWay) : undefined
  if (before.has('submissions') && interrupted?.['state'] !== 'unknown')
    missing.push(`under way: ${String(interrupted?.['state'])}`)
  return missing
}

/** What the crash left on disk: one version or another, whole, with all that was in it. */
function leftBehind({ folder, before, version }: Scene): string[] {
  return withLedgerCopy(folder, (file) => {
    if (!existsSync(file)) return version === 0 ? [] : ['the ledger is gone']
    const db = openLedgerFile(file)
    try {
      const [integrity, at] = [integrityOf(db), versionOf(db)]
      const problems = integrity === 'ok' ? [] : [`integrity: ${integrity}`]
      if (at < version || at > migrations.length) problems.push(`left at version ${at}`)
      const missing = missingFrom(contentOf(db), new Map([...before].filter(([name]) => name !== 'submissions')))
      return [...problems, ...missing.map((text) => `after the crash, ${text}`)]
    } finally {
      db.close()
    }
  })
}

/** The copy that an upgrade makes first, whole and of the version that was there. */
function backupProblems({ folder, version, before }: Scene): string[] {
  const name = readdirSync(folder).find((entry) => /\.before-\d+$/.test(entry))
  const isUpgrade = version > 0 && version < migrations.length
  if (!name) return isUpgrade ? ['no copy was made first'] : []
  return readFile(path.join(folder, name), (db) => {
    const problems = integrityOf(db) === 'ok' ? [] : ['the copy is not whole']
    if (isUpgrade && versionOf(db) !== version) problems.push(`the copy is of version ${versionOf(db)}`)
    return [...problems, ...missingFrom(contentOf(db), before).map((text) => `in the copy, ${text}`)]
  })
}

const expectedOf = ({ before, version }: Scene): Found => {
  const count = (table: string, holds: (row: Record<string, unknown>) => boolean = () => true) =>
    (before.get(table) ?? []).filter(holds).length
  return {
    drafts: count('drafts', ({ id }) => id !== 'damaged'),
    items: count('submissions'),
    // Of single items; the one that was under way is one of them from now on.
    unknown: version === 0 ? 0 : 2,
    runs: count('bulk_runs'),
    damaged: 0,
    doubt: null,
  }
}

/** After a start there is nothing left in the folder that anyone can read: the ledger and its copies are sealed. */
function readableIn({ folder, version }: Scene): string[] {
  if (version === 0) return []
  const files = readdirSync(folder).filter((name) => name.startsWith('ledger.sqlite'))
  const open = files.filter((name) => readFileSync(path.join(folder, name)).includes('zoe@example.nl'))
  return open.map((name) => `${name} can be read by anyone`)
}

/** The next start: it opens, finds everything, and has no doubt about what it finds. */
async function nextStart(scene: Scene): Promise<string[]> {
  const found = await openAndLook(scene)
  const expected = expectedOf(scene)
  const seen = JSON.stringify(found) === JSON.stringify(expected) ? [] : [`found ${JSON.stringify(found)}`]
  return readFile(scene.file, (db) => {
    const problems = versionOf(db) === migrations.length ? [] : [`opened as version ${versionOf(db)}`]
    return [...seen, ...problems, ...lost(contentOf(db), scene.before), ...backupProblems(scene), ...readableIn(scene)]
  })
}

/** A kill, and what was wrong afterwards. */
export interface MigrationRound {
  killed: boolean
  problems: string[]
}

async function live(scene: Scene, dieAt: number | null, wrapper: readonly string[] = []) {
  const events: MigratingEvent[] = []
  const { folder, stateFolder, now } = scene
  const orders: MigratingOrders = { folder, stateFolder, now, dieAt }
  const child = startChild(script, orders, (event) => void events.push(event as MigratingEvent), { wrapper })
  return { ...(await child.ended), events }
}

async function killed(version: number, how: { dieAt: number } | { nth: number }): Promise<MigrationRound> {
  return await inFolder(async (root) => {
    const scene = sceneIn(root, version)
    const copies = [`.before-${migrations.length}.part`, '.resealing', '.resealing-journal', '.resealed']
    const paths = ['', '-wal', '-shm', '-journal', ...copies].map((end) => scene.file + end)
    const calls = ['pwrite64', 'fsync', 'fdatasync', 'ftruncate', 'unlink', 'rename']
    const end =
      'nth' in how
        ? await live(scene, null, injecting({ calls, paths, effect: 'SIGKILL', nth: how.nth }))
        : await live(scene, how.dieAt)
    // strace ends as the program that it follows did.
    const wasKilled = end.signal === 'SIGKILL' || end.code === 137
    if (!wasKilled && end.code !== 0) return { killed: false, problems: [`ended with ${end.code}: ${end.stderr.slice(0, 500)}`] }
    try {
      const problems = [...leftBehind(scene), ...(await nextStart(scene))]
      return { killed: wasKilled, problems }
    } catch (error) {
      return { killed: wasKilled, problems: [String(error)] }
    }
  })
}

/** The steps that a start takes with a ledger of this version; what it says of each is for the report. */
export const stepsOf = (version: number): Promise<string[]> =>
  inFolder(async (root) => {
    const { code, stderr, events } = await live(sceneIn(root, version), null)
    if (code !== 0) throw new Error(`A start with version ${version} ended with ${code}: ${stderr}`)
    return events.flatMap((event) => (event.type === 'step' ? [event.text] : []))
  })

/** Killed at this step of the start. */
export const stepRound = (version: number, dieAt: number): Promise<MigrationRound> => killed(version, { dieAt })

/** Killed instead of the `nth` write, flush, removal or rename of the ledger's files. */
export const writeRound = (version: number, nth: number): Promise<MigrationRound> => killed(version, { nth })
