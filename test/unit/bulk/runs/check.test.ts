import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { bulkDesk, disputeTable, noteRow, notesOn, noteTable } from '#test/support/bulk-desk.ts'
import { answers } from '#test/support/played-vendor.ts'

const twoFaultyOneDouble = noteTable(1, 2, noteRow('x3'), noteRow(4, { text: '' }), 1, noteRow(6, { action: 'delete', text: '' }))

describe('a pasted table', () => {
  test('is matched, checked and counted, and nothing leaves', async () => {
    const desk = await bulkDesk()
    const accountId = await desk.account('notes')
    const opened = await desk.bulk.open({ kind: 'notes', accountId, source: { from: 'pasted', text: twoFaultyOneDouble } })
    expect(opened).toMatchObject({ state: 'columns', rowCount: 6, counts: null, progress: null, planFrom: 'suggested' })
    const runId = opened?.id ?? ''
    const planned = await desk.bulk.plan({ runId, plan: opened?.plan ?? { sources: {} } })
    expect(planned.preview.map(({ values }) => values.saleID)).toEqual(['1', '2', 'x3', '4', '1', '6'])
    const checked = await desk.bulk.check({ runId })
    expect(checked).toMatchObject({ state: 'checked', counts: { good: 3, faulty: 2, duplicate: 1, skipped: 0 } })
    expect(await desk.outcomes(runId)).toEqual({ 2: 'good', 3: 'good', 4: 'faulty', 5: 'faulty', 6: 'duplicate', 7: 'good' })
    await desk.clock.pass(3_600_000)
    expect(desk.vendor.tries).toEqual([])
  })

  test('tells each number before it is confirmed', async () => {
    const desk = await bulkDesk()
    const { id } = await desk.checked(
      noteTable(
        1,
        noteRow(2, { action: 'wijzigen' }),
        noteRow(3, { action: 'delete' }),
        noteRow(4, { test: '1' }),
        1,
        noteRow('x'),
      ),
    )
    const confirmation = { create: 2, update: 1, delete: 1, test: 1 }
    expect(await desk.bulk.confirmation({ runId: id })).toEqual({
      ...confirmation,
      total: 4,
      leftOut: 2,
      accountName: 'notes',
      environment: 'production',
      host: 'api.digiwallet.nl',
    })
    await desk.bulk.setIncludeDuplicates({ runId: id, include: true })
    expect(await desk.bulk.confirmation({ runId: id })).toMatchObject({ ...confirmation, create: 3, total: 5, leftOut: 1 })
  })

  test('shows a test where one will be sent, in whatever words the cell says it', async () => {
    const desk = await bulkDesk()
    const words = ['j', 'y', 'aan', 'on', 'true', '1', 'nee', '0', '']
    const { id } = await desk.checked(noteTable(...words.map((word, index) => noteRow(index + 1, { test: word }))))
    expect((await desk.rows(id)).map((row) => row.test)).toEqual([true, true, true, true, true, true, false, false, false])
    const confirmation = await desk.bulk.confirmation({ runId: id })
    expect(confirmation.test).toBe((await desk.rows(id)).filter((row) => row.test === true).length)
  })

  test.each([
    ['the account', { testDefault: 'on' as const, outlets: [] }],
    ['the outlet', { testDefault: 'off' as const, outlets: [{ id: '12345', label: '', testMode: true }] }],
  ])('shows a test where %s makes it one and the cell says nothing', async (_what, rules) => {
    const desk = await bulkDesk()
    const accountId = await desk.account('notes')
    const account = (await desk.handlers.accounts.list(undefined)).find(({ id }) => id === accountId)
    if (account?.settings.kind !== 'digiwallet') throw new Error('no account')
    await desk.handlers.accounts.save({ accountId, settings: { ...account.settings, ...rules } })
    const { id } = await desk.checked(noteTable(noteRow(1, { test: '' }), noteRow(2, { test: '' })))
    expect((await desk.rows(id)).map((row) => row.test)).toEqual([true, true])
    expect(await desk.bulk.confirmation({ runId: id })).toMatchObject({ test: 2 })
  })

  test('is mended cell by cell', async () => {
    const desk = await bulkDesk()
    const { id } = await desk.checked(twoFaultyOneDouble)
    const mended = await desk.bulk.editCell({ runId: id, row: 4, field: 'saleID', value: '3' })
    expect(mended).toMatchObject({
      row: { standing: 'good', problems: {} },
      run: { counts: { good: 4, faulty: 1, duplicate: 1 } },
    })
    const broken = await desk.bulk.editCell({ runId: id, row: 2, field: 'saleID', value: 'nul' })
    // Without the first one the other row for sale 1 is no double.
    expect(broken).toMatchObject({ row: { standing: 'faulty' }, run: { counts: { good: 4, faulty: 2, duplicate: 0 } } })
    await desk.start(id)
    await desk.reaches(id, 'done')
    expect(desk.vendor.tried()).toEqual(['create 2', 'create 3', 'create 1', 'delete 6'])
  })

  test('lists the rows that a finding counts, what is wrong first', async () => {
    const desk = await bulkDesk()
    const method = (sale: number, words: string) => noteRow(sale).replace('IDE', words)
    const { id, findings } = await desk.checked(
      noteTable(1, method(2, 'iDEAL'), noteRow('x'), method(4, 'iDEAL'), 1, noteRow('y'), noteRow('z', { text: '' })),
    )
    await desk.bulk.skipRows({ runId: id, rows: [8], skip: true })
    expect(findings.map(({ severity }) => severity)).toEqual(['problem', 'problem', 'warning', 'warning'])
    const asked = { runId: id, standing: null, states: [], sort: null }
    const found = await Promise.all(
      (await desk.get(id)).findings.map(async ({ rows, ...finding }) => ({
        rows,
        of: (await desk.bulk.order({ ...asked, finding })).rows,
      })),
    )
    expect(found).toEqual([
      { rows: 2, of: [4, 7] },
      { rows: 2, of: [3, 5] },
      { rows: 1, of: [6] },
    ])
    expect((await desk.bulk.rowsAt({ runId: id, rows: [7, 4] })).items.map(({ row }) => row)).toEqual([7, 4])
  })

  test('is sorted by what stands in a column, empty last, and back to the order of the file', async () => {
    const desk = await bulkDesk()
    const { id } = await desk.checked(noteTable(10, 9, noteRow('x', { text: 'Aanbetaling' }), noteRow(100, { text: '' })))
    const sorted = async (by: 'row' | 'saleID' | 'text' | 'messages' | 'included', descending = false) =>
      (await desk.bulk.order({ runId: id, standing: null, states: [], finding: null, sort: { by, descending } })).rows
    expect(await sorted('saleID')).toEqual([3, 2, 5, 4])
    expect(await sorted('saleID', true)).toEqual([4, 5, 2, 3])
    expect(await sorted('text')).toEqual([4, 3, 2, 5])
    expect(await sorted('text', true)).toEqual([2, 3, 4, 5])
    expect(await sorted('messages')).toEqual([4, 5, 2, 3])
    expect(await sorted('included')).toEqual([2, 3, 4, 5])
    expect(await sorted('row', true)).toEqual([5, 4, 3, 2])
    // A list that was asked for before its rows were mended keeps them.
    const sort = { by: 'saleID', descending: false } as const
    const kept = { runId: id, standing: 'faulty', states: [], finding: null, sort, among: [2, 5, 3] } as const
    expect((await desk.bulk.order({ ...kept, states: [], among: [...kept.among] })).rows).toEqual([3, 2, 5])
  })

  test('leaves out what a person takes out, until it is taken in again', async () => {
    const desk = await bulkDesk()
    const { id } = await desk.checked(notesOn(4))
    expect(await desk.bulk.skipRows({ runId: id, rows: [2, 4], skip: true })).toMatchObject({ counts: { good: 2, skipped: 2 } })
    expect(await desk.bulk.skipRows({ runId: id, rows: [4], skip: false })).toMatchObject({ counts: { good: 3, skipped: 1 } })
    await desk.start(id)
    await desk.reaches(id, 'done')
    expect(desk.vendor.tried()).toEqual(['create 2', 'create 3', 'create 4'])
    expect(await desk.outcomes(id)).toEqual({ 2: 'skipped', 3: 'sent', 4: 'sent', 5: 'sent' })
  })

  test('finds what the ledger knows already', async () => {
    const desk = await bulkDesk()
    await desk.desk.start()
    await desk.fileNote(2)
    await desk.until('the note is sent', () => desk.vendor.tries.length === 1)
    const { id, counts } = await desk.checked(notesOn(3))
    expect(counts).toMatchObject({ good: 2, duplicate: 1 })
    expect((await desk.row(id, 3)).warnings).toEqual([{ id: 'bulk.row.knownNote' }])
  })

  test.for(['csv', 'xlsx'] as const)(
    'gives its faulty rows as %s, which are opened again when they are mended',
    async (format) => {
      const desk = await bulkDesk()
      const { id } = await desk.checked(twoFaultyOneDouble)
      desk.choices.save = path.join(desk.folder, `fouten.${format}`)
      expect(await desk.bulk.exportFaulty({ runId: id, format })).toEqual({ saved: true })
      const { token } = await desk.desk.tokens.register({ path: desk.choices.save })
      const again = await desk.bulk.open({
        kind: 'notes',
        accountId: await desk.account('notes'),
        source: { from: 'token', token },
      })
      expect(again).toMatchObject({ rowCount: 2, planFrom: 'remembered' })
      const runId = again?.id ?? ''
      expect(await desk.bulk.check({ runId })).toMatchObject({ counts: { good: 0, faulty: 2 } })
      await desk.bulk.editCell({ runId, row: 2, field: 'saleID', value: '0003' })
      const { run } = await desk.bulk.editCell({ runId, row: 3, field: 'text', value: '=Factuur' })
      expect(run.counts).toMatchObject({ good: 2, faulty: 0 })
      await desk.start(runId)
      await desk.reaches(runId, 'done')
      expect(desk.vendor.tried()).toEqual(['create 0003', 'create 4'])
    },
  )
})

describe('a start', () => {
  test('with another number than is confirmed sends nothing', async () => {
    const desk = await bulkDesk()
    const { id } = await desk.checked(notesOn(3))
    await expect(desk.bulk.start({ runId: id, total: 2 })).rejects.toMatchObject({ message: 'bulk.totalChanged' })
    await desk.clock.pass(60_000)
    expect(desk.vendor.tries).toEqual([])
    expect(await desk.get(id)).toMatchObject({ state: 'checked', progress: null, startedAt: null })
  })

  test('of rows that are all wrong sends nothing', async () => {
    const desk = await bulkDesk()
    const { id } = await desk.checked(noteTable(noteRow('x')))
    await expect(desk.bulk.start({ runId: id, total: 0 })).rejects.toMatchObject({ message: 'bulk.totalChanged' })
  })

  test('clicked twice sends once', async () => {
    const desk = await bulkDesk()
    const { id } = await desk.checked(notesOn(3))
    const clicks = await Promise.allSettled([desk.bulk.start({ runId: id, total: 3 }), desk.bulk.start({ runId: id, total: 3 })])
    expect(clicks.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    await desk.reaches(id, 'done')
    expect(desk.vendor.tried()).toEqual(['create 1', 'create 2', 'create 3'])
  })

  test('is refused when the ledger learned of one of its notes since the check', async () => {
    const desk = await bulkDesk()
    await desk.desk.start()
    const { id } = await desk.checked(notesOn(3))
    await desk.fileNote(2)
    await desk.until('the note is sent', () => desk.vendor.tries.length === 1)
    await desk.start(id)
    await desk.until('the run is back at its check', async () => (await desk.get(id)).state === 'checked')
    expect(await desk.get(id)).toMatchObject({
      pauseReason: { id: 'bulk.totalChanged' },
      counts: { good: 2, duplicate: 1 },
      progress: null,
      startedAt: null,
    })
    expect(desk.vendor.tries).toHaveLength(1)
    await desk.start(id)
    await desk.reaches(id, 'done')
    expect(await desk.outcomes(id)).toEqual({ 2: 'sent', 3: 'duplicate', 4: 'sent' })
  })

  test('counts rows of one note as the check did, however far apart they stand', async () => {
    const desk = await bulkDesk()
    await desk.desk.start()
    await desk.fileNote(999_999)
    const between = Array.from({ length: 250 }, (_, at) => at + 1_000)
    const { id, counts } = await desk.checked(noteTable(noteRow(1, { action: 'update' }), ...between, noteRow(1)))
    expect(counts).toMatchObject({ good: 252, duplicate: 0 })
    await desk.start(id)
    await desk.reaches(id, 'done', 'checked')
    expect(await desk.progress(id)).toMatchObject({ total: 252, sent: 252 })
  })
})

describe('the result', () => {
  test('is the table with what became of each row', async () => {
    const desk = await bulkDesk()
    desk.vendor.answer = (payload) =>
      payload.kind === 'note' && payload.target.saleID === '2' ? answers.refuses('Sale not found.') : answers.accepts('77')
    const id = await desk.started(noteTable(1, 2, noteRow('x')))
    await desk.reaches(id, 'done')
    desk.choices.save = path.join(desk.folder, 'resultaat.csv')
    await desk.bulk.exportResult({ runId: id, format: 'csv' })
    const lines = (await readFile(desk.choices.save, 'utf8')).split('\r\n')
    expect(lines[1]).toMatch(/^"create"\t"12345"\t"1"\t"IDE"\t"Factuur 1"\t"0"\t"2"\t"Verzonden"\t"77"\t/)
    expect(lines[2]).toMatch(/\t"3"\t"Geweigerd"\t""\t.*Sale not found\./)
    expect(lines[3]).toMatch(/\t"4"\t"Fout"\t""\t/)
  })
})

test('disputes of one invoice are doubles, and go only where the person includes them', async () => {
  const desk = await bulkDesk()
  const table = disputeTable({ invoice: 'F-1' }, { invoice: 'f-1' }, { invoice: 'F-2' })
  const first = await desk.started(table, 'disputes')
  await desk.reaches(first, 'done')
  expect(desk.vendor.tried()).toEqual(['F-1', 'F-2'])
  const again = await desk.checked(table, 'disputes')
  expect(again.counts).toMatchObject({ good: 0, duplicate: 3 })
  expect((await desk.row(again.id, 4)).warnings).toEqual([{ id: 'bulk.row.knownInvoice', values: { invoice: 'F-2' } }])
  await desk.bulk.setIncludeDuplicates({ runId: again.id, include: true })
  await desk.start(again.id)
  await desk.reaches(again.id, 'done')
  expect(desk.vendor.tried().slice(2)).toEqual(['F-1', 'f-1', 'F-2'])
})
