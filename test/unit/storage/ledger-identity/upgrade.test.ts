import { copyFileSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { openDatabase, type Database } from '#main/storage/database.ts'
import { expect, onTestFinished, test } from 'vitest'
import { systemHost } from '#main/storage/ledger-identity/host.ts'
import { createAnchor, folderKey } from '#main/storage/ledger-identity/anchor.ts'
import { openOwnLedger } from '#main/storage/ledger-identity/open.ts'
import { migrations, runMigrations } from '#main/storage/migrations/index.ts'
import { FakeKeychain } from '#test/support/fake-keychain.ts'
import { contentOf, makeOldLedger, missingFrom } from '#test/support/old-ledger.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const versions = migrations.map((_, index) => index + 1)

async function opened(file: string) {
  const root = path.dirname(path.dirname(file))
  const stateFolder = path.join(root, 'state')
  const own = await openOwnLedger({
    file,
    stateFolder,
    keychain: new FakeKeychain(),
    host: systemHost(stateFolder),
    questions: { startEmpty: () => Promise.resolve(false), takeOver: () => Promise.resolve(false) },
    now: Date.now,
    log: () => undefined,
  })
  onTestFinished(() => (own.ledger.db.open ? own.close() : undefined))
  return own
}

async function folders() {
  const root = await temporaryFolder()
  for (const name of ['old', 'data']) mkdirSync(path.join(root, name))
  return { old: path.join(root, 'old', 'ledger.sqlite'), file: path.join(root, 'data', 'ledger.sqlite') }
}

async function expectKept(file: string, before: ReturnType<typeof contentOf>): Promise<void> {
  const own = await opened(file)
  expect(await own.settle(true, () => undefined)).toBeNull()
  const { db } = own.ledger
  expect(db.prepare('PRAGMA user_version').get()).toEqual({ user_version: migrations.length })
  expect(db.prepare('PRAGMA foreign_key_check').all()).toEqual([])
  expect(missingFrom(contentOf(db), before)).toEqual([])
}

/** This computer has seen the ledger before, as it is. */
function remember(db: Database, file: string): void {
  const known = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'ledger_identity'").get()
  if (!known) return
  const { id, generation, mark } = db.prepare('SELECT id, generation, mark FROM ledger_identity').get() ?? {}
  const folder = path.dirname(file)
  const anchor = createAnchor(path.join(path.dirname(folder), 'state'), folderKey(folder))
  anchor.write({ id: String(id), generation: Number(generation), mark: String(mark) })
}

test.each(versions)('a ledger of version %i keeps what it holds, and is no stranger', async (version) => {
  const { file } = await folders()
  const db = openDatabase(file)
  makeOldLedger(db, version)
  remember(db, file)
  const before = contentOf(db)
  db.close()
  await expectKept(file, before)
})

/** Every step from the first version, and the next and the last one from each: all pairs with kills are `test:faults -- migrations`. */
const cuts = versions.flatMap((from) =>
  versions
    .filter((to) => to > from && (from === 1 || to === from + 1 || to === versions.length))
    .map((to) => [from, to] as const),
)

test.each(cuts)('an upgrade of version %i that a crash cut off at version %i, in the log alone, goes on', async (from, to) => {
  const { old, file } = await folders()
  const db = openDatabase(old)
  makeOldLedger(db, from)
  const before = contentOf(db)
  remember(db, file)
  db.exec('PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0')
  runMigrations(db, from, to)
  for (const end of ['', '-wal']) copyFileSync(old + end, file + end)
  db.close()
  await expectKept(file, before)
})
