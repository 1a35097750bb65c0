import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { accountRecords } from '#main/storage/account-records.ts'
import { draftRecords } from '#main/storage/draft-records.ts'
import { LedgerDamaged, LedgerTooNew, openLedger } from '#main/storage/ledger.ts'
import { emptyNote } from '#shared/domain/draft.ts'
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
    const db = new DatabaseSync(file)
    db.exec('PRAGMA user_version = 999')
    db.close()
    expect(() => openLedger(file)).toThrow(LedgerTooNew)
  })

  test('commits reach the disk before they return', () => {
    const { db, close } = openLedger(file)
    expect(db.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 })
    expect(db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' })
    close()
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
