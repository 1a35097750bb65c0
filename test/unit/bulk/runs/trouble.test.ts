import { describe, expect, test } from 'vitest'
import type { AccountSettings } from '#shared/vendors/index.ts'
import { bulkDesk, notesOn, noteTable, type BulkDeskUnderTest } from '#test/support/bulk-desk.ts'
import { answers } from '#test/support/played-vendor.ts'

const settingsOf = async (desk: BulkDeskUnderTest): Promise<{ id: string; settings: AccountSettings }> => {
  const id = await desk.account('notes')
  const account = (await desk.handlers.accounts.list(undefined)).find((one) => one.id === id)
  if (!account) throw new Error('no account')
  return account
}

describe('a proxy that wants a password', () => {
  test('pauses the run at the first rows that meet it, sends nothing twice, and lets the run go on', async () => {
    const desk = await bulkDesk()
    await desk.desk.start()
    desk.vendor.answerAfterRowOne(() => answers.isBehindPassword())
    const id = await desk.started(notesOn(300))
    await desk.reaches(id, 'paused')
    expect(await desk.get(id)).toMatchObject({
      pauseReason: { id: 'outcome.proxyPassword' },
      progress: { total: 300, sent: 1, left: 299, unknown: 0, rejected: 0 },
    })
    const met = desk.vendor.tries.length
    expect(met).toBeLessThanOrEqual(5)
    await desk.clock.pass(10 * 60_000)
    expect(desk.vendor.tries).toHaveLength(met)
    desk.vendor.answer = () => answers.accepts()
    await desk.bulk.resume({ runId: id })
    await desk.reaches(id, 'done')
    expect(await desk.progress(id)).toMatchObject({ total: 300, sent: 300 })
    expect(desk.vendor.tries).toHaveLength(met + 299)
  })
})

describe('a refused key', () => {
  test.for([401, 403] as const)('(%i) holds the row, pauses the run, and both go on with the mended key', async (status) => {
    const desk = await bulkDesk()
    await desk.desk.start()
    desk.vendor.answerAfterRowOne(() => answers.refusesKey(status))
    const id = await desk.started(notesOn(6))
    await desk.reaches(id, 'paused')
    const { pauseReason } = await desk.get(id)
    expect(pauseReason).toMatchObject({ id: status === 401 ? 'outcome.keyRefused' : 'outcome.forbidden' })
    const tries = desk.vendor.tries.length
    expect(tries).toBeLessThanOrEqual(5)

    await desk.fileNote(50)
    await desk.clock.pass(60_000)
    expect(desk.vendor.tries).toHaveLength(tries)
    expect(await desk.handlers.outbox.counts(undefined)).toMatchObject({ waiting: 1 })

    const { id: accountId } = await settingsOf(desk)
    desk.vendor.answer = (_payload, { secret }) => (secret === 'key-mended' ? answers.accepts() : answers.refusesKey())
    await desk.handlers.accounts.setSecret({ accountId, secret: 'key-mended' })
    await desk.bulk.resume({ runId: id })
    await desk.reaches(id, 'done')
    expect(await desk.progress(id)).toMatchObject({ total: 6, sent: 6 })
    await desk.clock.pass(1_000)
    expect(desk.vendor.tried()).toContain('create 50')
    const { heldItems } = (await desk.handlers.accounts.list(undefined)).find((one) => one.id === accountId) ?? {}
    expect(heldItems).toBe(0)
  })

  test('of a single item pauses the run of that account', async () => {
    const desk = await bulkDesk()
    await desk.desk.start()
    desk.vendor.answerAfterRowOne((payload) =>
      payload.kind === 'note' && payload.target.saleID === '50' ? answers.refusesKey() : null,
    )
    const id = await desk.started(notesOn(9))
    await desk.until('four are under way', () => desk.vendor.waiting.length === 4)
    await desk.fileNote(50)
    await desk.until('the item is held', async () => (await desk.handlers.outbox.counts(undefined)).held === 1)
    desk.vendor.letGo()
    await desk.reaches(id, 'paused')
    expect(await desk.get(id)).toMatchObject({ pauseReason: { id: 'bulk.paused.accountHeld' }, progress: { sent: 5, left: 4 } })
    desk.vendor.answer = () => answers.accepts()
    await desk.bulk.resume({ runId: id })
    await desk.reaches(id, 'done')
    await desk.clock.pass(1_000)
    expect(desk.vendor.tried().filter((name) => name === 'create 50')).toHaveLength(2)
  })

  test('pauses every run of that account, and each goes on by a word of its own', async () => {
    const desk = await bulkDesk()
    desk.vendor.answer = () => null
    const first = await desk.started(notesOn(3))
    const second = await desk.started(noteTable(11, 12, 13))
    const [one, other] = desk.vendor.waiting
    one?.answer(answers.refusesKey())
    await desk.reaches(first, 'paused')
    other?.answer(answers.accepts())
    await desk.reaches(second, 'paused')
    expect((await desk.get(second)).pauseReason).toEqual({ id: 'bulk.paused.accountHeld' })
    desk.vendor.answer = () => answers.accepts()
    await desk.bulk.resume({ runId: first })
    await desk.reaches(first, 'done')
    expect(await desk.get(second)).toMatchObject({ state: 'paused', progress: { sent: 1, left: 2 } })
    await desk.bulk.resume({ runId: second })
    await desk.reaches(second, 'done')
    expect(desk.vendor.tries).toHaveLength(7)
  })

  test('is let go of by a stop: single items are no longer held back by a row that never leaves', async () => {
    const desk = await bulkDesk()
    await desk.desk.start()
    desk.vendor.answerAfterRowOne(() => answers.refusesKey())
    const id = await desk.started(notesOn(3))
    await desk.reaches(id, 'paused')
    await desk.fileNote(50)
    desk.vendor.answer = () => answers.accepts()
    await desk.bulk.stop({ runId: id })
    await desk.until('the rest is marked', async () => (await desk.progress(id)).notSent === 2)
    await desk.clock.pass(1_000)
    expect(desk.vendor.tried().at(-1)).toBe('create 50')
  })
})

describe('a vendor that is too busy', () => {
  test('is left alone until the time it named; then one row goes, and the rest follow', async () => {
    const desk = await bulkDesk()
    desk.vendor.answerAfterRowOne(() => answers.isBusy(90_000))
    const id = await desk.started(notesOn(10))
    await desk.until('it waits', async () => (await desk.progress(id)).waiting !== null)
    const tries = desk.vendor.tries.length
    expect(tries).toBeLessThanOrEqual(5)
    expect((await desk.progress(id)).waiting).toEqual({
      reason: { id: 'outcome.tooMany', values: { vendor: 'DigiWallet' } },
      until: new Date(desk.clock.now() + 90_000).toISOString(),
    })
    desk.desk.networkReturned()
    await desk.clock.pass(89_999)
    expect(desk.vendor.tries).toHaveLength(tries)
    desk.vendor.holdBack()
    await desk.clock.pass(1)
    expect(desk.vendor.tries).toHaveLength(tries + 1)
    desk.vendor.answer = () => answers.accepts()
    desk.vendor.letGo()
    await desk.reaches(id, 'done')
    expect(await desk.progress(id)).toMatchObject({ total: 10, sent: 10 })
  })

  test('that names no time is asked ever less often', async () => {
    const desk = await bulkDesk()
    desk.vendor.answerAfterRowOne(() => answers.isBusy())
    const id = await desk.started(notesOn(3))
    await desk.clock.pass(3_600_000)
    // From two seconds to five minutes: 7 tries in the first two minutes or so, then 12 to 24 an hour.
    expect(desk.vendor.tries.length).toBeLessThan(40)
    desk.vendor.answer = () => answers.accepts()
    await desk.clock.pass(5 * 60_000)
    await desk.reaches(id, 'done')
  })

  test('and fails as well costs the row its certainty and the others their time', async () => {
    const desk = await bulkDesk()
    let faults = 0
    desk.vendor.answerAfterRowOne(() => ((faults += 1) === 1 ? answers.fails(30_000) : answers.accepts()))
    const id = await desk.started(notesOn(3))
    await desk.until('it waits', async () => (await desk.progress(id)).waiting !== null)
    const tries = desk.vendor.tries.length
    await desk.clock.pass(29_999)
    expect(desk.vendor.tries).toHaveLength(tries)
    await desk.clock.pass(1)
    await desk.reaches(id, 'done')
    expect(await desk.progress(id)).toMatchObject({ sent: 2, unknown: 1 })
  })
})

describe('a network that is gone', () => {
  test('is asked for by one row at a time, and goes on when it is back', async () => {
    const desk = await bulkDesk()
    desk.vendor.answerAfterRowOne(() => answers.isUnreachable())
    const id = await desk.started(notesOn(10))
    await desk.until('it waits', async () => (await desk.progress(id)).waiting !== null)
    const before = desk.vendor.tries.length
    desk.vendor.most = 0
    await desk.clock.pass(20 * 60_000)
    expect(desk.vendor.most).toBe(1)
    expect(desk.vendor.tries.length - before).toBeLessThan(20)
    expect(await desk.get(id)).toMatchObject({ state: 'sending', progress: { left: 9, unknown: 0 } })
    desk.vendor.answer = () => answers.accepts()
    desk.desk.networkReturned()
    await desk.reaches(id, 'done')
    expect(await desk.progress(id)).toMatchObject({ total: 10, sent: 10 })
  })

  test('does not keep a person from pausing', async () => {
    const desk = await bulkDesk()
    desk.vendor.answer = () => answers.isUnreachable()
    const id = await desk.started(notesOn(3))
    await desk.bulk.pause({ runId: id })
    const tries = desk.vendor.tries.length
    desk.desk.networkReturned()
    await desk.clock.pass(3_600_000)
    expect(desk.vendor.tries).toHaveLength(tries)
  })
})

describe('a certificate that is not trusted', () => {
  test('pauses the run, and the row still goes when the person goes on', async () => {
    const desk = await bulkDesk()
    desk.vendor.answerAfterRowOne(() => answers.hasBadCertificate())
    const id = await desk.started(notesOn(3))
    await desk.reaches(id, 'paused')
    expect(await desk.get(id)).toMatchObject({ pauseReason: { id: 'outcome.certificate' }, progress: { sent: 1, left: 2 } })
    desk.vendor.answer = () => answers.accepts()
    await desk.bulk.resume({ runId: id })
    await desk.reaches(id, 'done')
    expect(await desk.progress(id)).toMatchObject({ sent: 3 })
  })
})

test('a row that cannot be sent at all is refused by itself, and the others go', async () => {
  const desk = await bulkDesk()
  desk.vendor.answerAfterRowOne((payload) =>
    payload.kind === 'note' && payload.target.saleID === '2'
      ? { progress: 'nothing-sent', cause: 'not-sendable', status: null }
      : answers.accepts(),
  )
  const id = await desk.started(notesOn(3))
  await desk.reaches(id, 'done')
  expect(await desk.outcomes(id)).toEqual({ 2: 'sent', 3: 'rejected', 4: 'sent' })
  expect((await desk.row(id, 3)).outcome?.reason).toMatchObject({ id: 'outcome.notSendable' })
})

describe('server faults', () => {
  test.for([1, 4, 16])(
    'in a row pause a run of %i connections before they cost more than four rows beside them',
    async (connections) => {
      const desk = await bulkDesk()
      const { id } = await desk.checked(notesOn(60))
      await desk.bulk.setConnections({ runId: id, connections })
      desk.vendor.answerAfterRowOne(() => null)
      await desk.start(id)
      await desk.until('all connections are used', () => desk.vendor.waiting.length === connections)
      desk.vendor.answerAfterRowOne(() => answers.fails())
      desk.vendor.letGo(answers.fails())
      await desk.reaches(id, 'paused')
      expect((await desk.get(id)).pauseReason).toEqual({ id: 'bulk.paused.faults', values: { count: 5 } })
      const { unknown, sent, left } = await desk.progress(id)
      expect([unknown, sent, left]).toEqual([connections + 4, 1, 60 - 1 - connections - 4])
      await desk.clock.pass(3_600_000)
      expect(desk.vendor.tries).toHaveLength(connections + 5)
      desk.vendor.answer = () => answers.accepts()
      await desk.bulk.resume({ runId: id })
      await desk.reaches(id, 'done')
      expect(await desk.progress(id)).toMatchObject({ total: 60, unknown: connections + 4, sent: 56 - connections })
    },
  )

  test('with a success in between do not', async () => {
    const desk = await bulkDesk()
    const { id } = await desk.checked(notesOn(41))
    await desk.bulk.setConnections({ runId: id, connections: 1 })
    desk.vendor.answerAfterRowOne(() => (desk.vendor.tries.length % 5 === 1 ? answers.accepts() : answers.fails()))
    await desk.start(id)
    await desk.reaches(id, 'done', 'paused')
    expect(await desk.get(id)).toMatchObject({ state: 'done', progress: { total: 41, sent: 9, unknown: 32 } })
  })
})
