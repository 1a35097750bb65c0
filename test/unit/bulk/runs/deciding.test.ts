import { describe, expect, test } from 'vitest'
import type { Payload } from '#shared/vendors/index.ts'
import { afterCrash, bulkDesk, noteRow, notesOn, noteTable } from '#test/support/bulk-desk.ts'
import { answers, nameOf } from '#test/support/played-vendor.ts'

const updates = noteTable(1, noteRow(2, { action: 'update' }), noteRow(3, { action: 'delete' }))
const triesOf = (desk: Awaited<ReturnType<typeof bulkDesk>>, name: string) =>
  desk.vendor.tried().filter((tried) => tried === name).length

describe('one word for all of unknown outcome', () => {
  const withUnknown = async (count: number) => {
    const desk = await bulkDesk()
    await desk.desk.start()
    let answered = 0
    // A success between two faults: the run must not pause.
    desk.vendor.answerAfterRowOne(() => ((answered += 1) % 2 === 0 ? answers.accepts() : answers.isSilent()))
    const id = await desk.started(notesOn(1 + count * 2))
    await desk.reaches(id, 'done')
    expect(await desk.progress(id)).toMatchObject({ unknown: count })
    return { desk, id }
  }

  test('counts them as arrived, and nothing is sent', async () => {
    const { desk, id } = await withUnknown(230)
    const tries = desk.vendor.tries.length
    const run = await desk.bulk.decideUnknown({ runId: id, decision: 'arrived', total: 230 })
    expect(run).toMatchObject({ state: 'done', progress: { total: 461, sent: 461, unknown: 0 } })
    await desk.clock.pass(60_000)
    expect(desk.vendor.tries).toHaveLength(tries)
    expect((await desk.row(id, 3)).outcome).toMatchObject({ state: 'sent', reason: { id: 'outbox.arrivedByPerson' } })
  })

  test('sends them again, once each', async () => {
    const { desk, id } = await withUnknown(6)
    const tries = desk.vendor.tries.length
    desk.vendor.answer = () => answers.accepts()
    await desk.bulk.decideUnknown({ runId: id, decision: 'send-again', total: 6 })
    await desk.until('all are sent', async () => (await desk.progress(id)).sent === 13)
    await desk.reaches(id, 'done')
    expect(desk.vendor.tries).toHaveLength(tries + 6)
  })

  test('is refused for another number than there are', async () => {
    const { desk, id } = await withUnknown(3)
    await expect(desk.bulk.decideUnknown({ runId: id, decision: 'arrived', total: 2 })).rejects.toThrow('bulk.totalChanged')
    await expect(desk.bulk.decideUnknown({ runId: id, decision: 'send-again', total: 4 })).rejects.toThrow('bulk.totalChanged')
    expect(await desk.progress(id)).toMatchObject({ unknown: 3 })
  })

  test('goes for those that the person saw, and for none that joined meanwhile', async () => {
    const desk = await bulkDesk()
    const rows = Array.from({ length: 300 }, (_, at) => at + 1)
    const { id } = await desk.checked(noteTable(...rows))
    await desk.bulk.setConnections({ runId: id, connections: 64 })
    let answered = 0
    desk.vendor.answerAfterRowOne((payload) => {
      if (payload.kind === 'note' && Number(payload.target.saleID) > 290) return null
      return (answered += 1) % 2 === 0 ? answers.accepts() : answers.isSilent()
    })
    await desk.start(id)
    await desk.until('the last ones are under way', () => desk.vendor.waiting.length === 10)
    await desk.until('the rest has its outcome', async () => (await desk.progress(id)).left === 10)
    const { unknown } = await desk.progress(id)
    expect(unknown).toBeGreaterThan(100)
    const decided = desk.bulk.decideUnknown({ runId: id, decision: 'arrived', total: unknown })
    desk.vendor.letGo(answers.isSilent())
    await decided
    await desk.reaches(id, 'done', 'paused')
    expect(await desk.progress(id)).toMatchObject({ unknown: 10, sent: 290 })
  })

  test('leaves a paused run paused; what is to go again goes with the rest', async () => {
    const desk = await bulkDesk()
    desk.vendor.answer = () => answers.isSilent()
    const id = await desk.started(notesOn(3))
    await desk.reaches(id, 'paused')
    desk.vendor.answer = () => answers.accepts()
    await desk.bulk.decideUnknown({ runId: id, decision: 'send-again', total: 1 })
    await desk.clock.pass(60_000)
    expect(await desk.get(id)).toMatchObject({ state: 'paused', progress: { left: 3, unknown: 0 } })
    await desk.bulk.resume({ runId: id })
    await desk.reaches(id, 'done')
    expect(desk.vendor.tried()).toEqual(['create 1', 'create 1', 'create 2', 'create 3'])
  })

  test.for(['goes on', 'is stopped'] as const)('is heard at once where the run %s with a request under way', async (how) => {
    const desk = await bulkDesk()
    const isThird = (payload: Payload) => nameOf(payload) === 'create 3'
    desk.vendor.answerAfterRowOne((payload) => (isThird(payload) ? null : answers.isSilent()))
    const id = await desk.started(notesOn(3))
    await desk.until('one is unknown, one under way', async () => {
      const { unknown, left } = await desk.progress(id)
      return unknown === 1 && left === 1 && desk.vendor.waiting.length === 1
    })
    if (how === 'is stopped') await desk.bulk.stop({ runId: id })
    else {
      await desk.bulk.pause({ runId: id })
      void Promise.allSettled([desk.bulk.resume({ runId: id })])
    }
    await desk.bulk.decideUnknown({ runId: id, decision: 'arrived', total: 1 })
    await desk.until('the word is counted', async () => (await desk.progress(id)).unknown === 0)
    expect(await desk.get(id)).toMatchObject({ canRetry: [], progress: { sent: 2, left: 1 } })
    desk.vendor.letGo(answers.refuses())
    await desk.reaches(id, how === 'is stopped' ? 'stopped' : 'done')
    await desk.until('it can be tried again', async () => (await desk.get(id)).canRetry.length === 1)
    expect(await desk.get(id)).toMatchObject({ canRetry: ['rejected'], progress: { rejected: 1, sent: 2 } })
  })

  test('ends the wait for repeats', async () => {
    const desk = await bulkDesk()
    desk.vendor.answerAfterRowOne(() => answers.isSilent())
    const id = await desk.started(updates)
    await desk.until('both are unknown', async () => (await desk.progress(id)).unknown === 2)
    await desk.bulk.decideUnknown({ runId: id, decision: 'arrived', total: 2 })
    await desk.reaches(id, 'done')
    await desk.clock.pass(10 * 60_000)
    expect(desk.vendor.tries).toHaveLength(3)
  })
})

describe('a word for one row', () => {
  test.for([
    ['arrived', 'sent', 1],
    ['send-again', 'sent', 2],
    ['keep', 'unknown', 1],
  ] as const)('%s makes it %s', async ([decision, state, tries]) => {
    const desk = await bulkDesk()
    await desk.desk.start()
    desk.vendor.answerAfterRowOne((payload) => (nameOf(payload) === 'create 2' ? answers.isSilent() : answers.accepts()))
    const id = await desk.started(notesOn(3))
    await desk.reaches(id, 'done')
    desk.vendor.answer = () => answers.accepts()
    const { outcome } = await desk.row(id, 3)
    await desk.handlers.outbox.decide({ id: outcome?.submissionId ?? '', decision })
    await desk.until('it is so', async () => (await desk.row(id, 3)).outcome?.state === state)
    await desk.reaches(id, 'done')
    expect(triesOf(desk, 'create 2')).toBe(tries)
  })

  test('of a stopped run sends that row and no other', async () => {
    const desk = await bulkDesk()
    await desk.desk.start()
    desk.vendor.answer = () => answers.isSilent()
    const id = await desk.started(notesOn(5))
    await desk.reaches(id, 'paused')
    await desk.bulk.stop({ runId: id })
    await desk.until('the rest is marked', async () => (await desk.progress(id)).notSent === 4)
    desk.vendor.answer = () => answers.accepts()
    const { outcome } = await desk.row(id, 2)
    await desk.handlers.outbox.decide({ id: outcome?.submissionId ?? '', decision: 'send-again' })
    await desk.until('it is sent', async () => (await desk.progress(id)).sent === 1)
    await desk.reaches(id, 'stopped')
    await desk.clock.pass(60_000)
    expect(desk.vendor.tried()).toEqual(['create 1', 'create 1'])
    expect(await desk.progress(id)).toMatchObject({ total: 5, sent: 1, notSent: 4 })
  })

  test('of a stopped run outlives a crash: the row waits with its run, and is not unknown again', async () => {
    const desk = await bulkDesk()
    await desk.desk.start()
    desk.vendor.answer = () => answers.isSilent()
    const id = await desk.started(notesOn(5))
    await desk.reaches(id, 'paused')
    await desk.bulk.stop({ runId: id })
    await desk.until('the rest is marked', async () => (await desk.progress(id)).notSent === 4)
    const { outcome } = await desk.row(id, 2)
    desk.vendor.answer = () => null
    void desk.handlers.outbox.decide({ id: outcome?.submissionId ?? '', decision: 'send-again' })
    const next = await afterCrash(desk)
    await next.reaches(id, 'paused')
    expect((await next.row(id, 2)).outcome).toMatchObject({ state: 'queued', reason: { id: 'outbox.sentAgainByPerson' } })
    await next.bulk.resume({ runId: id })
    await next.reaches(id, 'stopped')
    expect(next.vendor.tried()).toEqual(['create 1'])
    expect(await next.progress(id)).toMatchObject({ total: 5, sent: 1, notSent: 4, unknown: 0 })
  })

  test('that comes while a stop still marks the rest is kept', async () => {
    const desk = await bulkDesk()
    await desk.desk.start()
    desk.vendor.answer = () => answers.isSilent()
    const id = await desk.started(notesOn(3_000))
    await desk.reaches(id, 'paused')
    const { outcome } = await desk.row(id, 2)
    desk.vendor.answer = () => answers.accepts()
    await desk.bulk.stop({ runId: id })
    await new Promise<void>((resolve) => setImmediate(resolve))
    await desk.handlers.outbox.decide({ id: outcome?.submissionId ?? '', decision: 'send-again' })
    await desk.until('nothing is left', async () => (await desk.progress(id)).left === 0)
    await desk.reaches(id, 'stopped')
    expect(await desk.progress(id)).toMatchObject({ total: 3_000, sent: 1, notSent: 2_999 })
    expect(desk.vendor.tried()).toEqual(['create 1', 'create 1'])
  })
})
