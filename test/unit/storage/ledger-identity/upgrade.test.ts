import { copyFileSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { systemHost } from '#main/storage/ledger-identity/host.ts'
import { openOwnLedger } from '#main/storage/ledger-identity/open.ts'
import { migrations } from '#main/storage/migrations/index.ts'
import { FakeKeychain } from '#test/support/fake-keychain.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const versions = migrations.map((_, index) => index + 1)

const step = (db: DatabaseSync, version: number) =>
  db.exec(`BEGIN IMMEDIATE; ${migrations[version - 1]}; PRAGMA user_version = ${version}; COMMIT`)

/** What every version could hold: an account, a draft, an item that waits and one of unknown outcome with its try. */
function fill(db: DatabaseSync): void {
  const item = (id: string, state: string) => `
    INSERT INTO submissions (id, kind, account_id, account_name, environment, scope, state, state_at, created_at, payload, typed, subject, context, excerpt, test)
    VALUES ('${id}', 'note.create', 'a', 'Winkel', 'production', 'https://api.digiwallet.nl', '${state}', 1, 1, '{"kind":"note"}', '{}', '1', '', '', 0);`
  db.exec(`
    INSERT INTO accounts (id, settings, created_at) VALUES ('a', '{}', 1);
    INSERT INTO drafts (id, kind, account_id, fields, revision, created_at, updated_at) VALUES ('d', 'note', 'a', '{"text":"getypt"}', 1, 1, 1);
    ${item('waits', 'queued')} ${item('unknown', 'unknown')}
    INSERT INTO attempts (submission_id, number, started_at, progress, method, host, body_bytes) VALUES ('unknown', 1, 1, 'request-sent', 'POST', 'h', 1);`)
}

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
  onTestFinished(() => (own.ledger.db.isOpen ? own.close() : undefined))
  return own
}

async function folders() {
  const root = await temporaryFolder()
  for (const name of ['old', 'data']) mkdirSync(path.join(root, name))
  return { old: path.join(root, 'old', 'ledger.sqlite'), file: path.join(root, 'data', 'ledger.sqlite') }
}

async function expectKept(file: string): Promise<void> {
  const own = await opened(file)
  expect(await own.settle(true, () => undefined)).toBeNull()
  const { db } = own.ledger
  expect(db.prepare('PRAGMA user_version').get()).toEqual({ user_version: migrations.length })
  expect(db.prepare('SELECT id, state FROM submissions ORDER BY seq').all()).toEqual([
    { id: 'waits', state: 'queued' },
    { id: 'unknown', state: 'unknown' },
  ])
  expect(db.prepare('SELECT id, fields FROM drafts').all()).toEqual([{ id: 'd', fields: '{"text":"getypt"}' }])
  expect(db.prepare('SELECT submission_id, number FROM attempts').all()).toEqual([{ submission_id: 'unknown', number: 1 }])
}

test.each(versions)('a ledger of version %i keeps what it holds, and is no stranger', async (version) => {
  const { file } = await folders()
  const db = new DatabaseSync(file)
  for (let each = 1; each <= version; each += 1) step(db, each)
  fill(db)
  db.close()
  await expectKept(file)
})

test.each(versions.slice(0, -1).flatMap((from) => versions.filter((to) => to > from).map((to) => [from, to] as const)))(
  'an upgrade of version %i that a crash cut off at version %i, in the log alone, goes on',
  async (from, to) => {
    const { old, file } = await folders()
    const db = new DatabaseSync(old)
    for (let each = 1; each <= from; each += 1) step(db, each)
    fill(db)
    db.exec('PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0')
    for (let each = from + 1; each <= to; each += 1) step(db, each)
    for (const end of ['', '-wal']) copyFileSync(old + end, file + end)
    db.close()
    await expectKept(file)
  },
)
