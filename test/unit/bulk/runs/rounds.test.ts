import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { bulkDesk, noteRow, notesOn, noteTable } from '#test/support/bulk-desk.ts'
import { answers, nameOf } from '#test/support/played-vendor.ts'

/** Sale 2 is refused, sale 3 accepted, the rest is stopped; sale `x` was faulty. */
async function mixed() {
  const desk = await bulkDesk()
  desk.vendor.answerAfterRowOne((payload) =>
    nameOf(payload) === 'create 2'
      ? answers.refuses('Sale not found.')
      : nameOf(payload) === 'create 3'
        ? answers.accepts()
        : null,
  )
  const { id } = await desk.checked(noteTable(1, 2, 3, 4, 5, noteRow('x'), 1))
  await desk.bulk.setConnections({ runId: id, connections: 1 })
  await desk.start(id)
  await desk.until('sale 4 is under way', () => desk.vendor.waiting.length === 1)
  await desk.bulk.stop({ runId: id })
  desk.vendor.letGo()
  await desk.until('the rest is marked', async () => (await desk.progress(id)).notSent === 1)
  desk.vendor.answer = () => answers.accepts('2000')
  return { desk, id }
}

describe('a further round', () => {
  test('takes the rows that were asked for back to the check, and only those', async () => {
    const { desk, id } = await mixed()
    expect(await desk.outcomes(id)).toEqual({
      2: 'sent',
      3: 'rejected',
      4: 'sent',
      5: 'sent',
      6: 'withdrawn',
      7: 'faulty',
      8: 'duplicate',
    })
    expect(await desk.get(id)).toMatchObject({ canRetry: ['rejected', 'not-sent', 'left-out'], leftOut: 2 })
    const behind = { runId: id, standing: null, states: ['left-out' as const], after: null }
    const { items, next } = await desk.bulk.rows({ ...behind, limit: 1 })
    expect([...items, ...(await desk.bulk.rows({ ...behind, after: next, limit: 2 })).items].map(({ row }) => row)).toEqual([
      7, 8,
    ])
    const again = await desk.bulk.retry({ runId: id, which: ['rejected'] })
    expect(again).toMatchObject({ state: 'checked', retries: ['rejected'], counts: { good: 1, faulty: 0, duplicate: 0 } })
    expect((await desk.rows(id)).map(({ row }) => row)).toEqual([3])
    expect(await desk.bulk.confirmation({ runId: id })).toMatchObject({ total: 1, create: 1, leftOut: 0 })
  })

  test('can be left again: the result is as it was, and what a person sends again goes', async () => {
    const { desk, id } = await mixed()
    const before = await desk.outcomes(id)
    await desk.bulk.retry({ runId: id, which: ['rejected'] })
    const left = await desk.bulk.leaveRetry({ runId: id })
    expect(left).toMatchObject({ state: 'stopped', retries: null, canRetry: ['rejected', 'not-sent', 'left-out'] })
    expect(await desk.outcomes(id)).toEqual(before)
    await expect(desk.bulk.leaveRetry({ runId: id })).rejects.toThrow('bulk.moved')
    await desk.bulk.retry({ runId: id, which: ['rejected'] })
    await desk.start(id)
    await desk.reaches(id, 'done', 'stopped')
    expect((await desk.row(id, 3)).outcome).toMatchObject({ state: 'sent' })
  })

  test('that is left lets go what was to be sent again meanwhile', async () => {
    const desk = await bulkDesk()
    desk.vendor.answerAfterRowOne((payload) =>
      nameOf(payload) === 'create 2' ? answers.refuses('Sale not found.') : answers.isSilent(),
    )
    const { id } = await desk.checked(noteTable(1, 2, 3))
    await desk.start(id)
    await desk.reaches(id, 'done')
    const unknown = await desk.row(id, 4)
    await desk.bulk.retry({ runId: id, which: ['rejected'] })
    desk.vendor.answer = () => answers.accepts('2000')
    await desk.handlers.outbox.decide({ id: unknown.outcome!.submissionId, decision: 'send-again' })
    expect(await desk.progress(id)).toMatchObject({ left: 1, unknown: 0 })
    await desk.bulk.leaveRetry({ runId: id })
    await desk.reaches(id, 'done')
    expect((await desk.row(id, 4)).outcome).toMatchObject({ state: 'sent' })
  })

  test('sends what was mended, and the result shows the newest of each row', async () => {
    const { desk, id } = await mixed()
    await desk.bulk.retry({ runId: id, which: ['rejected', 'not-sent', 'left-out'] })
    const { run } = await desk.bulk.editCell({ runId: id, row: 3, field: 'saleID', value: '22' })
    expect(run.counts).toEqual({ good: 2, faulty: 1, duplicate: 1, skipped: 0 })
    const tries = desk.vendor.tries.length
    await desk.start(id)
    await desk.reaches(id, 'done', 'stopped')
    expect(desk.vendor.tried().slice(tries)).toEqual(['create 22', 'create 5'])
    expect(await desk.progress(id)).toMatchObject({ total: 5, sent: 5 })
    expect((await desk.row(id, 3)).outcome).toMatchObject({ state: 'sent', number: '2000' })
    expect((await desk.get(id)).canRetry).toEqual(['left-out'])
    desk.choices.save = path.join(desk.folder, 'resultaat.csv')
    await desk.bulk.exportResult({ runId: id, format: 'csv' })
    expect((await readFile(desk.choices.save, 'utf8')).split('\r\n')[2]).toMatch(/"22"\t.*"Verzonden"\t"2000"/)
  })

  test('leaves what the first one found of other rows, and lets nobody edit what was sent', async () => {
    const { desk, id } = await mixed()
    await desk.bulk.retry({ runId: id, which: ['rejected'] })
    await expect(desk.bulk.editCell({ runId: id, row: 2, field: 'text', value: 'anders' })).rejects.toThrow('failure.gone')
    await expect(desk.bulk.skipRows({ runId: id, rows: [3, 4], skip: true })).rejects.toThrow('failure.gone')
    await desk.start(id)
    await desk.reaches(id, 'done', 'stopped')
    expect(await desk.outcomes(id)).toMatchObject({ 2: 'sent', 3: 'sent', 6: 'withdrawn', 7: 'faulty', 8: 'duplicate' })
    expect((await desk.row(id, 8)).warnings).toEqual([{ id: 'bulk.row.sameNote', values: { row: 2 } }])
  })

  test('keeps one living item of a row, however often it is tried', async () => {
    const desk = await bulkDesk()
    desk.vendor.answerAfterRowOne(() => answers.refuses())
    const id = await desk.started(notesOn(3))
    await desk.reaches(id, 'done')
    for (let round = 0; round < 3; round += 1) {
      await desk.bulk.retry({ runId: id, which: ['rejected'] })
      await desk.start(id)
      await desk.reaches(id, 'done')
      expect(await desk.progress(id)).toMatchObject({ total: 3, sent: 1, rejected: 2 })
    }
    const { items } = await desk.handlers.history.list({ search: '', kinds: [], states: [], cursor: null, limit: 50 })
    expect(items).toHaveLength(1 + 2 * 4)
    desk.vendor.answer = () => answers.accepts()
    await desk.bulk.retry({ runId: id, which: ['rejected'] })
    await desk.start(id)
    await desk.reaches(id, 'done')
    expect(await desk.get(id)).toMatchObject({ canRetry: [], progress: { total: 3, sent: 3 } })
  })

  test('that is taken back leaves the earlier outcomes as they were', async () => {
    const desk = await bulkDesk()
    desk.vendor.answerAfterRowOne(() => answers.refuses())
    const id = await desk.started(notesOn(300))
    await desk.reaches(id, 'done')
    await desk.bulk.retry({ runId: id, which: ['rejected'] })
    await desk.start(id)
    await desk.bulk.stop({ runId: id })
    await desk.reaches(id, 'checked')
    expect(await desk.progress(id)).toMatchObject({ total: 300, sent: 1, rejected: 299 })
    const tries = desk.vendor.tries.length
    desk.vendor.answer = () => answers.accepts()
    await desk.start(id)
    await desk.reaches(id, 'done')
    expect(await desk.progress(id)).toMatchObject({ total: 300, sent: 300 })
    expect(desk.vendor.tries).toHaveLength(tries + 299)
  })

  test('of a run that is being sent is refused', async () => {
    const desk = await bulkDesk()
    desk.vendor.holdBack()
    const id = await desk.started(notesOn(3))
    await expect(desk.bulk.retry({ runId: id, which: ['rejected'] })).rejects.toThrow('bulk.moved')
    await expect(desk.bulk.discard({ runId: id })).rejects.toThrow('bulk.moved')
  })
})

describe('an undo', () => {
  test('deletes the notes that the run created, and no others, once they are confirmed', async () => {
    const desk = await bulkDesk()
    await desk.desk.start()
    desk.vendor.answerAfterRowOne((payload) => (nameOf(payload) === 'create 2' ? answers.refuses() : answers.accepts()))
    const id = await desk.started(noteTable(1, 2, noteRow(3, { action: 'update' }), 4, noteRow(5, { test: '1' }), 6))
    await desk.reaches(id, 'done')
    await desk.fileNote(6, { action: 'delete' })
    await desk.until('one is deleted already', () => desk.vendor.tried().includes('delete 6'))
    const tries = desk.vendor.tries.length
    const undo = await desk.bulk.undo({ runId: id })
    expect(undo).toMatchObject({ state: 'checked', undoes: id, counts: { good: 3, faulty: 0, duplicate: 0 } })
    expect(await desk.get(id)).toMatchObject({ canUndo: false, undoneBy: undo.id })
    expect(await desk.bulk.confirmation({ runId: undo.id })).toMatchObject({ total: 3, delete: 3, create: 0, test: 1 })
    await desk.clock.pass(60_000)
    expect(desk.vendor.tries).toHaveLength(tries)
    await desk.start(undo.id)
    await desk.reaches(undo.id, 'done')
    expect(desk.vendor.tried().slice(tries)).toEqual(['delete 1', 'delete 4', 'delete 5'])
    expect(desk.vendor.tries.at(-1)?.payload).toMatchObject({ target: { test: true } })
    expect((await desk.get(undo.id)).canUndo).toBe(false)
  })

  test('that is clicked twice is one run', async () => {
    const desk = await bulkDesk()
    const id = await desk.started(notesOn(2))
    await desk.reaches(id, 'done')
    const clicks = await Promise.allSettled([desk.bulk.undo({ runId: id }), desk.bulk.undo({ runId: id })])
    expect(clicks.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect(await desk.bulk.runs(undefined)).toHaveLength(2)
  })

  test('can be made anew when it was thrown away', async () => {
    const desk = await bulkDesk()
    const id = await desk.started(notesOn(2))
    await desk.reaches(id, 'done')
    const undo = await desk.bulk.undo({ runId: id })
    await desk.bulk.discard({ runId: undo.id })
    expect(await desk.get(id)).toMatchObject({ canUndo: true, undoneBy: null })
  })

  test('says where somebody else wrote a note for the same sale', async () => {
    const desk = await bulkDesk()
    await desk.desk.start()
    await desk.fileNote(2)
    await desk.until('it is sent', () => desk.vendor.tries.length === 1)
    const { id } = await desk.checked(notesOn(2))
    await desk.bulk.setIncludeDuplicates({ runId: id, include: true })
    await desk.start(id)
    await desk.reaches(id, 'done')
    const undo = await desk.bulk.undo({ runId: id })
    expect(undo.remarks).toEqual([{ id: 'bulk.undo.otherNotes', values: { count: 1 } }])
  })

  test('goes nowhere else than where the notes are', async () => {
    const desk = await bulkDesk()
    const id = await desk.started(notesOn(2))
    await desk.reaches(id, 'done')
    const accountId = await desk.account('notes')
    const { settings } = (await desk.handlers.accounts.list(undefined)).find((account) => account.id === accountId) ?? {}
    if (settings) await desk.handlers.accounts.save({ accountId, settings: { ...settings, url: 'https://other.digiwallet.nl' } })
    await expect(desk.bulk.undo({ runId: id })).rejects.toThrow('bulk.accountMoved')
  })

  test('is not offered where nothing was created', async () => {
    const desk = await bulkDesk()
    desk.vendor.answer = () => answers.refuses()
    const id = await desk.started(notesOn(2))
    await desk.reaches(id, 'paused')
    expect((await desk.get(id)).canUndo).toBe(false)
    await expect(desk.bulk.undo({ runId: id })).rejects.toThrow('bulk.moved')
  })
})

describe('a run that is thrown away', () => {
  test('is gone, and what it sent stays in history', async () => {
    const desk = await bulkDesk()
    const id = await desk.started(notesOn(2))
    await desk.reaches(id, 'done')
    await desk.bulk.discard({ runId: id })
    expect(await desk.bulk.runs(undefined)).toEqual([])
    expect(() => desk.bulk.get({ runId: id })).toThrow('failure.gone')
    const { items } = await desk.handlers.history.list({ search: '', kinds: [], states: [], cursor: null, limit: 50 })
    expect(items.map(({ state }) => state)).toEqual(['sent', 'sent'])
  })

  test('must have no row of unknown outcome', async () => {
    const desk = await bulkDesk()
    desk.vendor.answerAfterRowOne(() => answers.isSilent())
    const id = await desk.started(notesOn(2))
    await desk.reaches(id, 'done')
    await expect(desk.bulk.discard({ runId: id })).rejects.toThrow('bulk.unknownLeft')
    await desk.bulk.decideUnknown({ runId: id, decision: 'arrived', total: 1 })
    await desk.bulk.discard({ runId: id })
    expect(await desk.bulk.runs(undefined)).toEqual([])
  })
})
