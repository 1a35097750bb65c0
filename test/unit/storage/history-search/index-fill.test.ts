import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { HistoryFilter } from '#shared/domain/history-filter.ts'
import { openDatabase, type Database } from '#main/storage/database.ts'
import { indexFiller } from '#main/storage/history-search/index-filler.ts'
import { historySearch } from '#main/storage/history-search/search.ts'
import { threadSearcher } from '#main/storage/history-search/searcher.ts'
import { openLedger } from '#main/storage/ledger.ts'
import { runMigrations } from '#main/storage/migrations/index.ts'
import { emptySearchIndex } from '#main/storage/migrations/0019-search-index.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const everything: HistoryFilter = { search: '', kinds: [], states: [] }
const fileOf = async () => path.join(await temporaryFolder(), 'ledger.sqlite')

/** Files items as the desk does: one after another, each by a statement of its own. */
function filing(db: Database) {
  db.exec("PRAGMA synchronous = OFF; INSERT INTO accounts (id, settings, created_at) VALUES ('a', '{}', 1)")
  const insert = db.prepare(`
    INSERT INTO submissions (id, kind, account_id, account_name, environment, scope, state, state_at, created_at, payload, typed, subject, context, excerpt, test)
    VALUES (?, 'dispute.create', 'a', 'Winkel', 'production', 'https://x.nl', 'queued', 1, ?, '{}', '{}', ?, ?, ?, 0)`)
  return (at: number, text = 'hallo') => insert.run(`item-${at}`, at, `F-2026-${at}`, 'Zoë Jansen', text)
}
const found = (db: Database, search: string) => historySearch(db).all({ ...everything, search }, 10_000).length
const damage = (db: Database) => {
  db.unsafeMode(true)
  db.exec("UPDATE submission_search_data SET block = x'0102030405' WHERE id > 1")
  db.unsafeMode(false)
}

test.each([1, 2, 3, 4])('the index stays whole, whatever is put into it, replaced and erased together (%i)', (start) => {
  const db = openDatabase(':memory:')
  runMigrations(db, 0)
  const add = db.prepare('INSERT INTO submission_search (rowid, text) VALUES (?, ?)')
  const replace = db.prepare('INSERT OR REPLACE INTO submission_search (rowid, text) VALUES (?, ?)')
  const erase = db.prepare('DELETE FROM submission_search WHERE rowid = ?')
  let seed = start
  const any = (below: number) => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) % below
  const word = () => Array.from({ length: 3 + any(12) }, () => 'abcde'[any(5)]).join('')
  const texts = new Map<number, string>()
  const known = () => [...texts.keys()][any(texts.size)] ?? 0
  let last = 0
  for (let at = 0; at < 400; at += 1) {
    const what = any(10)
    const together = any(3) === 0 ? 1 + any(5) : 1
    if (together > 1) db.exec('BEGIN')
    for (let done = 0; done < together; done += 1) {
      if (what < 5 || texts.size === 0) {
        texts.set((last += 1), `${word()} ${word()}`)
        add.run(last, texts.get(last) ?? '')
      } else if (what < 9) {
        const seq = known()
        texts.set(seq, any(2) > 0 ? `${texts.get(seq)}x${word()}` : word())
        replace.run(seq, texts.get(seq) ?? '')
      } else {
        const seq = known()
        erase.run(seq)
        texts.delete(seq)
      }
    }
    if (together > 1) db.exec('COMMIT')
  }
  expect(() => db.exec("INSERT INTO submission_search (submission_search) VALUES ('integrity-check')")).not.toThrow()
  const hits = db.prepare('SELECT rowid FROM submission_search WHERE submission_search MATCH ?')
  for (const letters of ['abc', 'aaa', 'eed', 'cab'])
    expect(hits.all(letters).map(({ rowid }) => rowid)).toEqual(
      [...texts].flatMap(([seq, text]) => (text.includes(letters) ? [seq] : [])).toSorted((one, other) => one - other),
    )
  db.close()
})

describe('a damaged index', () => {
  test('keeps nothing from being filed, and is made anew', async () => {
    const ledger = openLedger(await fileOf())
    const { db } = ledger
    const file = filing(db)
    for (let at = 1; at <= 60; at += 1) file(at)
    damage(db)
    expect(() => ledger.transaction(() => db.exec("UPDATE submissions SET state = 'sent'"))).not.toThrow()
    const due: (() => void)[] = []
    const filler = indexFiller(ledger, (_, call) => due.push(call), expect.unreachable)
    filler.start()
    while (due.length > 0) due.shift()?.()
    expect(found(db, 'zoë jansen')).toBe(60)
    ledger.close()
  })

  test('is noticed by a search, which says how much it does not find yet', async () => {
    const file = await fileOf()
    const ledger = openLedger(file)
    const put = filing(ledger.db)
    for (let at = 1; at <= 300; at += 1) put(at)
    damage(ledger.db)
    const due: (() => void)[] = []
    const filler = indexFiller(ledger, (_, call) => due.push(call), expect.unreachable)
    const searcher = threadSearcher(file, null, () => filler.anew())
    const asked = { filter: { ...everything, search: 'zoë jansen' }, after: null, limit: 500 }
    const first = await searcher.page(asked)
    expect({ found: first.found.length, notIndexed: first.notIndexed }).toEqual({ found: 50, notIndexed: 250 + 1 })
    // What is narrowed by is in the items themselves, and found without the index.
    expect(await searcher.all({ ...everything, states: ['queued'] }, 500)).toHaveLength(300)
    while (due.length > 0) due.shift()?.()
    const whole = await searcher.page(asked)
    expect({ found: whole.found.length, notIndexed: whole.notIndexed }).toEqual({ found: 300, notIndexed: 0 })
    await searcher.close()
    ledger.close()
  })
})

test('what is filed or moves on while the index is filled is in it once', async () => {
  const ledger = openLedger(await fileOf())
  const { db } = ledger
  const file = filing(db)
  for (let at = 1; at <= 120; at += 1) file(at)
  db.exec(emptySearchIndex)
  const due: (() => void)[] = []
  const filler = indexFiller(ledger, (_, call) => due.push(call), expect.unreachable)
  filler.start()
  db.exec("UPDATE submissions SET state = 'sent' WHERE seq IN (3, 119)")
  file(121)
  while (due.length > 0) due.shift()?.()
  expect(found(db, 'zoë jansen')).toBe(121)
  expect(db.prepare('SELECT count(*) AS rows FROM submission_search').get()).toEqual({ rows: 121 })
  ledger.close()
})

test('a search that was typed over is left for the newer one; another line and further pages go on', async () => {
  const file = await fileOf()
  const ledger = openLedger(file)
  filing(ledger.db)(1)
  const searcher = threadSearcher(file, null)
  const page = (search: string) => ({ filter: { ...everything, search }, after: null, limit: 50 })
  const typed = ['z', 'zo', 'zoë'].map((search) => searcher.page(page(search), 'list'))
  const others = [searcher.page(page('zoë'), 'palette'), searcher.page({ ...page('zoë'), after: { seq: 9, key: null } }, 'list')]
  expect((await Promise.allSettled(typed)).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled'])
  expect((await Promise.all(others)).map(({ found: hits }) => hits.length)).toEqual([1, 1])
  await searcher.close()
  ledger.close()
})
