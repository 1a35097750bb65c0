import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newestFirst, sortedAtMost, type HistoryFilter, type HistoryOrder } from '#shared/domain/history-filter.ts'
import { erasedText } from '#main/storage/erased-text.ts'
import { openLedger } from '#main/storage/ledger.ts'
import { beginIndex } from '#main/storage/history-search/index-fill.ts'
import { historySearch } from '#main/storage/history-search/search.ts'
import { threadSearcher } from '#main/storage/history-search/searcher.ts'
import { createTraces } from '#main/storage/traces.ts'
import { runMigrations } from '#main/storage/migrations/index.ts'
import { openDatabase } from '#main/storage/database.ts'
import { makeOldLedger } from '#test/support/old-ledger.ts'
import { testDesk, vendor, type TestDesk } from '#test/support/desk.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

let desk: TestDesk
beforeEach(() => {
  desk = testDesk({ holdSeconds: 0 })
  desk.outbox.start()
})
afterEach(async () => {
  await desk.outbox.stop()
  desk.close()
})

const everything: HistoryFilter = { search: '', kinds: [], states: [] }
const page = (filter: Partial<HistoryFilter> = {}, order: HistoryOrder = newestFirst) =>
  desk.found({ filter: { ...everything, ...filter }, order, after: null, limit: 50 })
const found = (filter: Partial<HistoryFilter> | string = {}, order?: HistoryOrder) =>
  page(typeof filter === 'string' ? { search: filter } : filter, order).items.map(({ subject }) => subject)

/** So many more like the newest. */
const more = (count: number) =>
  desk.ledger.db
    .prepare(`
    WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?)
    INSERT INTO submissions (id, kind, account_id, account_name, environment, scope, state, state_at, created_at, payload, typed, subject, context, excerpt, test)
      SELECT 'more-' || n, kind, account_id, account_name, environment, scope, state, state_at, created_at, payload, typed, subject, context, excerpt, test
      FROM numbers JOIN (SELECT * FROM submissions ORDER BY seq DESC LIMIT 1)`)
    .run(count)

describe('searching history', () => {
  test.each([{ accountId: 'geen\0account' }, { accountId: '\0' }, { search: 'a\0"b' }])(
    'takes what no screen sends for nothing that there is: %j',
    async (filter) => {
      desk.file(desk.draftDispute('F-1'))
      await desk.clock.pass(10)
      expect(found(filter)).toEqual([])
    },
  )

  test('finds parts of invoices, texts, names of files, answers and the vendor’s number', async () => {
    desk.ledger.db.exec(`
      INSERT INTO attachments (id, name, format, bytes, sha256, sealed, created_at) VALUES ('bon', 'Kassabon Utrecht.pdf', 'pdf', 3, '', 0, 1)`)
    const draft = desk.draftDispute('F-2026-0815')
    desk.ledger.db.prepare("UPDATE drafts SET attachment_id = 'bon' WHERE id = ?").run(draft)
    desk.file(draft)
    desk.file(desk.draftNote({ saleID: '99887', text: 'Factuur “Größe” 100%' }))
    await desk.clock.pass(10)
    desk.ledger.db.exec(
      `UPDATE attempts SET answer = '{"status":"in behandeling","id":12345}'; UPDATE submissions SET vendor_number = '777123' WHERE kind = 'note.create'`,
    )
    for (const [search, subject] of [
      ['0815', 'F-2026-0815'],
      ['größe', '99887'],
      ['grosse', undefined],
      ['GROßE', '99887'],
      ['100%', '99887'],
      ['utrecht', 'F-2026-0815'],
      ['77123', '99887'],
      ['in behandel', '99887'],
      ['retour jan', undefined],
      ['"; DROP', undefined],
      ['note.create', undefined],
    ] as const)
      expect({ search, found: found(search)[0] }).toEqual({ search, found: subject })
  })

  test('says where a hit is that its line does not show', () => {
    desk.file(desk.draftDispute('F-1'))
    expect(page({ search: 'etour' }).found[0]?.hit).toEqual({ place: 'text', text: 'retour' })
    expect(page({ search: 'hallo' }).found[0]?.hit).toEqual({ place: 'text', text: 'Hallo' })
    expect(page({ search: 'F-1' }).found[0]?.hit).toBeNull()
  })

  test('takes one or two letters for the beginning of a number or a name', () => {
    desk.file(desk.draftDispute('F-2026-0815'))
    desk.file(desk.draftNote({ saleID: '99887', text: 'Jantje belde' }))
    expect(found('F-')).toEqual(['F-2026-0815'])
    expect(found('j')).toEqual(['F-2026-0815'])
    expect(found('ja')).toEqual(['F-2026-0815'])
    expect(found('an')).toEqual([])
    expect(found('9')).toEqual(['99887'])
  })

  test('has letters that stand apart in no hit, and goes on past many of them', () => {
    desk.file(desk.draftNote({ saleID: '7', text: 'speciaal' }))
    desk.file(desk.draftNote({ saleID: '8', text: 'speci speciaa eciaal' }))
    more(400)
    expect(found('speciaal')).toEqual(['7'])
  })

  test('narrows by kind, state, account, environment, test, run and period, alone and together', async () => {
    desk.whenAsked(() => vendor.refuses())
    desk.file(desk.draftDispute('F-1'))
    await desk.clock.pass(10)
    desk.whenAsked(() => vendor.accepts())
    desk.file(desk.draftDispute('F-2'))
    await desk.clock.pass(10)
    const from = new Date(desk.clock.now()).toISOString()
    desk.file(desk.draftNote({ saleID: '3', test: true }))
    await desk.clock.pass(10)
    for (const [filter, subjects] of [
      [{}, ['3', 'F-2', 'F-1']],
      [{ kinds: ['dispute.create'] }, ['F-2', 'F-1']],
      [{ kinds: ['note.update'] }, []],
      [{ states: ['rejected'] }, ['F-1']],
      [{ states: ['rejected', 'sent'] }, ['3', 'F-2', 'F-1']],
      [{ states: ['sending'] }, []],
      [{ accountId: 'digiwallet' }, ['3']],
      [{ environments: ['production'] }, ['3', 'F-2', 'F-1']],
      [{ environments: ['practice'] }, []],
      [{ test: true }, ['3']],
      [{ test: false, states: ['sent'] }, ['F-2']],
      [{ runId: '7' }, []],
      [{ from }, ['3']],
      [{ before: from }, ['F-2', 'F-1']],
      [{ before: from, search: 'example', states: ['sent'] }, ['F-2']],
      [{ search: 'factuur', states: ['rejected'] }, []],
      [{ from: '2031-01-01T00:00:00.000Z' }, []],
    ] as [Partial<HistoryFilter>, string[]][])
      expect({ filter, found: found(filter) }).toEqual({ filter, found: subjects })
  })

  test('shows what is under way as such, whatever the index says', async () => {
    const answer = Promise.withResolvers<ReturnType<typeof vendor.accepts>>()
    desk.whenAsked(() => answer.promise)
    desk.file(desk.draftDispute('F-1'))
    await desk.clock.pass(10)
    expect([found({ states: ['sending'] }), found({ states: ['queued'] })]).toEqual([['F-1'], []])
    answer.resolve(vendor.accepts())
    await desk.clock.pass(10)
    expect([found({ states: ['sending'] }), found({ states: ['sent'] })]).toEqual([[], ['F-1']])
  })

  test('finds rows of a run that is under way by what they are', () => {
    desk.file(desk.draftDispute('F-1'))
    desk.ledger.db.exec(`
      INSERT INTO bulk_runs (id, kind, state, account_id, account_name, environment, scope, file_name, created_at, row_count, layout, settings, "table", plan,
        plan_from, connections, indexed_to) VALUES (7, 'disputes', 'paused', 'billink', 'W', 'production', '', 'a.csv', 1, 1, '', '{}', '{}', '{}', '', 1, 1);
      INSERT INTO submissions (id, kind, account_id, account_name, environment, scope, state, state_at, created_at, payload, typed, subject, context, excerpt, test, run_id, run_row)
        SELECT 'row', kind, account_id, account_name, environment, scope, 'queued', state_at, created_at, payload, typed, 'F-row', context, excerpt, test, 7, 2 FROM submissions`)
    expect(found({ runId: '7' })).toEqual(['F-row'])
    expect(found({ kinds: ['dispute.create'] })).toEqual(['F-row', 'F-1'])
  })

  test('pages by key: no item twice and none left out while new ones arrive', () => {
    for (let n = 1; n <= 7; n += 1) desk.file(desk.draftDispute(`F-${n}`))
    for (const search of ['', 'hallo']) {
      const first = desk.found({ filter: { ...everything, search }, after: null, limit: 3 })
      desk.file(desk.draftDispute('F-8'))
      const second = desk.found({ filter: { ...everything, search }, after: first.end, limit: 3 })
      const subjects = [...first.items, ...second.items].map(({ subject }) => subject)
      expect(subjects.filter((one) => one !== 'F-8')).toEqual(
        ['F-7', 'F-6', 'F-5', 'F-4', 'F-3', 'F-2'].slice(0, subjects.filter((one) => one !== 'F-8').length),
      )
      expect(first.total).toBe(search === '' ? 7 : 8)
    }
  })

  test('sorts by what stands in a line, page after page, and says among how many', () => {
    for (const invoice of ['b', 'C', 'a', 'd']) desk.file(desk.draftDispute(invoice))
    const order = { by: 'subject', descending: false } as const
    const first = desk.found({ filter: everything, order, after: null, limit: 2 })
    const second = desk.found({ filter: everything, order, after: first.end, limit: 2 })
    expect([...first.items, ...second.items].map(({ subject }) => subject)).toEqual(['a', 'b', 'C', 'd'])
    expect(found({}, { by: 'made', descending: false })).toEqual(['b', 'C', 'a', 'd'])
    expect(first.sortedWithin).toBeNull()
    more(sortedAtMost)
    expect(desk.found({ filter: everything, order, after: null, limit: 2 })).toMatchObject({
      sortedWithin: sortedAtMost,
      capped: true,
    })
  })

  test('finds nothing of what was erased, and leaves no word of it in the index', async () => {
    const { id } = desk.file(desk.draftDispute('F-wissen'))
    await desk.clock.pass(10)
    const [row] = desk.ledger.db.prepare('SELECT seq FROM submissions WHERE id = ?').all(id)
    const traces = createTraces(desk.ledger, { forSealing: () => Promise.resolve({ state: 'no-keychain' }) } as never)
    await traces.ready(false)
    desk.ledger.transaction(() => erasedText(desk.ledger, traces).erase(Number(row?.['seq']), 1, { keepsNumber: false }))
    expect([found('wissen'), found('F-'), found('jan@')]).toEqual([[], [], []])
    // What it was is still known, and the overview counts it.
    expect([found({ states: ['sent'] }), found({ states: ['rejected'] }), found({ kinds: ['dispute.create'] })]).toEqual([
      [''],
      [],
      [''],
    ])
    expect(desk.ledger.db.prepare('SELECT count(*) AS count FROM submission_search_content').get()).toEqual({ count: 0 })
  })
})

test('searches in a thread of its own, which sees what was just written and can write nothing', async () => {
  const file = `${await temporaryFolder()}/ledger.sqlite`
  const key = Buffer.alloc(32, 'search')
  const ledger = openLedger(file, key)
  const searcher = threadSearcher(file, key)
  const asked = { filter: { ...everything, search: 'zoë' }, after: null, limit: 10 }
  expect((await searcher.page(asked)).found).toEqual([])
  ledger.db.exec(`
    INSERT INTO accounts (id, settings, created_at) VALUES ('a', '{}', 1);
    INSERT INTO submissions (id, kind, account_id, account_name, environment, scope, state, state_at, created_at, payload, typed, subject, context, excerpt, test)
      VALUES ('one', 'dispute.create', 'a', 'W', 'production', '', 'sent', 1, 1, 'no JSON', '', 'F-1', 'Zoe d’Arc', '', 0)`)
  expect((await searcher.page(asked)).found).toEqual([{ seq: 1, hit: null }])
  expect(await searcher.all(asked.filter, 10)).toEqual([1])
  await searcher.close()
  await expect(searcher.page(asked)).rejects.toThrow('closed')
  ledger.close()
})

test('an earlier ledger is searched by its files and answers once it was brought up to date', () => {
  const db = openDatabase(':memory:')
  makeOldLedger(db, 11)
  runMigrations(db, 11)
  beginIndex(db)
  const search = historySearch(db)
  const count = (words: string) => search.page({ filter: { ...everything, search: words }, after: null, limit: 50 }).found.length
  expect([count('bon of-item'), count('O’Brien'), count('F-0001'), count('niets')]).toEqual([1, 5, 1, 0])
  db.close()
})
