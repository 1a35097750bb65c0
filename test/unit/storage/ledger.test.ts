import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openDatabase } from '#main/storage/database.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { accountRecords } from '#main/storage/account-records.ts'
import { draftRecords } from '#main/storage/draft-records.ts'
import { LedgerDamaged, LedgerTooNew } from '#main/storage/ledger-failures.ts'
import { joinLedger, openLedger } from '#main/storage/ledger.ts'
import { attachmentRecords } from '#main/storage/attachment-records.ts'
import { migrations } from '#main/storage/migrations/index.ts'
import { emptyNote } from '#shared/vendors/digiwallet/sale-note.ts'
import { testAccount } from '#test/support/desk.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'balie-ledger-'))
  file = path.join(folder, 'ledger.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('opening', () => {
  test('a file that is no database is left as it is and named', () => {
    writeFileSync(file, 'not a database, but somebody’s text that must survive'.repeat(100))
    expect(() => openLedger(file)).toThrow(LedgerDamaged)
    expect(readdirSync(folder)).toContain('ledger.sqlite')
  })

  test('a ledger of a newer version is not touched', () => {
    openLedger(file).close()
    const db = openDatabase(file)
    db.exec('PRAGMA user_version = 999')
    db.close()
    expect(() => openLedger(file)).toThrow(LedgerTooNew)
  })

  const flipped = (from: string, to: string) => () => {
    openLedger(file).close()
    const bytes = readFileSync(file)
    const at = bytes.indexOf(from)
    expect(at).toBeGreaterThan(0)
    bytes.write(to, at, 'latin1')
    writeFileSync(file, bytes)
  }
  const changed = (sql: string) => () => {
    openLedger(file).close()
    const db = openDatabase(file)
    db.exec(sql)
    db.close()
  }
  const foreign = (version: number) => () => {
    const db = openDatabase(file)
    db.exec(`CREATE TABLE moz_places (id INTEGER PRIMARY KEY); PRAGMA user_version = ${version}`)
    db.close()
  }
  const logAlone = (main: Uint8Array | null) => () => {
    const { db, close } = openLedger(file)
    const log = readFileSync(`${file}-wal`)
    expect(log.length).toBeGreaterThan(0)
    expect(db.open).toBe(true)
    close()
    rmSync(file)
    if (main) writeFileSync(file, main)
    writeFileSync(`${file}-wal`, log)
  }

  test.each<[string, () => void]>([
    ['a folder', () => mkdirSync(file)],
    ['a text of 20 bytes', () => writeFileSync(file, 'twenty bytes of text')],
    ['a database of another program, of no version', foreign(0)],
    ['a database of another program, of a version like ours', foreign(2)],
    ['a database of another program, of a high version', foreign(57)],
    ['a ledger that says it is of version 0', changed('PRAGMA user_version = 0')],
    ['a ledger that says it is of version -1', changed('PRAGMA user_version = -1')],
    ['a ledger that says it is of an earlier version', changed('PRAGMA user_version = 2')],
    ['a ledger of another program by its number', changed('PRAGMA application_id = 7')],
    ['a ledger with a table too few', changed('DROP TABLE decisions')],
    ['a flipped byte in the word TABLE', flipped('CREATE TABLE submissions', 'CREATE TABLF submissions')],
    ['a flipped byte in a column', flipped('attempt_count INTEGER', 'attempt_coune INTEGER')],
    ['a flipped byte in a rule of a table', flipped("'rejected', 'held', 'unknown'", "'rejected', 'helt', 'unknown'")],
    ['nothing but a log', logAlone(null)],
    ['an empty file and a log', logAlone(new Uint8Array())],
  ])('%s is called damaged, and every byte stays', (_what, make) => {
    make()
    const bytes = () =>
      readdirSync(folder)
        .filter((name) => !name.endsWith('-shm') && statSync(path.join(folder, name)).isFile())
        .map((name) => [
          name,
          createHash('sha256')
            .update(readFileSync(path.join(folder, name)))
            .digest('hex'),
        ])
    const before = bytes()
    expect(() => openLedger(file)).toThrow(LedgerDamaged)
    expect(bytes()).toEqual(before)
  })

  test.each<[string, () => void]>([
    ['no file', () => undefined],
    ['an empty file', () => writeFileSync(file, '')],
    [
      'a file with nothing but its header',
      () => {
        const db = openDatabase(file)
        db.exec('PRAGMA journal_mode = WAL')
        db.close()
      },
    ],
  ])('%s, as a crash at the first start leaves it, becomes a ledger', (_what, make) => {
    make()
    const { db, close } = openLedger(file)
    expect(db.prepare('PRAGMA user_version').get()).toEqual({ user_version: migrations.length })
    close()
  })

  test('every connection has its commits flushed by the drive itself', () => {
    const first = openLedger(file)
    for (const { db, close } of [joinLedger(file, null, 'FULL'), joinLedger(file, null, 'NORMAL'), first]) {
      expect(db.prepare('PRAGMA fullfsync').get()).toEqual({ fullfsync: 1 })
      expect(db.prepare('PRAGMA checkpoint_fullfsync').get()).toEqual({ checkpoint_fullfsync: 1 })
      close()
    }
  })

  test('commits reach the disk before they return', () => {
    const { db, close } = openLedger(file)
    expect(db.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 })
    expect(db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' })
    close()
  })
})

describe('an upgrade', () => {
  const backup = () => `ledger.sqlite.before-${migrations.length}`
  beforeEach(() => {
    const db = openDatabase(file)
    db.exec(`${migrations[0]}; PRAGMA user_version = 1`)
    db.exec(`INSERT INTO accounts (id, settings, created_at) VALUES ('a', '{}', 1)`)
    db.close()
  })

  test('keeps the ledger as it was, whole, beside the new one', () => {
    openLedger(file).close()
    const db = openDatabase(path.join(folder, backup()))
    expect(db.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
    expect(db.prepare('PRAGMA user_version').get()).toEqual({ user_version: 1 })
    expect(db.prepare('SELECT id FROM accounts').all()).toEqual([{ id: 'a' }])
    db.close()
  })

  test('keeps the files that were attached before it was looked at whether they open', () => {
    const before = openDatabase(file)
    before.exec(
      `INSERT INTO attachments (id, name, format, bytes, sha256, sealed, created_at) VALUES ('f', 'bon.pdf', 'pdf', 3, '', 1, 1)`,
    )
    before.close()
    const ledger = openLedger(file)
    expect(attachmentRecords(ledger).get('f')).toMatchObject({ name: 'bon.pdf', bytes: 3, doubt: null })
    ledger.close()
  })

  test('makes the copy anew where a crash left half of one', () => {
    writeFileSync(path.join(folder, `${backup()}.part`), 'half of a database')
    openLedger(file).close()
    expect(readdirSync(folder).toSorted()).toEqual(['ledger.sqlite', backup()])
  })

  test('does nothing to a ledger that it cannot copy first', () => {
    mkdirSync(path.join(folder, `${backup()}.part`, 'in the way'), { recursive: true })
    expect(() => openLedger(file)).toThrow('EISDIR')
    const db = openDatabase(file)
    expect(db.prepare('PRAGMA user_version').get()).toEqual({ user_version: 1 })
    db.close()
  })
})

describe('a transaction', () => {
  test('that fails leaves nothing behind', () => {
    const ledger = openLedger(file)
    const accounts = accountRecords(ledger)
    expect(() =>
      ledger.transaction(() => {
        accounts.save(testAccount('a', 'billink'))
        throw new Error('half way')
      }),
    ).toThrow('half way')
    expect(accounts.list()).toEqual([])
    ledger.close()
  })
})

describe('drafts', () => {
  test('an older save does not overwrite a newer one', () => {
    const ledger = openLedger(file)
    accountRecords(ledger).save(testAccount('a', 'digiwallet'))
    const drafts = draftRecords(ledger)
    const times = { createdAt: 1, updatedAt: 1 }
    drafts.insert({
      id: 'd',
      kind: 'note',
      accountId: 'a',
      attachmentId: null,
      refusal: null,
      sourceId: null,
      revision: 1,
      fields: emptyNote,
      ...times,
    })
    expect(drafts.saveFields('d', 1, { ...emptyNote, text: 'nieuw' }, 2)).toBe(true)
    expect(drafts.saveFields('d', 1, { ...emptyNote, text: 'oud' }, 3)).toBe(false)
    expect(drafts.get('d')).toMatchObject({ revision: 2, fields: { text: 'nieuw' } })
    ledger.close()
  })

  test('survive a restart, and a deletion can be undone', () => {
    const first = openLedger(file)
    accountRecords(first).save(testAccount('a', 'digiwallet'))
    const times = { createdAt: 1, updatedAt: 1 }
    const fields = { ...emptyNote, text: '  Überfactuur 💶\n' }
    draftRecords(first).insert({
      id: 'd',
      kind: 'note',
      accountId: 'a',
      attachmentId: null,
      refusal: null,
      sourceId: null,
      revision: 1,
      fields,
      ...times,
    })
    draftRecords(first).remove('d', 5)
    first.close()
    const second = openLedger(file)
    const drafts = draftRecords(second)
    expect(drafts.get('d')).toBeNull()
    drafts.restore('d')
    expect(drafts.get('d')?.fields).toEqual(fields)
    second.close()
  })
})
