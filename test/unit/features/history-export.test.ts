import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { saving as savingOf } from '#main/desk/table-writer.ts'
import { dossier } from '#main/features/history/dossier.ts'
import { historyExport } from '#main/features/history/export.ts'
import { outboxFeature } from '#main/features/outbox.ts'
import { sentencesIn } from '#main/bulk/writing/sentences.ts'
import { directSearcher } from '#main/storage/history-search/searcher.ts'
import { summaryOf } from '#main/views/submission-view.ts'
import type { Source } from '#main/storage/source-file.ts'
import type { AnySubmission } from '#main/storage/submission-queries.ts'
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

const view = (item: AnySubmission) => summaryOf(item, { attachmentName: 'bon.pdf', isUnstored: false }, desk.clock.now())
const saving = (file: string | null, isAllowed = true) =>
  historyExport({
    searcher: directSearcher(desk.ledger.db),
    queries: desk.queries,
    summaries: { view },
    ...savingOf({
      chooseSave: async () => file,
      sentences: () => sentencesIn('nl'),
      isAllowed,
      now: () => desk.clock.now(),
    }),
  })
const all = { filter: { search: '', kinds: [], states: [] } }

test('what is found or was marked is saved as text cells, none of them a formula, for oneself alone', async () => {
  const file = path.join(await temporaryFolder(), 'geschiedenis.csv')
  const { id } = desk.file(desk.draftDispute('=HYPERLINK("http://x")'))
  desk.file(desk.draftNote({ saleID: '0099887', text: 'Factuur; 1' }))
  await desk.clock.pass(10)
  expect(await saving(file)(all, 'csv')).toEqual({ saved: true, count: 2 })
  const [header, note, dispute] = readFileSync(file, 'utf8').split('\r\n')
  expect(header).toContain('"Ingediend";"Soort";"Nummer"')
  expect(note).toContain('"Notitie maken";"0099887";"12345 · IDE";"Factuur; 1";"Verzonden"')
  expect(dispute).toContain(`"'=HYPERLINK(""http://x"")";"Jan · jan@example.nl"`)
  // On Windows the folder of the person sees to that.
  expect(process.platform === 'win32' || (statSync(file).mode & 0o777) === 0o600).toBe(true)
  expect(await saving(file)({ ids: [id, 'gone'] }, 'xlsx')).toEqual({ saved: true, count: 1 })
  expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK')
})

test('nothing is saved where the person chose no place, and none is asked for where the organisation says no', async () => {
  expect(await saving(null)(all, 'csv')).toEqual({ saved: false, count: 0 })
  await expect(saving('/nowhere', false)(all, 'csv')).rejects.toMatchObject({
    failure: { message: { id: 'history.export.off' } },
  })
})

describe('a dispute file', () => {
  const made = Buffer.from('%PDF-1.7 dossier')
  const dossierOf = (file: string | null, brought: Source | null, isAllowed = true) =>
    dossier({
      searcher: directSearcher(desk.ledger.db),
      queries: desk.queries,
      summaries: { view, detail: (id) => Promise.reject(new Error(id)) },
      offer: () => null,
      expect: (name) => `/evidence/${name}`,
      take: () => brought,
      ...savingOf({ chooseSave: async () => file, sentences: () => sentencesIn('nl'), isAllowed, now: () => desk.clock.now() }),
    })

  test('tells of what was chosen, also where it can’t be read, and of no more than fits', async () => {
    const { id } = desk.file(desk.draftDispute('F-1'))
    desk.file(desk.draftDispute('F-2'))
    const { items, result } = await dossierOf(null, null).begin({ ids: [id, 'gone'] })
    expect(items.map(({ summary, detail, file }) => [summary.subject, detail, file])).toEqual([['F-1', null, null]])
    expect(result).toBe('/evidence/dossier.pdf')
    desk.ledger.db.exec(`WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 100)
      INSERT INTO submissions (id, kind, account_id, account_name, environment, scope, state, state_at, created_at, payload, typed, subject, context, excerpt, test)
      SELECT 'more-' || n, kind, account_id, account_name, environment, scope, state, state_at, created_at, payload, typed, subject, context, excerpt, test
      FROM numbers JOIN (SELECT * FROM submissions LIMIT 1)`)
    await expect(dossierOf(null, null).begin(all)).rejects.toMatchObject({
      failure: { message: { id: 'history.file.tooMany', values: { max: 100 } } },
    })
  })

  test('is saved as a worker made it, for oneself alone, and nothing else is', async () => {
    const file = path.join(await temporaryFolder(), 'dossier.pdf')
    expect(await dossierOf(file, { name: 'x', bytes: made }).save('token')).toEqual({ saved: true })
    expect(readFileSync(file)).toEqual(made)
    expect(process.platform === 'win32' || (statSync(file).mode & 0o777) === 0o600).toBe(true)
    expect(await dossierOf(null, { name: 'x', bytes: made }).save('token')).toEqual({ saved: false })
    for (const brought of [null, { path: file }, { name: 'x', bytes: Buffer.from('MZ') }])
      await expect(dossierOf(file, brought).save('token')).rejects.toMatchObject({ failure: { message: { id: 'failure.gone' } } })
  })

  test('is neither begun nor saved where the organisation says no', async () => {
    const { id } = desk.file(desk.draftDispute('F-1'))
    const off = { failure: { message: { id: 'history.export.off' } } }
    await expect(dossierOf('/nowhere', { name: 'x', bytes: made }, false).begin({ ids: [id] })).rejects.toMatchObject(off)
    await expect(dossierOf('/nowhere', { name: 'x', bytes: made }, false).save('token')).rejects.toMatchObject(off)
  })
})

test('one word on many decides on those that are still unknown, and names those that are not', async () => {
  desk.whenAsked(() => vendor.isSilent())
  const lost = ['F-1', 'F-2', 'F-3'].map((invoice) => desk.file(desk.draftDispute(invoice)).id)
  await desk.clock.pass(10)
  desk.person.decide(lost[2] ?? '', 'arrived', null)
  const changed: string[] = []
  const outbox = outboxFeature({
    person: desk.person,
    pages: desk.pages,
    summaries: {} as never,
    draftViews: {} as never,
    onChange: (ids) => changed.push(...ids),
  })
  expect(outbox.decideAll({ ids: [...lost, 'gone'], decision: 'arrived' })).toEqual({ decided: 2, left: [lost[2], 'gone'] })
  expect(lost.map(desk.stateOf)).toEqual(['sent', 'sent', 'sent'])
  expect(desk.found({ filter: all.filter, after: null, limit: 9 }).items.map((item) => view(item).confirmedByPerson)).toEqual([
    true,
    true,
    true,
  ])
  expect(changed).toEqual([...lost, 'gone'])
})
