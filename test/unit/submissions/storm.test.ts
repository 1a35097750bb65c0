import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { storm } from '#test/support/storm.ts'
import { settled } from '#test/support/fake-clock.ts'
import { testDesk, vendor, type TestDesk } from '#test/support/desk.ts'

const many = 2_000
let desk: TestDesk

beforeEach(() => {
  desk = testDesk({ holdSeconds: 0 })
})
afterEach(async () => {
  await desk.outbox.stop()
  desk.close()
})

const triesOf = (kind: 'dispute' | 'note') => desk.sent.filter((payload) => payload.kind === kind).length

describe(`with ${many} disputes for a vendor that is out of reach`, () => {
  beforeEach(() => {
    storm(desk, many)
    desk.whenAsked((payload) => (payload.kind === 'dispute' ? vendor.isUnreachable() : vendor.accepts()))
    desk.outbox.start()
  })

  test('one of them at a time finds out whether it is back', async () => {
    await desk.clock.pass(0)
    // Those that left before anything was known.
    expect(triesOf('dispute')).toBe(4)
    // At 2, 6, 14, 30, 62 seconds.
    await desk.clock.pass(61_999)
    expect(triesOf('dispute')).toBe(8)
    await desk.clock.pass(1)
    expect(triesOf('dispute')).toBe(9)
    await desk.clock.pass(3_600_000)
    expect(triesOf('dispute')).toBeLessThan(30)
  })

  test('another vendor’s item leaves at once', async () => {
    await desk.clock.pass(10_000)
    const { id } = desk.file(desk.draftNote())
    await settled()
    expect(desk.stateOf(id)).toBe('sent')
  })

  test('nothing is asked of the ledger while they wait', async () => {
    await desk.clock.pass(10_000)
    let asked = 0
    const { due } = desk.queue
    desk.queue.due = (...given) => {
      asked += 1
      return due(...given)
    }
    await desk.clock.pass(3_999)
    expect(asked).toBe(0)
  })

  test('an item that is never let through keeps the others waiting no longer than its own try', async () => {
    await desk.clock.pass(10_000)
    desk.whenAsked((_payload, id) => (id === 'storm-0' ? vendor.isUnreachable() : vendor.isBusy(3_600_000)))
    await desk.clock.pass(60_000)
    expect(desk.pages.counts().queued).toBe(many)
    expect(desk.origins.waitOf({ boundOrigin: 'https://api.billink.nl', accountId: 'billink' })?.kind).toBe('retry-after')
  })

  test('the return of the network lets one find out at once', async () => {
    await desk.clock.pass(120_000)
    const before = triesOf('dispute')
    desk.outbox.networkReturned()
    await settled()
    expect(triesOf('dispute')).toBe(before + 1)
  })

  test('"send now" on any of them finds out at once', async () => {
    await desk.clock.pass(120_000)
    const before = triesOf('dispute')
    desk.whenAsked(() => vendor.accepts())
    desk.person.sendNow(`storm-${many - 1}`)
    await settled()
    expect(desk.stateOf(`storm-${many - 1}`)).toBe('sent')
    expect(triesOf('dispute')).toBeGreaterThan(before)
  })

  test('a vendor that comes back half costs one certainty, not all', async () => {
    await desk.clock.pass(10_000)
    desk.whenAsked(() => vendor.isSilent())
    await desk.clock.pass(60_000)
    expect(desk.pages.counts().unknown).toBeLessThan(6)
  })

  test('after a restart one of them finds out', async () => {
    await desk.clock.pass(100_000)
    await desk.outbox.stop()
    const later = testDesk({ file: desk.ledgerFile, clock: desk.clock })
    later.whenAsked(() => vendor.isUnreachable())
    later.recover()
    later.outbox.start()
    await desk.clock.pass(3 * 60_000)
    expect(later.sent.length).toBeGreaterThan(0)
    expect(later.sent.length).toBeLessThan(4)
    await later.outbox.stop()
    later.close()
  })
})

test('all that waited for an origin go once one of them got through', async () => {
  storm(desk, 60)
  desk.whenAsked(() => vendor.isUnreachable())
  desk.outbox.start()
  await desk.clock.pass(60_000)
  const before = desk.sent.length
  let answers: (() => void)[] = []
  desk.whenAsked(() => new Promise((resolve) => answers.push(() => resolve(vendor.accepts()))))
  await desk.clock.pass(2_000)
  expect(desk.sent).toHaveLength(before + 1)
  const [probe] = answers
  answers = []
  probe?.()
  await desk.clock.pass(0)
  expect(answers).toHaveLength(4)
  desk.whenAsked(() => vendor.accepts())
  answers.forEach((answer) => answer())
  await desk.clock.pass(1)
  expect(desk.pages.counts().queued).toBe(0)
  expect(desk.most()).toBe(4)
})

test('another vendor’s item leaves at once while those for the first hang', async () => {
  storm(desk, 100)
  const hanging: (() => void)[] = []
  const hangs = () => new Promise<ReturnType<typeof vendor.isSilent>>((resolve) => hanging.push(() => resolve(vendor.isSilent())))
  desk.whenAsked((payload) => (payload.kind === 'dispute' ? hangs() : vendor.accepts()))
  desk.outbox.start()
  await settled()
  expect(hanging).toHaveLength(4)
  const { id } = desk.file(desk.draftNote())
  await settled()
  expect(desk.stateOf(id)).toBe('sent')
  const stopped = desk.outbox.stop()
  for (const end of hanging) end()
  await stopped
})

test('those that fail a moment after the first wait for what is left, on a clock that counts parts of milliseconds', async () => {
  storm(desk, 4)
  const fail: (() => void)[] = []
  desk.whenAsked(() => new Promise((resolve) => fail.push(() => resolve(vendor.isUnreachable()))))
  desk.outbox.start()
  await settled()
  expect(fail).toHaveLength(4)
  for (const next of fail) {
    next()
    await desk.clock.pass(0.3)
  }
  expect(desk.troubles).toEqual([])
  expect(desk.pages.counts()).toMatchObject({ queued: 4, sending: 0 })
})

describe('a vendor that is too busy', () => {
  test('is asked by one after the time it named, and another account of it goes on', async () => {
    storm(desk, 200)
    storm(desk, 3, { accountId: 'other', prefix: 'other' })
    desk.whenAsked((_payload, id) => (id.startsWith('other') ? vendor.accepts() : vendor.isBusy(30_000)))
    desk.outbox.start()
    await desk.clock.pass(29_999)
    expect(desk.sent.length).toBeLessThanOrEqual(7)
    expect(['other-0', 'other-1', 'other-2'].map(desk.stateOf)).toEqual(['sent', 'sent', 'sent'])
    const before = desk.sent.length
    await desk.clock.pass(1)
    expect(desk.sent).toHaveLength(before + 1)
  })
})

describe('items that wait for earlier ones of their note', () => {
  test('keep nothing else of their account waiting, however many they are', async () => {
    const create = desk.file(desk.draftNote({ saleID: '1' }))
    desk.ledger.db.prepare("UPDATE submissions SET state = 'unknown' WHERE id = ?").run(create.id)
    const last = desk.ledger.transaction(() => {
      for (let at = 0; at < 1_200; at += 1) desk.file(desk.draftNote({ saleID: '1', action: 'update', text: `Tekst ${at}` }))
      return desk.file(desk.draftNote({ saleID: '2' }))
    })
    desk.outbox.start()
    await desk.clock.pass(100)
    expect(desk.stateOf(last.id)).toBe('sent')
  })
})

describe('one word for all that waited for a day', () => {
  beforeEach(() => {
    storm(desk, many)
    desk.clock.jump(25 * 3_600_000)
    desk.recover()
    desk.outbox.start()
  })

  test('lets them go in few transactions, each recorded', async () => {
    expect(desk.pages.counts()).toMatchObject({ queued: many, asking: many })
    let transactions = 0
    const { transaction } = desk.ledger
    desk.ledger.transaction = (work) => {
      transactions += 1
      return transaction(work)
    }
    const answered = desk.person.answerAsking(true)
    expect(await answered).toBe(many)
    expect(transactions).toBeLessThan(50)
    desk.ledger.transaction = transaction
    expect(desk.pages.counts().asking).toBe(0)
    await settled()
    expect(triesOf('dispute')).toBeGreaterThan(0)
    expect(desk.queries.decisions('storm-7')).toMatchObject([{ decision: 'send-now' }])
  })

  test('gives them back as drafts', async () => {
    await desk.person.answerAsking(false)
    expect(desk.sent).toHaveLength(0)
    expect(desk.pages.counts().queued).toBe(0)
    expect(desk.drafts.count('dispute', null)).toBe(many)
  })
})

test('one word at leaving ends every hold', async () => {
  storm(desk, 1_200, { inHold: true })
  desk.outbox.start()
  await settled()
  expect(desk.sent).toHaveLength(0)
  await desk.person.hurryAll()
  expect(desk.queue.waiting()).toHaveLength(0)
  await settled()
  expect(desk.sent.length).toBeGreaterThan(0)
})

test('one word releases all that a refused key held', async () => {
  storm(desk, 1_200, { state: 'held' })
  desk.outbox.start()
  expect(await desk.person.release('billink')).toBe(1_200)
  expect(desk.pages.counts().held).toBe(0)
  await settled()
  expect(desk.sent.length).toBeGreaterThan(0)
})
