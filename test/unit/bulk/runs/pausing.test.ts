import { describe, expect, test } from 'vitest'
import { bulkDesk, noteRow, notesOn, noteTable, type BulkDeskUnderTest } from '#test/support/bulk-desk.ts'
import { settled } from '#test/support/fake-clock.ts'
import { answers } from '#test/support/played-vendor.ts'

/** A run of ten with row one sent and four more under way. */
async function underWay() {
  const desk = await bulkDesk()
  await desk.desk.start()
  desk.vendor.answer = (payload) => (payload.kind === 'note' && payload.target.saleID === '1' ? answers.accepts() : null)
  const id = await desk.started(notesOn(10))
  await desk.until('four are under way', () => desk.vendor.waiting.length === 4)
  return { desk, id }
}

const finish = async (desk: BulkDeskUnderTest, id: string) => {
  desk.vendor.answer = () => answers.accepts()
  desk.vendor.letGo()
  await desk.reaches(id, 'done')
  expect([...desk.vendor.tried()].toSorted()).toEqual([...new Set(desk.vendor.tried())].toSorted())
}

test('before sleep no further row is claimed, and after waking the run goes on by itself', async () => {
  const { desk, id } = await underWay()
  desk.desk.suspend()
  desk.vendor.letGo()
  await desk.clock.pass(60_000)
  expect(desk.vendor.tries).toHaveLength(5)
  expect((await desk.get(id)).state).toBe('sending')
  desk.desk.wake()
  await finish(desk, id)
  expect(await desk.progress(id)).toMatchObject({ total: 10, sent: 10 })
})

describe('a pause', () => {
  test('lets what is under way finish and nothing more leave', async () => {
    const { desk, id } = await underWay()
    expect(await desk.bulk.pause({ runId: id })).toMatchObject({ state: 'paused', pauseReason: { id: 'bulk.paused.byPerson' } })
    expect(desk.told.taskbar.at(-1)).toBeNull()
    desk.vendor.letGo()
    await desk.clock.pass(3_600_000)
    expect(desk.vendor.tries).toHaveLength(5)
    expect(await desk.progress(id)).toMatchObject({ total: 10, sent: 5, left: 5, rate: null })
    expect(desk.told.notified).toEqual([])
    await desk.bulk.resume({ runId: id })
    await finish(desk, id)
    expect(await desk.progress(id)).toMatchObject({ total: 10, sent: 10 })
  })

  test('and a resume in quick succession neither lose nor double what is under way', async () => {
    const { desk, id } = await underWay()
    await desk.bulk.pause({ runId: id })
    const resumed = desk.bulk.resume({ runId: id })
    await desk.clock.pass(1_000)
    expect(desk.vendor.tries).toHaveLength(5)
    desk.vendor.letGo()
    await resumed
    expect((await desk.get(id)).state).toBe('sending')
    await desk.bulk.pause({ runId: id })
    const again = desk.bulk.resume({ runId: id })
    await settled()
    desk.vendor.letGo()
    await again
    await finish(desk, id)
    expect(await desk.progress(id)).toMatchObject({ total: 10, sent: 10 })
  })

  test('of a run that is not being sent is refused', async () => {
    const desk = await bulkDesk()
    const { id } = await desk.checked(notesOn(2))
    expect(() => desk.bulk.pause({ runId: id })).toThrow('bulk.moved')
    await expect(desk.bulk.resume({ runId: id })).rejects.toThrow('bulk.moved')
  })

  test('stays a person’s when a row that was under way is refused for its key', async () => {
    const { desk, id } = await underWay()
    await desk.bulk.pause({ runId: id })
    desk.vendor.letGo(answers.refusesKey())
    await settled()
    expect(await desk.get(id)).toMatchObject({ state: 'paused', pauseReason: { id: 'bulk.paused.byPerson' } })
    desk.vendor.answer = () => answers.accepts()
    await desk.bulk.resume({ runId: id })
    await desk.reaches(id, 'done')
    expect(await desk.progress(id)).toMatchObject({ total: 10, sent: 10 })
    expect(desk.vendor.tries).toHaveLength(14)
  })
})

describe('a stop', () => {
  test('keeps the rest here, as not sent', async () => {
    const { desk, id } = await underWay()
    expect(await desk.bulk.stop({ runId: id })).toMatchObject({ state: 'stopped' })
    desk.vendor.letGo()
    await desk.until('the rest is marked', async () => (await desk.progress(id)).notSent === 5)
    await desk.clock.pass(3_600_000)
    expect(desk.vendor.tries).toHaveLength(5)
    expect(await desk.get(id)).toMatchObject({
      state: 'stopped',
      progress: { sent: 5, notSent: 5, left: 0 },
      canRetry: ['not-sent'],
    })
    expect((await desk.row(id, 11)).outcome).toMatchObject({ state: 'withdrawn', reason: { id: 'bulk.notSent' } })
  })

  test('while paused keeps the rest here too', async () => {
    const { desk, id } = await underWay()
    await desk.bulk.pause({ runId: id })
    desk.vendor.letGo()
    await settled()
    await desk.bulk.stop({ runId: id })
    await desk.until('the rest is marked', async () => (await desk.progress(id)).notSent === 5)
    expect((await desk.get(id)).state).toBe('stopped')
  })

  test('has the last word over a resume that still waits for what is under way', async () => {
    const { desk, id } = await underWay()
    await desk.bulk.pause({ runId: id })
    const resumed = Promise.allSettled([desk.bulk.resume({ runId: id })])
    await settled()
    await desk.bulk.stop({ runId: id })
    desk.vendor.letGo()
    await resumed
    await desk.until('the rest is marked', async () => (await desk.progress(id)).notSent === 5)
    await desk.clock.pass(60_000)
    expect(desk.vendor.tries).toHaveLength(5)
    expect((await desk.get(id)).state).toBe('stopped')
  })

  test('right after a resume lets nothing more leave than was under way', async () => {
    const { desk, id } = await underWay()
    await desk.bulk.pause({ runId: id })
    desk.vendor.letGo()
    await settled()
    const resumed = desk.bulk.resume({ runId: id })
    await desk.until('it is being sent', async () => (await desk.get(id)).state === 'sending')
    await desk.bulk.stop({ runId: id })
    await resumed
    desk.vendor.letGo()
    await desk.until('nothing is left', async () => (await desk.progress(id)).left === 0)
    expect((await desk.get(id)).state).toBe('stopped')
    const { sent, notSent } = await desk.progress(id)
    expect([sent + notSent, sent]).toEqual([10, desk.vendor.tries.length])
  })

  test('of a row that may have arrived and waits to go again says unknown, not "not sent"', async () => {
    const desk = await bulkDesk()
    desk.vendor.answer = (payload) =>
      payload.kind === 'note' && payload.action === 'update' ? answers.isSilent() : answers.accepts()
    const id = await desk.started(noteTable(1, noteRow(2, { action: 'update' }), 3))
    await desk.until('it is unknown', async () => (await desk.progress(id)).unknown === 1)
    desk.vendor.answer = () => answers.isBusy(600_000)
    await desk.clock.pass(15_000)
    expect(await desk.progress(id)).toMatchObject({ left: 1, unknown: 0 })
    await desk.bulk.stop({ runId: id })
    await desk.until('it is unknown', async () => (await desk.progress(id)).unknown === 1)
    expect(await desk.progress(id)).toMatchObject({ total: 3, sent: 2, unknown: 1, notSent: 0 })
    expect((await desk.row(id, 3)).outcome).toMatchObject({ state: 'unknown', reason: { id: 'bulk.stoppedInDoubt' } })
    await desk.clock.pass(3_600_000)
    expect(desk.vendor.tries).toHaveLength(4)
  })

  test('before anything left takes the start back', async () => {
    const desk = await bulkDesk()
    const { id } = await desk.checked(notesOn(600))
    await desk.start(id)
    expect((await desk.get(id)).state).toBe('starting')
    await desk.bulk.stop({ runId: id })
    await desk.reaches(id, 'checked')
    expect(await desk.get(id)).toMatchObject({ pauseReason: { id: 'bulk.start.takenBack' }, progress: null, startedAt: null })
    await desk.clock.pass(60_000)
    expect(desk.vendor.tries).toEqual([])
    await desk.start(id)
    await desk.reaches(id, 'done')
    expect(await desk.progress(id)).toMatchObject({ total: 600, sent: 600 })
    expect(desk.vendor.tries).toHaveLength(600)
  })
})
