import { describe, expect, test } from 'vitest'
import { bulkDesk, noteRow, notesOn, noteTable } from '#test/support/bulk-desk.ts'
import { answers, nameOf } from '#test/support/played-vendor.ts'

const updates = noteTable(1, noteRow(2, { action: 'update' }), noteRow(3, { action: 'delete' }))
const triesOf = (desk: Awaited<ReturnType<typeof bulkDesk>>, name: string) =>
  desk.vendor.tried().filter((tried) => tried === name).length

describe('an update or delete of unknown outcome', () => {
  test.for(['update', 'delete'] as const)('(%s) repeats itself three times within ten minutes, then asks', async (action) => {
    const desk = await bulkDesk()
    desk.vendor.answerAfterRowOne(() => answers.isSilent())
    const id = await desk.started(noteTable(1, noteRow(2, { action })))
    await desk.until('it is unknown', async () => (await desk.progress(id)).unknown === 1)
    expect((await desk.progress(id)).waiting).toEqual({ reason: { id: 'bulk.waits.repeats' }, until: null })
    await desk.clock.pass(14_999)
    expect(triesOf(desk, `${action} 2`)).toBe(1)
    await desk.clock.pass(10 * 60_000)
    expect(triesOf(desk, `${action} 2`)).toBe(4)
    expect(await desk.get(id)).toMatchObject({ state: 'done', progress: { sent: 1, unknown: 1, left: 0 } })
    await desk.clock.pass(3_600_000)
    expect(desk.vendor.tries).toHaveLength(5)
  })

  test('is done with the first repeat that arrives', async () => {
    const desk = await bulkDesk()
    desk.vendor.answerAfterRowOne(() => answers.isSilent())
    const id = await desk.started(updates)
    await desk.until('both are unknown', async () => (await desk.progress(id)).unknown === 2)
    desk.vendor.answer = () => answers.accepts()
    await desk.clock.pass(15_000)
    expect(await desk.get(id)).toMatchObject({ state: 'done', progress: { sent: 3, unknown: 0 } })
    expect(desk.vendor.tries).toHaveLength(5)
  })

  test('does not leave after its ten minutes, however long the network was gone', async () => {
    const desk = await bulkDesk()
    desk.vendor.answerAfterRowOne(() => answers.isSilent())
    const id = await desk.started(updates)
    await desk.until('both are unknown', async () => (await desk.progress(id)).unknown === 2)
    desk.vendor.answer = () => answers.isUnreachable()
    await desk.clock.pass(30 * 60_000)
    desk.vendor.answer = () => answers.accepts()
    const tries = desk.vendor.tries.length
    desk.desk.networkReturned()
    await desk.clock.pass(10 * 60_000)
    expect(desk.vendor.tries).toHaveLength(tries)
    expect(await desk.get(id)).toMatchObject({ state: 'done', progress: { sent: 1, unknown: 2, left: 0 } })
    expect((await desk.row(id, 3)).outcome).toMatchObject({ state: 'unknown', reason: { id: 'outbox.repeatsOver' } })
  })

  test('does not leave when the run goes on the next day', async () => {
    const desk = await bulkDesk()
    desk.vendor.answerAfterRowOne(() => answers.isSilent())
    const id = await desk.started(updates)
    await desk.until('both are unknown', async () => (await desk.progress(id)).unknown === 2)
    desk.vendor.answer = () => answers.isBusy(600_000)
    await desk.clock.pass(15_000)
    await desk.bulk.pause({ runId: id })
    await desk.clock.pass(24 * 3_600_000)
    const tries = desk.vendor.tries.length
    desk.vendor.answer = () => answers.accepts()
    await desk.bulk.resume({ runId: id })
    await desk.reaches(id, 'done')
    expect(desk.vendor.tries).toHaveLength(tries)
    expect(await desk.progress(id)).toMatchObject({ sent: 1, unknown: 2 })
  })

  test('gives way to a newer item for its note', async () => {
    const desk = await bulkDesk()
    await desk.desk.start()
    desk.vendor.answerAfterRowOne(() => answers.isSilent())
    const id = await desk.started(updates)
    await desk.until('both are unknown', async () => (await desk.progress(id)).unknown === 2)
    desk.vendor.answer = () => answers.accepts()
    await desk.fileNote(2, { action: 'update', text: 'nieuwer' })
    await desk.clock.pass(10 * 60_000)
    const ofNote = desk.vendor.tries.flatMap(({ payload }) =>
      nameOf(payload) === 'update 2' ? [(payload as { text?: string }).text] : [],
    )
    expect(ofNote).toEqual(['Factuur 2', 'nieuwer'])
    expect(await desk.get(id)).toMatchObject({ state: 'done', progress: { sent: 2, unknown: 1 } })
    expect((await desk.row(id, 3)).outcome?.actions).toEqual(['close'])
  })

  test('that waits to repeat gives way too, and the numbers follow', async () => {
    const desk = await bulkDesk()
    await desk.desk.start()
    desk.vendor.answerAfterRowOne(() => answers.isSilent())
    const id = await desk.started(updates)
    await desk.until('both are unknown', async () => (await desk.progress(id)).unknown === 2)
    desk.vendor.answer = () => answers.isBusy(300_000)
    await desk.clock.pass(15_000)
    expect(await desk.progress(id)).toMatchObject({ left: 2, unknown: 0 })
    desk.vendor.answer = () => answers.accepts()
    await desk.fileNote(2, { action: 'delete' })
    // The vendor asked for time, which holds for what is filed by itself too.
    await desk.clock.pass(1_000)
    expect(desk.vendor.tried()).not.toContain('delete 2')
    await desk.clock.pass(300_000)
    await desk.until('it took the place', () => desk.vendor.tried().includes('delete 2'))
    await desk.reaches(id, 'done')
    expect(await desk.get(id)).toMatchObject({ state: 'done', progress: { sent: 2, unknown: 1 } })
  })

  test('of a note that was confirmed once is deleted when DigiWallet no longer finds it', async () => {
    const desk = await bulkDesk()
    desk.vendor.answer = (payload) =>
      payload.kind === 'note' && payload.action === 'delete' ? answers.isSilent() : answers.accepts()
    const id = await desk.started(noteTable(1, noteRow(1, { action: 'delete' })))
    await desk.until('it is unknown', async () => (await desk.progress(id)).unknown === 1)
    desk.vendor.answer = () => answers.refuses('Validation failed', { saleID: 'Sale not found.' })
    await desk.clock.pass(15_000)
    expect(await desk.outcomes(id)).toEqual({ 2: 'sent', 3: 'sent' })
  })
})

describe('a create of unknown outcome', () => {
  test('is never repeated without a word', async () => {
    const desk = await bulkDesk()
    desk.vendor.answerAfterRowOne((payload) => (nameOf(payload) === 'create 2' ? answers.isSilent() : answers.accepts()))
    const id = await desk.started(notesOn(4))
    await desk.reaches(id, 'done')
    await desk.clock.pass(24 * 3_600_000)
    expect(triesOf(desk, 'create 2')).toBe(1)
    expect(await desk.progress(id)).toMatchObject({ sent: 3, unknown: 1 })
  })
})
