import { describe, expect, test } from 'vitest'
import { directWriter, threadWriter } from '#main/storage/lane-writer.ts'
import type { Ledger } from '#main/storage/ledger.ts'
import { afterCrash, bulkDesk, notesOn, noteTable } from '#test/support/bulk-desk.ts'
import { failingWriter, type DiskFailure } from '#test/support/failing-writer.ts'
import { settled } from '#test/support/fake-clock.ts'
import { testLedgerKey } from '#test/support/ledger-file.ts'
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

test('a flush that failed leaves no second try in the books', async () => {
  const { desk, disk } = await deskOnDisk()
  disk.failures = [null, 'flush', 'flush']
  const id = await desk.started(notesOn(2))
  await desk.clock.pass(30_000)
  await desk.reaches(id, 'done')
  for (const { outcome } of await desk.rows(id)) {
    const { attempts } = await desk.handlers.history.get({ id: outcome?.submissionId ?? '' })
    expect(attempts.map(({ stateAfter }) => stateAfter)).toEqual(['sent'])
  }
})

describe('a ledger that cannot be written to', () => {
  /** The desk and its ledger, which a run before has shown to the test. */
  async function withLedger() {
    const found = { ledger: null as Ledger | null, afterExchange: () => undefined as void }
    const desk = await bulkDesk({
      writerFor(ledger, target) {
        found.ledger = ledger
        const writer = directWriter(ledger, target)
        return {
          ...writer,
          async settleAndClaim(batch) {
            const claims = await writer.settleAndClaim(batch)
            found.afterExchange()
            return claims
          },
        }
      },
    })
    await desk.reaches(await desk.started(noteTable(99_901)), 'done')
    const only = (pragma: string) => found.ledger?.db.exec(`PRAGMA ${pragma}`)
    return { desk, found, only }
  }

  test('still pauses for a refused key, once it can write that down', async () => {
    const { desk, only } = await withLedger()
    desk.vendor.answerAfterRowOne(() => null)
    const id = await desk.started(notesOn(9))
    await desk.until('four are under way', () => desk.vendor.waiting.length === 4)
    only('query_only = ON')
    desk.vendor.letGo(answers.refusesKey())
    await desk.clock.pass(30_000)
    expect(desk.vendor.tries).toHaveLength(6)
    only('query_only = OFF')
    await desk.clock.pass(5_000)
    expect(await desk.get(id)).toMatchObject({
      state: 'paused',
      pauseReason: { id: 'outcome.keyRefused' },
      progress: { sent: 1, left: 8 },
    })
    expect(desk.told.notified.at(-1)).toMatchObject({ id, state: 'paused' })
    desk.vendor.answer = () => answers.accepts()
    await desk.bulk.resume({ runId: id })
    await desk.reaches(id, 'done')
    expect(await desk.progress(id)).toMatchObject({ total: 9, sent: 9 })
  })

  test('still comes to its end', async () => {
    const { desk, found, only } = await withLedger()
    const id = await desk.started(notesOn(3))
    await desk.reaches(id, 'done')
    const { id: next } = await desk.checked(noteTable(11, 12))
    found.afterExchange = () => {
      if (desk.vendor.tries.length === 6) only('query_only = ON')
    }
    await desk.start(next)
    await desk.until('both have left', () => desk.vendor.tries.length === 6)
    await desk.clock.pass(20_000)
    expect((await desk.get(next)).state).toBe('sending')
    found.afterExchange = () => undefined
    only('query_only = OFF')
    await desk.clock.pass(5_000)
    expect(await desk.get(next)).toMatchObject({ state: 'done', progress: { total: 2, sent: 2 } })
  })

  test('takes back a start that it has no room for, and begins again when there is', async () => {
    const { desk, found, only } = await withLedger()
    const { id } = await desk.checked(notesOn(2_000))
    const pages = found.ledger?.db.prepare('PRAGMA page_count').get()?.['page_count']
    only(`max_page_count = ${Number(pages) + 20}`)
    await desk.start(id)
    await desk.until('it is taken back', async () => (await desk.get(id)).state !== 'starting')
    await desk.until('it says why', async () => (await desk.get(id)).pauseReason !== null)
    expect(await desk.get(id)).toMatchObject({ state: 'checked', pauseReason: { id: 'failure.diskFull' }, progress: null })
    expect(desk.vendor.tries).toHaveLength(1)
    only('max_page_count = 1073741823')
    await desk.start(id)
    await desk.reaches(id, 'done')
    expect(await desk.progress(id)).toMatchObject({ total: 2_000, sent: 2_000 })
  })

  test('does not leave a start that it refuses even to take back', async () => {
    const { desk, only } = await withLedger()
    const { id } = await desk.checked(notesOn(2_000))
    await desk.start(id)
    only('query_only = ON')
    await desk.clock.pass(20_000)
    expect((await desk.get(id)).state).toBe('starting')
    only('query_only = OFF')
    await desk.clock.pass(5_000)
    await desk.until('it says why', async () => (await desk.get(id)).pauseReason !== null)
    expect(await desk.get(id)).toMatchObject({ state: 'checked', pauseReason: { id: 'failure.diskReadOnly' } })
    expect(desk.vendor.tries).toHaveLength(1)
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
  const desk = await bulkDesk({ writerFor: (ledger, target) => threadWriter(ledger.db.name, testLedgerKey, target, null) })
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
