import { describe, expect, test } from 'vitest'
import { threadWriter } from '#main/storage/lane-writer.ts'
import { afterCrash, bulkDesk, notesOn, noteTable } from '#test/support/bulk-desk.ts'
import { failingWriter, type DiskFailure } from '#test/support/failing-writer.ts'
import { settled } from '#test/support/fake-clock.ts'
import { answers, nameOf } from '#test/support/played-vendor.ts'

/** A desk whose disk fails as the test says, from now on. */
async function deskOnDisk() {
  const disk = { failure: null as DiskFailure, failures: [] as DiskFailure[] }
  const desk = await bulkDesk({ writerFor: failingWriter(() => disk.failures.shift() ?? disk.failure) })
  return { desk, disk }
}

describe.for(['commit', 'flush'] as const)('a disk that fails at the %s', (failure) => {
  test('lets nothing leave, says so, and everything goes once when it works again', async () => {
    const { desk, disk } = await deskOnDisk()
    disk.failure = failure
    const id = await desk.started(notesOn(20))
    await desk.clock.pass(60_000)
    expect(desk.vendor.tries).toEqual([])
    expect((await desk.progress(id)).waiting).toEqual({ reason: { id: 'bulk.waits.ledger' }, until: null })
    disk.failure = null
    await desk.clock.pass(5_000)
    await desk.reaches(id, 'done')
    expect(await desk.progress(id)).toMatchObject({ total: 20, sent: 20 })
    expect(desk.vendor.tries).toHaveLength(20)
  })

  test('in the middle keeps the outcomes that came, and writes them later', async () => {
    const { desk, disk } = await deskOnDisk()
    desk.vendor.answerAfterRowOne((payload) => (nameOf(payload) === 'create 3' ? answers.refuses() : null))
    const id = await desk.started(notesOn(20))
    await desk.until('four are under way', () => desk.vendor.waiting.length === 4)
    disk.failure = failure
    desk.vendor.letGo(answers.isSilent())
    await desk.clock.pass(30_000)
    const tries = desk.vendor.tries.length
    disk.failure = null
    desk.vendor.answer = () => answers.accepts()
    await desk.clock.pass(5_000)
    await desk.reaches(id, 'done')
    expect(await desk.progress(id)).toMatchObject({ total: 20, sent: 15, rejected: 1, unknown: 4 })
    expect(desk.vendor.tries.length - tries).toBe(20 - tries)
  })

  test('does not keep the app from ending; what had no outcome on disk is unknown at the next start', async () => {
    const { desk, disk } = await deskOnDisk()
    desk.vendor.answerAfterRowOne(() => null)
    const id = await desk.started(notesOn(20))
    await desk.until('four are under way', () => desk.vendor.waiting.length === 4)
    disk.failures = ['commit', failure, 'commit', 'commit', 'commit', 'commit', 'commit', 'commit']
    desk.vendor.letGo()
    await settled()
    await desk.close()
    disk.failures = []
    const later = await afterCrash(desk)
    const { sent, unknown, left } = await later.progress(id)
    expect([sent + unknown, left]).toEqual([5, 15])
    await later.bulk.resume({ runId: id })
    await later.reaches(id, 'done')
    expect([...desk.vendor.tried(), ...later.vendor.tried()].toSorted()).toEqual(
      Array.from({ length: 20 }, (_, at) => `create ${at + 1}`).toSorted(),
    )
  })

  test('while a person pauses sends no row twice after the resume', async () => {
    const { desk, disk } = await deskOnDisk()
    desk.vendor.answerAfterRowOne(() => null)
    const id = await desk.started(notesOn(12))
    await desk.until('four are under way', () => desk.vendor.waiting.length === 4)
    disk.failure = failure
    await desk.bulk.pause({ runId: id })
    desk.vendor.letGo()
    await desk.clock.pass(60_000)
    expect(await desk.progress(id)).toMatchObject({ total: 12, sent: 1, left: 11 })
    disk.failure = null
    await desk.clock.pass(5_000)
    expect(await desk.progress(id)).toMatchObject({ sent: 5, left: 7 })
    desk.vendor.answer = () => answers.accepts()
    await desk.bulk.resume({ runId: id })
    await desk.reaches(id, 'done')
    expect(desk.vendor.tries).toHaveLength(12)
  })
})

test('a busy vendor’s row that was claimed again before a flush failed is not forgotten', async () => {
  const { desk, disk } = await deskOnDisk()
  const { id: runId } = await desk.checked(noteTable(21, 22, 23))
  let busy = 0
  desk.vendor.answer = (payload) => (nameOf(payload) === 'create 21' && (busy += 1) === 1 ? answers.isBusy(1) : answers.accepts())
  await desk.start(runId)
  disk.failures = [null, 'flush', 'flush', 'flush']
  await desk.clock.pass(60_000)
  await desk.reaches(runId, 'done')
  expect(await desk.progress(runId)).toMatchObject({ total: 3, sent: 3 })
  expect(desk.vendor.tried().filter((name) => name.startsWith('create 2'))).toHaveLength(4)
})

test('the writer of the app has every row on disk before it leaves', async () => {
  const desk = await bulkDesk({ writerFor: (ledger, target) => threadWriter(ledger.db.location() ?? '', target) })
  await desk.desk.start()
  desk.vendor.answerAfterRowOne(() => null)
  const id = await desk.started(notesOn(30))
  for (let request = 0; request < 8; request += 1) {
    await desk.until('four are under way', () => desk.vendor.waiting.length === 4)
    const later = await afterCrash(desk)
    const { sent, unknown, left } = await later.progress(id)
    expect([sent + unknown, left]).toEqual([desk.vendor.tries.length, 30 - desk.vendor.tries.length])
    await later.close()
    desk.vendor.waiting[0]?.answer(answers.accepts())
    await desk.until('another one left', () => desk.vendor.tries.length === 6 + request)
  }
  desk.vendor.answer = () => answers.accepts()
  desk.vendor.letGo()
  await desk.reaches(id, 'done')
  expect(await desk.progress(id)).toMatchObject({ total: 30, sent: 30 })
})
