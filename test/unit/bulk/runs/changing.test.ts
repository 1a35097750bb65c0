import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { BulkRow } from '#shared/domain/bulk.ts'
import { bulkEditRecords } from '#main/storage/bulk-edit-records.ts'
import { bulkTableRecords } from '#main/storage/bulk-table-records.ts'
import { openDatabase } from '#main/storage/database.ts'
import { openLedger } from '#main/storage/ledger.ts'
import { bulkSteps } from '#main/storage/migrations/0017-bulk-steps.ts'
import { migrations } from '#main/storage/migrations/index.ts'
import { afterCrash, afterQuit, bulkDesk, noteRow, noteTable, type BulkDeskUnderTest } from '#test/support/bulk-desk.ts'
import { openLedgerFile } from '#test/support/ledger-file.ts'
import { makeOldLedger } from '#test/support/old-ledger.ts'
import { answers, nameOf } from '#test/support/played-vendor.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const atOutlet = (sale: number | string, outlet: string) => noteRow(sale).replace('12345', outlet)
/** Rows 2 to 7: the outlet of rows 3, 5 and 7 is a name. */
const named = noteTable(...[1, 2, 3, 4, 5, 6].map((sale) => (sale % 2 === 0 ? atOutlet(sale, 'Winkel') : noteRow(sale))))
const outlets = (rows: readonly BulkRow[]) => rows.map(({ values }) => values.outletID)
const replaced = ['12345', '777', '12345', '777', '12345', '777']
const asRead = ['12345', 'Winkel', '12345', 'Winkel', '12345', 'Winkel']

/** Replaces the name, as a person does who was told how many rows have it. */
async function replace(desk: BulkDeskUnderTest, runId: string, to: string) {
  const { rows: total } = await desk.bulk.countValue({ runId, field: 'outletID', value: 'Winkel' })
  return desk.bulk.fillCells({ runId, field: 'outletID', value: to, which: { by: 'value', value: 'Winkel', total } })
}

describe('a value', () => {
  test('is replaced in all rows that have it, and in no other; undone and made again as often as one likes', async () => {
    const desk = await bulkDesk()
    const { id, counts } = await desk.checked(named)
    expect(counts).toMatchObject({ good: 3, faulty: 3 })
    expect(await desk.bulk.countValue({ runId: id, field: 'outletID', value: 'Winkel' })).toEqual({ rows: 3 })
    const run = await replace(desk, id, '777')
    expect(run).toMatchObject({ counts: { good: 6, faulty: 0 }, undoStep: { kind: 'replace', field: 'outletID', rows: 3 } })
    expect(outlets(await desk.rows(id))).toEqual(replaced)
    expect((await desk.row(id, 3)).originals).toEqual({ outletID: 'Winkel' })
    for (let times = 0; times < 3; times += 1) {
      expect(await desk.bulk.undoChange({ runId: id, count: 1 })).toMatchObject({
        counts: { good: 3, faulty: 3 },
        undoStep: null,
        redoStep: { kind: 'replace', field: 'outletID', rows: 3 },
      })
      expect(outlets(await desk.rows(id))).toEqual(asRead)
      await desk.bulk.redoChange({ runId: id, count: 1 })
      expect(outlets(await desk.rows(id))).toEqual(replaced)
    }
    await desk.start(id)
    await desk.reaches(id, 'done')
    expect(desk.vendor.tries.map(({ payload }) => payload.kind === 'note' && payload.target.outletID)).toEqual(replaced)
  })

  test('stays where another number of rows has it by now than was said', async () => {
    const desk = await bulkDesk()
    const { id } = await desk.checked(named)
    const which = { by: 'value' as const, value: 'Winkel', total: 3 }
    await desk.bulk.editCell({ runId: id, row: 2, field: 'outletID', value: 'Winkel' })
    await expect(desk.bulk.fillCells({ runId: id, field: 'outletID', value: '777', which })).rejects.toThrow('bulk.totalChanged')
    expect(outlets(await desk.rows(id))).toEqual(asRead.with(0, 'Winkel'))
    expect(await desk.get(id)).toMatchObject({ undoStep: { kind: 'cell' } })
  })

  test('makes rows doubles of others, or of what was sent before, and those do not leave', async () => {
    const desk = await bulkDesk()
    await desk.desk.start()
    await desk.fileNote(9)
    await desk.until('the note is sent', () => desk.vendor.tries.length === 1)
    const { id } = await desk.checked(
      noteTable(1, 2, 3, 'create\t12345\tonbekend\tIDE\tA\t0', 'create\t12345\tonbekend\tIDE\tB\t0'),
    )
    const which = { by: 'value' as const, value: 'onbekend', total: 2 }
    expect(await desk.bulk.fillCells({ runId: id, field: 'saleID', value: '9', which })).toMatchObject({
      counts: { good: 3, faulty: 0, duplicate: 2 },
    })
    await desk.bulk.undoChange({ runId: id, count: 1 })
    expect(await desk.bulk.fillCells({ runId: id, field: 'saleID', value: '4', which })).toMatchObject({
      counts: { good: 4, duplicate: 1 },
    })
    await desk.start(id)
    await desk.reaches(id, 'done')
    expect(desk.vendor.tried().slice(1)).toEqual(['create 1', 'create 2', 'create 3', 'create 4'])
  })
})

test('rows are filled by their numbers, and left out, each a step of its own', async () => {
  const desk = await bulkDesk()
  const { id } = await desk.checked(named)
  const field = 'outletID' as const
  await desk.bulk.fillCells({ runId: id, field, value: '1', which: { by: 'number', rows: [7, 2, 3] } })
  await desk.bulk.fillCells({ runId: id, field, value: '2', which: { by: 'number', rows: [4, 5] } })
  await desk.bulk.skipRows({ runId: id, rows: [2, 3], skip: true })
  expect(outlets(await desk.rows(id))).toEqual(['1', '1', '2', '2', '12345', '1'])
  expect(await desk.get(id)).toMatchObject({ counts: { good: 4, skipped: 2 }, undoStep: { kind: 'skip', rows: 2 } })
  expect(await desk.bulk.undoChange({ runId: id, count: 1 })).toMatchObject({ counts: { good: 6, skipped: 0 } })
  expect(await desk.bulk.undoChange({ runId: id, count: 5 })).toMatchObject({ counts: { good: 3, faulty: 3 }, undoStep: null })
  expect(outlets(await desk.rows(id))).toEqual(asRead)
  expect(await desk.bulk.redoChange({ runId: id, count: 3 })).toMatchObject({ counts: { good: 4, skipped: 2 }, redoStep: null })
  // What was undone can't be made again after something else; what is refused, or changes nothing, is nothing else.
  await desk.bulk.undoChange({ runId: id, count: 2 })
  const redoStep = { kind: 'fill', rows: 2 }
  const which = { by: 'value' as const, value: '1', total: 2 }
  await expect(desk.bulk.fillCells({ runId: id, field, value: '9', which })).rejects.toThrow('bulk.totalChanged')
  await expect(desk.bulk.skipRows({ runId: id, rows: [2, 99], skip: true })).rejects.toThrow('failure.gone')
  expect(await desk.bulk.skipRows({ runId: id, rows: [2], skip: false })).toMatchObject({ redoStep })
  expect(await desk.get(id)).toMatchObject({ redoStep })
  expect(await desk.bulk.editCell({ runId: id, row: 5, field, value: '3' })).toMatchObject({ run: { redoStep: null } })
  expect(outlets(await desk.rows(id))).toEqual(['1', '1', '12345', '3', '12345', '1'])
  await expect(desk.bulk.fillCells({ runId: id, field, value: '4', which: { by: 'number', rows: [2, 99] } })).rejects.toThrow(
    'failure.gone',
  )
  expect(outlets(await desk.rows(id))).toEqual(['1', '1', '12345', '3', '12345', '1'])
})

describe.for([
  ['crash', afterCrash],
  ['quit', afterQuit],
] as const)('after a %s', ([, next]) => {
  test('changes stand as they stood, and can be undone and made again', async () => {
    const desk = await bulkDesk()
    const { id } = await desk.checked(named)
    await replace(desk, id, '777')
    await desk.bulk.editCell({ runId: id, row: 2, field: 'text', value: 'Anders' })
    await desk.bulk.skipRows({ runId: id, rows: [4], skip: true })
    await desk.bulk.undoChange({ runId: id, count: 2 })
    const later = await next(desk)
    expect(await later.get(id)).toMatchObject({ undoStep: { kind: 'replace' }, redoStep: { kind: 'cell' } })
    expect(outlets(await later.rows(id))).toEqual(replaced)
    expect(await later.bulk.redoChange({ runId: id, count: 2 })).toMatchObject({ counts: { good: 5, skipped: 1 } })
    expect((await later.row(id, 2)).values.text).toBe('Anders')
    expect(await later.bulk.undoChange({ runId: id, count: 9 })).toMatchObject({ counts: { good: 3, faulty: 3, skipped: 0 } })
    expect(outlets(await later.rows(id))).toEqual(asRead)
  })
})

test('half a step that a crash left counts for nothing, and is no part of the next one', async () => {
  const desk = await bulkDesk()
  const { id } = await desk.checked(named)
  await desk.close()
  const db = openLedgerFile(path.join(desk.folder, 'ledger.sqlite'))
  db.exec(
    `INSERT INTO bulk_edits (run_id, row, field, step, value) VALUES (${id}, 3, 'outletID', 1, '777'), (${id}, 2, 'skip', 1, '1')`,
  )
  db.close()
  const later = await afterCrash(desk)
  expect(await later.bulk.check({ runId: id })).toMatchObject({ counts: { good: 3, faulty: 3, skipped: 0 }, redoStep: null })
  await later.bulk.editCell({ runId: id, row: 7, field: 'outletID', value: '888' })
  expect(outlets(await later.rows(id))).toEqual(asRead.with(5, '888'))
})

test('a row that was sent is changed by nothing, and what was sent is undone by nothing', async () => {
  const desk = await bulkDesk()
  desk.vendor.answer = (payload) => (nameOf(payload) === 'create 3' ? answers.refuses('Sale not found.') : answers.accepts())
  const { id } = await desk.checked(named)
  await replace(desk, id, '777')
  await desk.start(id)
  await desk.reaches(id, 'done')
  expect(await desk.get(id)).toMatchObject({ undoStep: null, redoStep: null })
  await expect(desk.bulk.undoChange({ runId: id, count: 1 })).rejects.toThrow('bulk.moved')
  // In a further round row 4 alone can be changed.
  await desk.bulk.retry({ runId: id, which: ['rejected'] })
  expect(await desk.bulk.undoChange({ runId: id, count: 1 })).toMatchObject({ counts: { good: 1 }, undoStep: null })
  const field = 'text' as const
  await expect(desk.bulk.fillCells({ runId: id, field, value: 'A', which: { by: 'number', rows: [3, 4] } })).rejects.toThrow(
    'failure.gone',
  )
  await expect(desk.bulk.skipRows({ runId: id, rows: [2], skip: true })).rejects.toThrow('failure.gone')
  await desk.bulk.fillCells({ runId: id, field, value: 'Samen', which: { by: 'number', rows: [4] } })
  await desk.bulk.leaveRetry({ runId: id })
  expect((await desk.rows(id)).map(({ values }) => values.text === 'Samen')).toEqual([false, false, true, false, false, false])
  expect(outlets(await desk.rows(id))).toEqual(replaced)
})

test('the result says what the file said where a person changed it, and the file can be read again', async () => {
  const desk = await bulkDesk()
  const { id } = await desk.checked(named)
  await replace(desk, id, '777')
  await desk.start(id)
  await desk.reaches(id, 'done')
  desk.choices.save = path.join(desk.folder, 'resultaat.csv')
  await desk.bulk.exportResult({ runId: id, format: 'csv' })
  const lines = (await readFile(desk.choices.save, 'utf8')).split('\r\n')
  expect(lines[1]).toMatch(/^"create"\t"12345"\t.*\t"2"\t"Verzonden"\t"4711"\t""\t"[^"]*"$/)
  expect(lines[2]).toMatch(/^"create"\t"777"\t.*\t"3"\t"Verzonden"\t"4711"\t"Outlet in het bestand: “Winkel”\."\t"[^"]*"$/)
  const { token } = await desk.desk.tokens.register({ path: desk.choices.save })
  const source = { from: 'token', token } as const
  const again = await desk.bulk.open({ kind: 'notes', accountId: await desk.account('notes'), source })
  expect(again?.columns.map(({ name }) => name)).toEqual(['actie', 'outlet', 'saleID', 'betaalmethode', 'tekst', 'test'])
})

test('other work goes on between the rows of a large table that is changed, checked and sorted', async () => {
  const desk = await bulkDesk()
  const size = 4_000
  const { id } = await desk.checked(noteTable(...Array.from({ length: size }, (_, at) => atOutlet(at + 1, 'Winkel'))))
  let turns = 0
  let isOver = false
  const count = () => {
    turns += 1
    if (!isOver) setImmediate(count)
  }
  /** How often something else had its turn meanwhile: once for each piece of the table at least. */
  const turnsDuring = async (work: () => unknown): Promise<number> => {
    turns = 0
    isOver = false
    setImmediate(count)
    await work()
    isOver = true
    return turns
  }
  const pieces = size / 200
  const sort = { by: 'text', descending: true } as const
  expect(await turnsDuring(() => replace(desk, id, '777'))).toBeGreaterThan(3 * pieces)
  expect(await turnsDuring(() => desk.bulk.undoChange({ runId: id, count: 1 }))).toBeGreaterThanOrEqual(pieces)
  const asked = { runId: id, standing: null, states: [], finding: null, sort }
  expect(await turnsDuring(async () => expect((await desk.bulk.order(asked)).rows).toHaveLength(size))).toBeGreaterThan(
    2 * pieces,
  )
})

test('what an earlier version kept of a table stays: a cell typed over, and a row that was left out', async () => {
  const file = path.join(await temporaryFolder(), 'ledger.sqlite')
  const db = openDatabase(file)
  makeOldLedger(db, migrations.indexOf(bulkSteps))
  db.exec(`
    PRAGMA ignore_check_constraints = ON; INSERT INTO bulk_marks (run_id, row, standing) VALUES (1, 4, 'skipqed');
    INSERT INTO set_aside (source, key, found_at, rules) VALUES ('bulk_edits', '1/2/text', 1, '[]')`)
  db.close()
  const ledger = openLedger(file)
  const rows = bulkTableRecords(ledger).rowsAt(1, [2, 3, 4, 5])
  expect(rows.map(({ row, edits, leftOut, damaged }) => ({ row, edits, leftOut, damaged }))).toEqual([
    { row: 2, damaged: true },
    { row: 3, edits: { text: 'O’Brien belde 💶' } },
    // That it was left out is possible.
    { row: 4, damaged: true },
    { row: 5, leftOut: true },
  ])
  expect(bulkEditRecords(ledger).last(1, 1)).toBeNull()
  ledger.close()
})
