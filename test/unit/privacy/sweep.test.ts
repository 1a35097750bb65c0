import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync, utimesSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { expiredRecords, type Window } from '#main/storage/expired-records.ts'
import { openLedger } from '#main/storage/ledger.ts'
import { migrations } from '#main/storage/migrations/index.ts'
import { afterQuit, bulkDesk, disputeTable, noteTable, type BulkDeskUnderTest } from '#test/support/bulk-desk.ts'
import { openLedgerFile, unsealedBytes } from '#test/support/ledger-file.ts'
import { answers } from '#test/support/played-vendor.ts'
import { pdf } from '#test/support/sample-files.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const dayMs = 24 * 60 * 60_000

/** An invoice disputed by itself, whose file is in the vault. */
async function dispute(desk: BulkDeskUnderTest, invoice: string) {
  const accountId = await desk.account('disputes')
  const fields = {
    invoice,
    customerName: 'Jan Jansen',
    customerEmail: 'jan@example.nl',
    category: 'retour',
    locale: 'nl',
    message: 'Teruggestuurd',
  }
  const draft = await desk.handlers.drafts.create({ kind: 'dispute', accountId, fields })
  const token = await desk.desk.tokens.register({ name: 'bon.pdf', bytes: new Uint8Array(pdf()) })
  await desk.handlers.attachments.attach({ draftId: draft.id, token: token.token })
  return draft
}

async function everySummary(desk: BulkDeskUnderTest) {
  const page = { cursor: null, limit: 100 }
  const { items } = await desk.handlers.history.list({ ...page, search: '', kinds: [], states: [], accountId: null })
  return items
}

const filesIn = (desk: BulkDeskUnderTest) =>
  readdirSync(path.join(desk.folder, 'attachments')).filter((name) => !name.startsWith('removed'))

/** A desk with one item of each fate, by its subject. */
async function filled() {
  const desk = await bulkDesk()
  await desk.desk.start()
  const sent = await dispute(desk, 'F-1001')
  await desk.handlers.disputes.submit({ draftId: sent.id })
  await desk.until('it is sent', async () => (await everySummary(desk))[0]?.state === 'sent')
  desk.vendor.answer = () => answers.refuses('Jan Jansen is unknown')
  await desk.fileNote('20')
  await desk.until('it is refused', async () => (await everySummary(desk))[0]?.state === 'rejected')
  desk.vendor.answer = () => answers.isSilent()
  await desk.fileNote('30')
  await desk.until('it is unknown', async () => (await everySummary(desk))[0]?.state === 'unknown')
  desk.vendor.answer = () => answers.accepts('4712')
  await desk.fileNote('40')
  await desk.until('it is sent', async () => (await everySummary(desk))[0]?.state === 'sent')
  return desk
}

const fates = async (desk: BulkDeskUnderTest) =>
  (await everySummary(desk)).map(({ subject, state, textGoneAt, vendorNumber }) => [
    subject,
    state,
    textGoneAt ? 'gone' : 'kept',
    vendorNumber,
  ])

describe('what has been kept for long enough', () => {
  test('takes along what a sent file was put together of; what was refused keeps it all, to be corrected', async () => {
    const desk = await bulkDesk()
    await desk.desk.start()
    const filed = async (invoice: string) => {
      const draft = await dispute(desk, invoice)
      const attach = async (name: string) =>
        desk.handlers.attachments.attach({
          draftId: draft.id,
          token: (await desk.desk.tokens.register({ name, bytes: pdf() })).token,
        })
      const { version } = await attach('tweede.pdf')
      await expect(Promise.resolve(desk.handlers.disputes.submit({ draftId: draft.id }))).rejects.toMatchObject({
        failure: { fields: { file: [{ id: 'evidence.notMadeYet' }] } },
      })
      const { token } = await desk.desk.tokens.register({ name: 'made.pdf', bytes: pdf() })
      const made = { pages: 2, step: 0, before: 400, pictured: [] }
      await desk.handlers.attachments.made({ draftId: draft.id, version, token, made })
      return desk.handlers.disputes.submit({ draftId: draft.id })
    }
    await filed('F-2001')
    await desk.until('it is sent', async () => (await everySummary(desk))[0]?.state === 'sent')
    desk.vendor.answer = () => answers.refuses('Jan Jansen is unknown')
    const refused = await filed('F-2002')
    await desk.until('it is refused', async () => (await everySummary(desk))[0]?.state === 'rejected')
    expect(filesIn(desk)).toHaveLength(6)
    desk.clock.jump(31 * dayMs)
    await desk.clock.pass(61_000)
    await desk.until('the files of the sent dispute are gone', () => filesIn(desk).length === 3)
    const again = await desk.handlers.outbox.edit({ id: refused.id })
    expect(await desk.handlers.attachments.of({ draftId: again.id })).toMatchObject({
      state: 'made',
      sources: [
        { name: 'bon.pdf', state: 'stored' },
        { name: 'tweede.pdf', state: 'stored' },
      ],
      made: { names: ['bon.pdf', 'tweede.pdf'] },
    })
  })

  test('goes by itself while the app runs; what is of unknown outcome never does, and a second item is still noticed', async () => {
    const desk = await filled()
    expect(filesIn(desk)).toHaveLength(1)
    desk.clock.jump(31 * dayMs)
    await desk.clock.pass(61_000)
    await desk.until('the file of the sent dispute is gone', () => filesIn(desk).length === 0)
    expect((await fates(desk)).map(([subject, , text]) => [subject, text])).toEqual([
      ['40', 'kept'],
      ['30', 'kept'],
      ['20', 'kept'],
      ['F-1001', 'kept'],
    ])
    const first = (await everySummary(desk)).find(({ subject }) => subject === 'F-1001')
    const detail = await desk.handlers.history.get({ id: first?.id ?? '' })
    expect(detail.attachment).toMatchObject({ name: 'bon.pdf', state: 'erased' })

    desk.clock.jump(730 * dayMs)
    await desk.until('the texts are gone', async () => {
      await desk.clock.pass(600_000)
      return (await fates(desk)).filter(([, , text]) => text === 'gone').length === 3
    })
    expect(await fates(desk)).toEqual([
      ['', 'sent', 'gone', '4712'],
      ['30', 'unknown', 'kept', null],
      ['', 'rejected', 'gone', null],
      ['', 'sent', 'gone', '4711'],
    ])

    const again = await dispute(desk, 'f-1001')
    const { warnings } = await desk.handlers.disputes.review({ draftId: again.id })
    expect(warnings).toMatchObject([{ message: { id: 'review.invoiceDisputedBefore' } }])
    const erased = await desk.handlers.history.erased({ id: warnings[0]?.submissionId ?? '' })
    expect(erased).toMatchObject({ kind: 'dispute.create', state: 'sent', subject: '', actions: [], damage: null })
    await expect(desk.handlers.history.get({ id: erased.id })).rejects.toMatchObject({
      failure: { message: { id: 'item.erased' } },
    })

    const accountId = await desk.account('notes')
    const note = {
      action: 'create',
      outletID: '12345',
      saleID: '40',
      paymentMethodCode: 'IDE',
      text: 'Weer',
      test: false,
    } as const
    const { id } = await desk.handlers.drafts.create({ kind: 'note', accountId, fields: note })
    expect((await desk.handlers.notes.review({ draftId: id })).warnings).toMatchObject([{ message: { id: 'review.noteExists' } }])
    const table = await desk.checked(noteTable(40, 41))
    expect(table.counts).toMatchObject({ good: 1, duplicate: 1 })
    const disputes = await desk.checked(disputeTable({ invoice: 'f-1001' }, { invoice: 'F-1002' }), 'disputes')
    expect(disputes.counts).toMatchObject({ good: 1, duplicate: 1 })
  })

  test('leaves no word in the ledger, also not in the index', async () => {
    const desk = await filled()
    desk.clock.jump(800 * dayMs)
    await desk.handlers.privacy.sweep(undefined)
    await desk.close()
    const bytes = unsealedBytes(path.join(desk.folder, 'ledger.sqlite')).toString('latin1')
    expect(bytes).not.toContain('jan@example.nl')
    expect(bytes).not.toContain('F-1001')
    expect(bytes).toContain('Los')
  })

  test('of a run goes with its table, and no sooner', async () => {
    const desk = await bulkDesk()
    await desk.desk.start()
    const id = await desk.started(noteTable(1, 2))
    await desk.reaches(id, 'done')
    desk.clock.jump(29 * dayMs)
    await desk.handlers.privacy.sweep(undefined)
    expect(await desk.rows(id)).toHaveLength(2)
    desk.clock.jump(2 * dayMs)
    await desk.handlers.privacy.sweep(undefined)
    await expect(desk.get(id)).rejects.toMatchObject({ failure: { message: { id: 'failure.gone' } } })
    expect((await fates(desk)).map(([subject]) => subject)).toEqual(['2', '1'])
  })

  test('waits while something is being sent', async () => {
    const desk = await filled()
    desk.vendor.holdBack()
    await desk.fileNote('50')
    await desk.until('it is under way', () => desk.vendor.waiting.length === 1)
    desk.clock.jump(800 * dayMs)
    const sweeping = desk.handlers.privacy.sweep(undefined)
    await desk.clock.pass(10_000)
    expect((await fates(desk)).every(([, , text]) => text === 'kept')).toBe(true)
    desk.vendor.letGo(answers.accepts())
    await desk.until('the sweep goes on', async () => {
      await desk.clock.pass(2_000)
      return (await fates(desk)).some(([, , text]) => text === 'gone')
    })
    await sweeping
  })

  test.each(['no-keychain', 'available'] as const)(
    'leaves its key in the ledger where there is nowhere else (%s)',
    async (state) => {
      const desk = await bulkDesk()
      desk.keychain.now = state
      await desk.desk.start()
      await desk.fileNote('40')
      await desk.until('it is sent', async () => (await everySummary(desk))[0]?.state === 'sent')
      desk.clock.jump(800 * dayMs)
      await desk.handlers.privacy.sweep(undefined)
      expect((await fates(desk)).map(([, , text]) => text)).toEqual(['gone'])
      await desk.close()
      const db = openLedgerFile(path.join(desk.folder, 'ledger.sqlite'), { readonly: true })
      expect(db.prepare('SELECT count(*) AS count FROM trace_keys').get()).toEqual({ count: state === 'available' ? 0 : 1 })
      db.close()
    },
  )

  test('of the log, of preferences that were put aside and of copies that another program shows goes as well', async () => {
    const desk = await bulkDesk()
    const logs = path.join(desk.folder, 'logs')
    mkdirSync(logs)
    const old = '[2026-11-01 10:00:00.000] [error] Old\n    at stack\n'
    const young = '[2026-11-21 10:00:00.000] [info] Young\n'
    writeFileSync(path.join(logs, 'balie.log'), old + young)
    writeFileSync(path.join(desk.folder, 'ledger.sqlite.before-9'), '')
    const copies = ['25', '23'].map((hoursAgo) => {
      const own = path.join(desk.folder, 'opened', hoursAgo)
      mkdirSync(own, { recursive: true })
      writeFileSync(path.join(own, 'bon.pdf'), '')
      const at = (desk.clock.now() - Number(hoursAgo) * 3_600_000) / 1000
      utimesSync(own, at, at)
      return own
    })
    await desk.handlers.privacy.sweep(undefined)
    expect(copies.map((own) => existsSync(own))).toEqual([false, true])
    expect(readFileSync(path.join(logs, 'balie.log'), 'utf8')).toBe(young)
    expect(existsSync(path.join(desk.folder, 'ledger.sqlite.before-9'))).toBe(true)
  })
})

test('what is looked at in parts is looked at to the last row, and a part is all that one look takes', async () => {
  const ledger = openLedger(path.join(await temporaryFolder(), 'ledger.sqlite'))
  onTestFinished(() => ledger.close())
  ledger.db.exec(`
    WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 45)
    INSERT INTO attachments (id, name, format, bytes, sha256, sealed, created_at) SELECT 'file-' || n, 'bon.pdf', 'pdf', 1, '', 1, n FROM number;
    INSERT INTO draft_sources (id, draft_id, position, file_id, name, kind, bytes, sha256, sealed, edits, created_at)
      SELECT 'source-' || id, 'gone', 1, id, name, 'pdf', 1, '', 1, '[]', 1 FROM attachments;
    DELETE FROM attachments WHERE id IN ('file-3', 'file-30')`)
  const expired = expiredRecords(ledger)
  const count = (table: string) => Number(ledger.db.prepare(`SELECT count(*) AS count FROM ${table}`).get()?.['count'])
  const left = (of: 'sources' | 'files', table: string, look: (window: Window) => unknown) =>
    [...expired.windows(of, 10)].map((window) => (look(window), count(table)))
  expect(left('sources', 'draft_sources', (window) => expired.eraseSources(window, 0))).toEqual([35, 25, 15, 5, 0])
  expect(left('files', 'attachments', (window) => expired.forgetLeftOver(window, 45))).toEqual([33, 23, 13, 3, 1])
  expect([...expired.windows('items', 10)]).toEqual([])
})

test('the ledger of before a new version goes once that began well twice; a start that did not begin counts for nothing', async () => {
  const first = await bulkDesk()
  const copies = [migrations.length, migrations.length + 1].map((version) => `ledger.sqlite.before-${version}`)
  const there = ({ folder }: BulkDeskUnderTest) => copies.map((name) => existsSync(path.join(folder, name)))
  for (const name of copies) writeFileSync(path.join(first.folder, name), 'the ledger of before')
  // Opened, and ended before it had begun.
  const second = await afterQuit(first)
  await second.close()
  expect(there(second)).toEqual([true, true])
  const third = await afterQuit(second)
  // That of a version which is not this one's is none of its business.
  await third.until('the copy is gone', () => !there(third)[0])
  expect(there(third)).toEqual([false, true])
})
