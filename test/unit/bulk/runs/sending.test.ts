import { describe, expect, test } from 'vitest'
import { bulkDesk, noteRow, notesOn, noteTable } from '#test/support/bulk-desk.ts'
import { settled } from '#test/support/fake-clock.ts'
import { answers } from '#test/support/played-vendor.ts'

describe('row one', () => {
  test('goes alone, and the rest follow when it was sent', async () => {
    const desk = await bulkDesk()
    desk.vendor.holdBack()
    const id = await desk.started(notesOn(10))
    await desk.clock.pass(60_000)
    expect(desk.vendor.tried()).toEqual(['create 1'])
    desk.vendor.letGo()
    await settled()
    expect(desk.vendor.tried()).toEqual(['create 1', 'create 2', 'create 3', 'create 4', 'create 5'])
    desk.vendor.answer = () => answers.accepts()
    desk.vendor.letGo()
    await desk.reaches(id, 'done')
    expect(await desk.progress(id)).toMatchObject({ total: 10, sent: 10, left: 0, waiting: null })
    expect(desk.vendor.tried()).toHaveLength(10)
  })

  test.for([
    ['refused', answers.refuses('Sale not found.'), 'bulk.paused.firstRefused', 'rejected'],
    ['of unknown outcome', answers.isSilent(), 'bulk.paused.firstUnknown', 'unknown'],
  ] as const)('that is %s pauses the run and says so; the next one goes alone too', async ([, answer, reason, state]) => {
    const desk = await bulkDesk()
    desk.vendor.answer = () => answer
    const id = await desk.started(notesOn(5))
    await desk.reaches(id, 'paused')
    await desk.clock.pass(3_600_000)
    expect(desk.vendor.tried()).toEqual(['create 1'])
    expect(await desk.get(id)).toMatchObject({
      pauseReason: { id: reason, values: { row: 2 } },
      progress: { [state]: 1, left: 4 },
    })
    expect(desk.told.notified.map(({ state: told, pauseReason }) => [told, pauseReason])).toEqual([
      ['paused', { id: reason, values: { row: 2 } }],
    ])
    desk.vendor.holdBack()
    await desk.bulk.resume({ runId: id })
    await settled()
    expect(desk.vendor.tried()).toEqual(['create 1', 'create 2'])
    desk.vendor.answer = () => answers.accepts()
    desk.vendor.letGo()
    await desk.reaches(id, 'done')
    expect(await desk.progress(id)).toMatchObject({ total: 5, [state]: 1, sent: 4 })
  })

  test('that could not leave is no proof: the next try goes alone as well', async () => {
    const desk = await bulkDesk()
    desk.vendor.answer = () => answers.isUnreachable()
    const id = await desk.started(notesOn(5))
    await settled()
    expect(await desk.get(id)).toMatchObject({ state: 'sending', progress: { waiting: { reason: { id: 'outcome.offline' } } } })
    desk.vendor.holdBack()
    await desk.clock.pass(10_000)
    expect(desk.vendor.tried()).toEqual(['create 1', 'create 1'])
    desk.vendor.letGo(answers.refuses())
    await desk.reaches(id, 'paused')
    expect((await desk.get(id)).pauseReason).toMatchObject({ id: 'bulk.paused.firstRefused' })
  })
})

describe('requests under way', () => {
  test('are never more than the person allows', async () => {
    const desk = await bulkDesk()
    const { id } = await desk.checked(notesOn(40))
    await desk.bulk.setConnections({ runId: id, connections: 7 })
    let first = true
    desk.vendor.answer = () => {
      if (!first) return null
      first = false
      return answers.accepts()
    }
    await desk.start(id)
    await desk.until('seven are under way', () => desk.vendor.waiting.length === 7)
    await desk.clock.pass(60_000)
    expect(desk.vendor.waiting).toHaveLength(7)

    await desk.bulk.setConnections({ runId: id, connections: 2 })
    for (let answered = 0; answered < 5; answered += 1) {
      desk.vendor.waiting[0]?.answer(answers.accepts())
      await settled()
    }
    expect(desk.vendor.tries).toHaveLength(8)
    desk.vendor.waiting[0]?.answer(answers.accepts())
    await settled()
    expect([desk.vendor.waiting.length, desk.vendor.tries.length]).toEqual([2, 9])

    await desk.bulk.setConnections({ runId: id, connections: 12 })
    await settled()
    expect(desk.vendor.waiting).toHaveLength(12)
    desk.vendor.answer = () => answers.accepts()
    desk.vendor.letGo()
    await desk.reaches(id, 'done')
    expect(desk.vendor.most).toBe(12)
    expect(new Set(desk.vendor.tried()).size).toBe(40)
    expect(desk.vendor.tries).toHaveLength(40)
  })

  test('of a later run are as many as it was allowed, and both runs keep apart', async () => {
    const desk = await bulkDesk()
    const first = await desk.started(notesOn(30))
    const second = await desk.started(noteTable(...Array.from({ length: 30 }, (_, at) => at + 100)))
    await desk.reaches(first, 'done')
    await desk.reaches(second, 'done')
    expect(await desk.progress(first)).toMatchObject({ total: 30, sent: 30 })
    expect(await desk.progress(second)).toMatchObject({ total: 30, sent: 30 })
    expect(new Set(desk.vendor.tried()).size).toBe(60)
  })
})

describe('rows of one note', () => {
  test('go one at a time, in the order of the file', async () => {
    const desk = await bulkDesk()
    const { id } = await desk.checked(
      noteTable(
        1,
        noteRow(2),
        noteRow(2, { action: 'update', text: 'b' }),
        noteRow(2, { action: 'update', text: 'c' }),
        noteRow(2, { action: 'delete' }),
        3,
      ),
    )
    await desk.bulk.setConnections({ runId: id, connections: 64 })
    let first = true
    desk.vendor.answer = () => {
      const answer = first ? answers.accepts() : null
      first = false
      return answer
    }
    await desk.start(id)
    await desk.until('two notes are under way', () => desk.vendor.waiting.length === 2)
    expect(desk.vendor.tried()).toEqual(['create 1', 'create 2', 'create 3'])
    for (const name of ['create 2', 'update 2', 'update 2']) {
      await settled()
      const request = desk.vendor.waiting.find(({ payload }) => payload.kind === 'note' && payload.target.saleID === '2')
      expect(desk.vendor.tried().findLast((tried) => tried.endsWith(' 2'))).toBe(name)
      request?.answer(answers.accepts())
    }
    await settled()
    desk.vendor.letGo()
    await desk.reaches(id, 'done')
    const ofNote = desk.vendor.tries.flatMap(({ payload }) =>
      payload.kind === 'note' && payload.target.saleID === '2' ? [payload.text ?? payload.action] : [],
    )
    expect(ofNote).toEqual(['Factuur 2', 'b', 'c', 'delete'])
  })

  test('wait behind a create of unknown outcome until a person says what became of it', async () => {
    const desk = await bulkDesk()
    await desk.desk.start()
    desk.vendor.answer = (payload) =>
      payload.kind === 'note' && payload.target.saleID === '2' && payload.action === 'create'
        ? answers.isSilent()
        : answers.accepts()
    const id = await desk.started(noteTable(1, 2, noteRow(2, { action: 'update' }), 3))
    await desk.until('the others are done', async () => (await desk.progress(id)).sent === 2)
    await desk.clock.pass(60_000)
    expect(await desk.get(id)).toMatchObject({
      state: 'sending',
      progress: { sent: 2, unknown: 1, left: 1, waiting: { reason: { id: 'bulk.waits.earlier' } } },
    })
    const { outcome } = await desk.row(id, 3)
    expect(outcome?.actions).toEqual(['arrived', 'send-again', 'keep'])
    await desk.handlers.outbox.decide({ id: outcome?.submissionId ?? '', decision: 'arrived', vendorNumber: '99' })
    await desk.reaches(id, 'done')
    expect(await desk.progress(id)).toMatchObject({ total: 4, sent: 4 })
    expect(desk.vendor.tried()).toEqual(['create 1', 'create 2', 'create 3', 'update 2'])
  })

  test('wait for a single item that was filed before them, and a later one waits for them', async () => {
    const desk = await bulkDesk()
    await desk.desk.start()
    desk.vendor.holdBack()
    await desk.fileNote(2, { text: 'eerst' })
    await desk.until('the single item is under way', () => desk.vendor.waiting.length === 1)
    const { id } = await desk.checked(noteTable(1, noteRow(2, { action: 'update', text: 'dan' }), 3))
    await desk.start(id)
    await desk.until('row one is under way', () => desk.vendor.waiting.length === 2)
    desk.vendor.answer = (payload) => (payload.kind === 'note' && payload.target.saleID === '2' ? null : answers.accepts())
    desk.vendor.waiting[1]?.answer(answers.accepts())
    await desk.until('row three is sent', async () => (await desk.progress(id)).sent === 2)
    await desk.fileNote(2, { action: 'delete' })
    await desk.clock.pass(60_000)
    expect(desk.vendor.tried()).toEqual(['create 2', 'create 1', 'create 3'])
    desk.vendor.letGo()
    await desk.until('the row follows', () => desk.vendor.waiting.length === 1)
    expect(desk.vendor.tried().at(-1)).toBe('update 2')
    desk.vendor.letGo()
    await desk.until('the later item follows', () => desk.vendor.waiting.length === 1)
    expect(desk.vendor.tried().at(-1)).toBe('delete 2')
    desk.vendor.letGo()
    await desk.reaches(id, 'done')
  })
})
