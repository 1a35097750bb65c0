import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openLog } from '#main/log.ts'
import { knownSecrets } from '#main/redaction/known-secrets.ts'
import type { Database } from '#main/storage/database.ts'
import { tableRules } from '#main/storage/data-rules.ts'
import { fileRules, ruleOfFile } from '#main/storage/file-rules.ts'
import { openLedger } from '#main/storage/ledger.ts'
import { openPreferences } from '#main/storage/preferences.ts'
import { bulkDesk, disputeTable } from '#test/support/bulk-desk.ts'
import { answers } from '#test/support/played-vendor.ts'
import { pdf } from '#test/support/sample-files.ts'
import { nameElectronsFolder } from '#test/support/electron-folder.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

nameElectronsFolder()

/** What the schema has and no rule names, and the other way round. */
function unruled(db: Database): string[] {
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all()
  const names = tables.map(({ name }) => String(name))
  const missing = names.flatMap((table) => {
    const rule = tableRules[table]
    if (!rule) return [table]
    const columns = db.prepare('SELECT name, type FROM pragma_table_xinfo(?)').all(table)
    const texts = columns.filter(({ type }) => type !== 'INTEGER').map(({ name }) => String(name))
    const own = table === 'submission_search' ? ['submission_search', 'rank'] : []
    const known = new Set([...rule.person, ...rule.plain, ...own])
    const there = new Set(columns.map(({ name }) => String(name)))
    return [
      ...texts.filter((column) => !known.has(column)).map((column) => `${table}.${column}`),
      ...[...rule.person, ...rule.plain]
        .filter((column) => !there.has(column))
        .map((column) => `${table}.${column} is not there`),
    ]
  })
  return [...missing, ...Object.keys(tableRules).filter((table) => !names.includes(table))]
}

/** Files below a root that no rule names. */
const unruledFiles = (root: 'data' | 'state', folder: string, under = (name: string) => !name.startsWith('state')): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter(under)
    .filter((name) => ruleOfFile(root, name) === null)

/** Nobody else of this computer may read it: on Windows the folder of the person sees to that. */
function isOnesOwn(file: string): boolean {
  const stat = statSync(file)
  return process.platform === 'win32' || (stat.mode & 0o777) === (stat.isDirectory() ? 0o700 : 0o600)
}

test('every table and column of the ledger has its rule, and one that has none is named', async () => {
  const ledger = openLedger(path.join(await temporaryFolder(), 'ledger.sqlite'))
  expect(unruled(ledger.db)).toEqual([])
  ledger.db.exec('CREATE TABLE callers (phone TEXT) STRICT; ALTER TABLE drafts ADD COLUMN phone TEXT')
  expect(unruled(ledger.db).toSorted()).toEqual(['callers', 'drafts.phone'])
  ledger.close()
})

test('every file that a tour leaves in the folders has its rule, and one that has none is named', async () => {
  const desk = await bulkDesk()
  const preferences = await openPreferences({ folder: desk.folder })
  preferences.setLastFolder('file', '/home/jan')
  openLog(path.join(desk.folder, 'logs'), knownSecrets()).info('begun')
  desk.vendor.answer = () => answers.accepts()
  await desk.desk.start()
  await desk.fileNote(1)
  const files = path.join(await temporaryFolder(), 'files')
  mkdirSync(files)
  writeFileSync(path.join(files, 'bon.pdf'), pdf())
  desk.choices.files = files
  await desk.checked(disputeTable({ invoice: 'F-2', file: 'bon.pdf' }), 'disputes')
  await desk.started(disputeTable({ invoice: 'F-1' }), 'disputes')
  await desk.desk.handlers.drafts.create({ kind: 'note', accountId: await desk.account('notes') })

  const seen = readdirSync(desk.folder, { recursive: true, encoding: 'utf8' })
  expect(seen).toEqual(expect.arrayContaining(['ledger.sqlite', 'preferences.json', path.join('logs', 'balie.log')]))
  expect(unruledFiles('data', desk.folder)).toEqual([])
  expect(unruledFiles('state', path.join(desk.folder, 'state'), () => true)).toEqual([])
  expect(seen.filter((name) => !isOnesOwn(path.join(desk.folder, name)))).toEqual([])
  writeFileSync(path.join(desk.folder, 'callers.json'), '[]')
  writeFileSync(path.join(desk.folder, 'state', 'callers.json'), '[]')
  expect(unruledFiles('data', desk.folder)).toEqual(['callers.json'])
  expect(unruledFiles('state', path.join(desk.folder, 'state'), () => true)).toEqual(['callers.json'])
})

/** A file of each rule, as it is called there. */
const examples = [
  ['ledger.sqlite.before-9', 'two-good-starts'],
  ['set-aside-2026-11-27T10-00-00-000Z/ledger.sqlite', 'in-use'],
  ['replaced-2026-11-27T10-00-00-000Z/attachments/a1.sealed', 'a-week'],
  ['restoring/ledger.sqlite', 'the-session'],
  ['backup.snapshot', 'the-session'],
  ['ledger.sqlite.keys', 'in-use'],
  ['attachments/removed/2026-11-27/a1.sealed', 'a-week'],
  ['preferences.broken-2026-11-27T10-00-00-000Z.json', 'logs'],
  ['runs/12.table', 'tables'],
  ['runs/table-12.sealed', 'tables'],
  ['Local Storage/leveldb/000003.log', 'the-session'],
  ['Network/Cookies', 'the-session'],
  ['ledger.sqlite-wal', 'texts'],
  ['ledger.sqlite.resealed', 'the-session'],
  ['attachments/a1.sealed', 'files'],
  ['opened/bon.pdf', 'the-session'],
  ['preferences.json', 'in-use'],
  ['logs/balie.log', 'logs'],
  ['SingletonLock', 'in-use'],
] as const

test.each(examples)('what comes into a data folder has its rule: %s', (name, kept) => {
  expect(ruleOfFile('data', name)?.kept).toBe(kept)
})

test('each rule of a file has one that it is for, and no other comes first', () => {
  const used = new Set(examples.map(([name]) => ruleOfFile('data', name)?.is))
  expect(fileRules.filter(({ root, is }) => root === 'data' && !used.has(is)).map(({ is }) => is)).toEqual([])
})

test('what can hold something of a customer says how it is erased', () => {
  const holding = Object.entries(tableRules).filter(([, { person }]) => person.length > 0)
  expect(holding.filter(([, { erase }]) => erase === 'none').map(([name]) => name)).toEqual([])
  expect(fileRules.filter(({ handOver, erase }) => handOver !== 'none' && erase === 'none')).toEqual([])
})
