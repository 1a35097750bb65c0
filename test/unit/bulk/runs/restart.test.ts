import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { openLedgerFile } from '#test/support/ledger-file.ts'
import { afterCrash, afterQuit, bulkDesk, noteRow, notesOn, noteTable, type BulkDeskUnderTest } from '#test/support/bulk-desk.ts'
import { settled } from '#test/support/fake-clock.ts'
import { answers } from '#test/support/played-vendor.ts'

/** Straight out of the ledger: a list is asked beside main, and a run goes on meanwhile. */
function waitingIn(desk: BulkDeskUnderTest): number {
  const db = openLedgerFile(path.join(desk.folder, 'ledger.sqlite'))
  try {
    return Number(db.prepare("SELECT count(*) AS count FROM submissions WHERE state = 'queued'").get()?.['count'])
  } finally {
    db.close()
  }
}

/** A run of ten, row one sent and four more under way. */
async function underWay(table = notesOn(10)) {
  const desk = await bulkDesk()
  await desk.desk.start()
  desk.vendor.answerAfterRowOne(() => null)
  const id = await desk.started(table)
  await desk.until('four are under way', () => desk.vendor.waiting.length === 4)
  return { desk, id }
}

const ends = [
  ['crash', afterCrash],
  ['quit', afterQuit],
] as const

describe.for(ends)('after a %s', ([end, next]) => {
  test('a table stands where it stood', async () => {
    const desk = await bulkDesk()
    const { id } = await desk.checked(noteTable(1, noteRow('x')))
    await desk.bulk.editCell({ runId: id, row: 3, field: 'saleID', value: '2' })
    const later = await next(desk)
    expect(await later.get(id)).toMatchObject({ state: 'checked', counts: { good: 2, faulty: 0 } })
    await later.start(id)
    await later.reaches(id, 'done')
    expect(later.vendor.tried()).toEqual(['create 1', 'create 2'])
  })

  test('a run that was paused is as it was, and nothing leaves before the person goes on', async () => {
    const { desk, id } = await underWay()
    await desk.bulk.pause({ runId: id })
    desk.vendor.letGo()
    await settled()
    const later = await next(desk)
    await later.clock.pass(3_600_000)
    expect(later.vendor.tries).toEqual([])
    expect(await later.get(id)).toMatchObject({
      state: 'paused',
      pauseReason: { id: 'bulk.paused.byPerson' },
      progress: { sent: 5, left: 5 },
    })
    await later.bulk.resume({ runId: id })
    await later.reaches(id, 'done')
    expect(later.vendor.tried()).toEqual(['create 6', 'create 7', 'create 8', 'create 9', 'create 10'])
  })

  test('a run that is over is as it was, and can be undone and tried again', async () => {
    const desk = await bulkDesk()
    desk.vendor.answerAfterRowOne((payload) =>
      payload.kind === 'note' && payload.target.saleID === '2' ? answers.refuses() : answers.accepts(),
    )
    const id = await desk.started(notesOn(3))
    await desk.reaches(id, 'done')
    const later = await next(desk)
    expect(await later.get(id)).toMatchObject({
      state: 'done',
      canUndo: true,
      canRetry: ['rejected'],
      progress: { sent: 2, rejected: 1 },
    })
    await later.clock.pass(60_000)
    expect(later.vendor.tries).toEqual([])
  })

  test(`a run that was being sent asks before it goes on (${end})`, async () => {
    const { desk, id } = await underWay()
    desk.vendor.letGo()
    await settled()
    desk.vendor.letGo()
    await settled()
    const later = await next(desk)
    await later.clock.pass(3_600_000)
    expect(later.vendor.tries).toEqual([])
    const { state, pauseReason, progress } = await later.get(id)
    expect([state, pauseReason]).toEqual(['paused', { id: 'bulk.paused.restarted' }])
    // The last of ten was under way: a quit waits for its answer, which is a fault here, and a crash for nothing.
    expect(progress).toMatchObject({ total: 10, sent: 9, unknown: 1, left: 0 })
  })
})

describe('a crash', () => {
  test('while a run is started brings it back to its columns, with no items', async () => {
    const desk = await bulkDesk()
    const { id } = await desk.checked(notesOn(3_000))
    await desk.start(id)
    await desk.until('some rows are written', () => waitingIn(desk) > 0)
    expect((await desk.get(id)).state).toBe('starting')
    const later = await afterCrash(desk)
    await later.until('nothing of it is left', () => waitingIn(later) === 0)
    expect(await later.get(id)).toMatchObject({ state: 'columns', pauseReason: { id: 'bulk.start.brokenOff' }, progress: null })
    await later.clock.pass(60_000)
    expect(later.vendor.tries).toEqual([])
    await later.bulk.check({ runId: id })
    expect((await later.get(id)).pauseReason).toBeNull()
    await later.start(id)
    await later.reaches(id, 'done')
    expect(await later.progress(id)).toMatchObject({ total: 3_000, sent: 3_000 })
    expect(later.vendor.tries).toHaveLength(3_000)
  })

  test('while a further round is started leaves what the first one came to', async () => {
    const desk = await bulkDesk()
    desk.vendor.answerAfterRowOne(() => answers.refuses())
    const id = await desk.started(notesOn(1_500))
    await desk.reaches(id, 'done')
    await desk.bulk.retry({ runId: id, which: ['rejected'] })
    const before = desk.vendor.tries.length
    await desk.start(id)
    await desk.until('some rows are written', () => waitingIn(desk) > 0)
    expect((await desk.get(id)).state).toBe('starting')
    const later = await afterCrash(desk)
    await later.until('it counts as before', async () => (await later.progress(id)).rejected === 1_499)
    expect(await later.get(id)).toMatchObject({ state: 'columns', pauseReason: { id: 'bulk.start.brokenOff' } })
    await later.bulk.check({ runId: id })
    await later.start(id)
    await later.reaches(id, 'done')
    expect(await later.progress(id)).toMatchObject({ total: 1_500, sent: 1_500, rejected: 0 })
    expect(later.vendor.tries).toHaveLength(1_499)
    expect(before).toBe(1_500)
  })

  test('with rows under way makes them unknown, and a resume sends the rest and not those', async () => {
    const { desk, id } = await underWay()
    const later = await afterCrash(desk)
    expect(await later.get(id)).toMatchObject({
      state: 'paused',
      pauseReason: { id: 'bulk.paused.restarted' },
      progress: { total: 10, sent: 1, unknown: 4, left: 5 },
    })
    expect((await later.row(id, 3)).outcome).toMatchObject({ state: 'unknown', reason: { id: 'outbox.interrupted' } })
    await later.bulk.resume({ runId: id })
    await later.reaches(id, 'done')
    expect(await later.progress(id)).toMatchObject({ total: 10, sent: 6, unknown: 4 })
    expect(later.vendor.tried()).toEqual(['create 6', 'create 7', 'create 8', 'create 9', 'create 10'])
    expect(desk.vendor.tried()).toEqual(['create 1', 'create 2', 'create 3', 'create 4', 'create 5'])
  })

  test('with an update under way repeats it once the person goes on', async () => {
    const { desk, id } = await underWay(noteTable(1, ...[2, 3, 4, 5, 6].map((sale) => noteRow(sale, { action: 'update' }))))
    const later = await afterCrash(desk)
    await later.clock.pass(60_000)
    expect(later.vendor.tries).toEqual([])
    await later.bulk.resume({ runId: id })
    await later.until('the rest is sent', () => later.vendor.tried().includes('update 6'))
    await later.clock.pass(15_000)
    await later.reaches(id, 'done')
    expect(await later.progress(id)).toMatchObject({ total: 6, sent: 6 })
  })

  test('in the middle of a stop keeps the rest here', async () => {
    const { desk, id } = await underWay()
    await desk.bulk.stop({ runId: id })
    const later = await afterCrash(desk)
    await later.until('the rest is marked', async () => (await later.progress(id)).notSent === 5)
    expect(await later.get(id)).toMatchObject({ state: 'stopped', progress: { sent: 1, unknown: 4, notSent: 5, left: 0 } })
    await later.clock.pass(3_600_000)
    expect(later.vendor.tries).toEqual([])
  })

  test('of a paused run with rows still under way loses none of them', async () => {
    const { desk, id } = await underWay()
    await desk.bulk.pause({ runId: id })
    const later = await afterCrash(desk)
    expect(await later.progress(id)).toMatchObject({ sent: 1, unknown: 4, left: 5 })
  })

  test('with a resume that waited for rows under way loses none of them', async () => {
    const { desk, id } = await underWay()
    await desk.bulk.pause({ runId: id })
    const resumed = desk.bulk.resume({ runId: id })
    await settled()
    const later = await afterCrash(desk)
    expect(await later.progress(id)).toMatchObject({ sent: 1, unknown: 4, left: 5 })
    desk.vendor.letGo()
    await resumed
  })
})

test('the end of the app lets nothing more leave, whatever else it has to wait for', async () => {
  const { desk, id } = await underWay()
  desk.vendor.holdBack()
  const other = await desk.started(noteTable(101, 102))
  await desk.bulk.pause({ runId: other })
  const resumed = Promise.allSettled([desk.bulk.resume({ runId: other })])
  await settled()
  const [first] = desk.vendor.waiting
  const closing = desk.close()
  first?.answer(answers.accepts())
  await closing
  await resumed
  expect(desk.vendor.tries).toHaveLength(6)
  const later = await afterCrash(desk)
  expect(await later.progress(id)).toMatchObject({ total: 10, left: 5 })
})

test('what would leave by itself is said before the app ends', async () => {
  const { desk, id } = await underWay()
  expect(desk.desk.unsentRows()).toBe(9)
  await desk.bulk.pause({ runId: id })
  expect(desk.desk.unsentRows()).toBe(0)
})
