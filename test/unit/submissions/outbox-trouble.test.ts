import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { summaryOf } from '#main/views/submission-view.ts'
import { settled } from '#test/support/fake-clock.ts'
import { testDesk, vendor, type TestDesk } from '#test/support/desk.ts'

let desk: TestDesk

beforeEach(() => {
  desk = testDesk()
  desk.outbox.start()
})
afterEach(async () => {
  await desk.outbox.stop()
  desk.close()
})

describe('a repeat that could not leave', () => {
  async function repeatMeets(answer: () => ReturnType<typeof vendor.isUnreachable>) {
    desk.whenAsked(() => vendor.isSilent())
    const { id } = desk.file(desk.draftNote({ action: 'update' }))
    await desk.clock.pass(10_000)
    desk.whenAsked(answer)
    await desk.clock.pass(15_000)
    expect(desk.records.get(id)).toMatchObject({ state: 'queued', repeating: true })
    return id
  }

  test('within ten minutes asks, however long it would wait', async () => {
    const id = await repeatMeets(() => vendor.isUnreachable())
    await desk.clock.pass(20 * 60_000)
    const tries = desk.sent.length
    expect(desk.records.get(id)).toMatchObject({ state: 'unknown', reason: { id: 'outbox.repeatsOver' } })
    desk.whenAsked(() => vendor.accepts())
    desk.outbox.networkReturned()
    await desk.clock.pass(24 * 3_600_000)
    expect(desk.sent).toHaveLength(tries)
    desk.person.decide(id, 'send-again', null)
    await settled()
    expect(desk.stateOf(id)).toBe('sent')
  })

  test('does not leave hours later, when the vendor’s time is over', async () => {
    const id = await repeatMeets(() => vendor.isBusy(3_600_000))
    await desk.clock.pass(2 * 3_600_000)
    expect(desk.sent).toHaveLength(2)
    expect(desk.stateOf(id)).toBe('unknown')
  })

  test('gives way to an item that was filed while it was under way', async () => {
    desk.whenAsked(() => vendor.isSilent())
    const old = desk.file(desk.draftNote({ action: 'update', text: 'oud' }))
    await desk.clock.pass(10_000)
    let answer = (_outcome: ReturnType<typeof vendor.isUnreachable>): void => undefined
    desk.whenAsked(() => new Promise((resolve) => (answer = resolve)))
    await desk.clock.pass(15_000)
    expect(desk.stateOf(old.id)).toBe('sending')
    const newer = desk.file(desk.draftNote({ action: 'update', text: 'nieuw' }))
    desk.whenAsked(() => vendor.accepts())
    answer(vendor.isUnreachable())
    await desk.clock.pass(24 * 3_600_000)
    expect([desk.stateOf(old.id), desk.stateOf(newer.id)]).toEqual(['unknown', 'sent'])
    expect(desk.records.get(old.id)?.reason).toEqual({ id: 'outbox.superseded' })
    expect(desk.sent.map((payload) => payload.kind === 'note' && payload.text)).toEqual(['oud', 'oud', 'nieuw'])
  })

  test('gives way to a row of a run, which it neither holds back nor follows', async () => {
    const id = await repeatMeets(() => vendor.isBusy(60_000))
    desk.whenAsked(() => vendor.accepts())
    const { kind, accountId, accountName, environment, boundOrigin, createdAt, payload, typed, attachmentId } =
      desk.records.get(id)!
    const { subject, context, excerpt, test: isTest, noteKey } = desk.records.get(id)!
    const origin = { kind, accountId, accountName, environment, boundOrigin, createdAt, payload, typed, attachmentId }
    const now = { id: 'row', draftId: null, inHold: false, notBefore: null, waitMs: 0 }
    desk.records.insert({ ...origin, subject, context, excerpt, test: isTest, noteKey, ...now })
    desk.outbox.pump()
    // The vendor asked for time, which holds for whatever else goes to it for this account.
    await desk.clock.pass(59_000)
    expect(desk.stateOf('row')).toBe('queued')
    await desk.clock.pass(1_000)
    expect(desk.stateOf('row')).toBe('sent')
    expect(() => desk.person.sendNow(id)).toThrow('failure.tooLate')
    await desk.clock.pass(3_600_000)
    expect(desk.sent).toHaveLength(3)
  })

  test('goes on a person’s word', async () => {
    const id = await repeatMeets(() => vendor.isBusy(3_600_000))
    await desk.clock.pass(30 * 60_000)
    desk.whenAsked(() => vendor.accepts())
    desk.person.sendNow(id)
    await settled()
    expect(desk.stateOf(id)).toBe('sent')
  })
})

const shown = (id: string) =>
  summaryOf(desk.queries.get(id)!, { attachmentName: null, isUnstored: desk.outbox.isUnstored(id) }, desk.clock.now())

describe('when the ledger can’t be written', () => {
  test('an outcome is written once the disk lets it, and nothing is sent again', async () => {
    const { id } = desk.file(desk.draftDispute())
    desk.whenAsked(() => {
      desk.ledger.db.exec('PRAGMA query_only = ON')
      return vendor.accepts('42')
    })
    await desk.clock.pass(10_000)
    expect(desk.stateOf(id)).toBe('sending')
    expect(desk.troubles).not.toHaveLength(0)
    expect(shown(id)).toMatchObject({ state: 'sending', reason: { id: 'outbox.answerNotStored' } })
    desk.ledger.db.exec('PRAGMA query_only = OFF')
    await desk.clock.pass(60_000)
    expect(shown(id)).toMatchObject({ state: 'sent', reason: { text: 'sent' } })
    expect(desk.records.get(id)).toMatchObject({ state: 'sent', vendorNumber: '42' })
    expect(desk.sent).toHaveLength(1)
  })

  test('an outcome is kept though the ledger can’t even be read', async () => {
    const { id } = desk.file(desk.draftDispute())
    const { get } = desk.records
    desk.whenAsked(() => {
      desk.records.get = () => {
        throw new Error('disk I/O error')
      }
      return vendor.accepts('42')
    })
    await desk.clock.pass(10_000)
    desk.records.get = get
    expect(desk.stateOf(id)).toBe('sending')
    await desk.clock.pass(60_000)
    expect(desk.records.get(id)).toMatchObject({ state: 'sent', vendorNumber: '42' })
    expect(desk.sent).toHaveLength(1)
  })

  test('a repeat waits until it can be written down', async () => {
    desk.whenAsked(() => vendor.isSilent())
    const { id } = desk.file(desk.draftNote({ action: 'update' }))
    await desk.clock.pass(10_000)
    desk.whenAsked(() => vendor.accepts())
    desk.ledger.db.exec('PRAGMA query_only = ON')
    await desk.clock.pass(30_000)
    expect(desk.troubles).not.toHaveLength(0)
    desk.ledger.db.exec('PRAGMA query_only = OFF')
    await desk.clock.pass(10_000)
    expect(desk.stateOf(id)).toBe('sent')
  })

  test('an item that can’t be marked as sending does not leave', async () => {
    const { id } = desk.file(desk.draftDispute())
    desk.ledger.db.exec('PRAGMA query_only = ON')
    await desk.clock.pass(30_000)
    expect(desk.sent).toHaveLength(0)
    desk.ledger.db.exec('PRAGMA query_only = OFF')
    await desk.clock.pass(10_000)
    expect(desk.stateOf(id)).toBe('sent')
  })
})

describe('items that ask', () => {
  test('because of a certificate are counted, but neither answered nor let go with those that waited for a day', async () => {
    desk.whenAsked(() => vendor.hasBadCertificate())
    const { id } = desk.file(desk.draftDispute())
    await desk.clock.pass(10_000)
    expect(desk.pages.counts()).toMatchObject({ queued: 1, asking: 1, askingTogether: 0 })
    await desk.person.answerAsking(true)
    await desk.clock.pass(60_000)
    expect(desk.records.get(id)).toMatchObject({ state: 'queued', asks: true })
    expect(desk.sent).toHaveLength(1)
  })
})

describe('an item whose earlier try may have arrived', () => {
  const sentAgain = async (meets: () => ReturnType<typeof vendor.isUnreachable>) => {
    desk.whenAsked(() => vendor.isSilent())
    const { id } = desk.file(desk.draftDispute())
    await desk.clock.pass(10_000)
    desk.whenAsked(meets)
    desk.person.decide(id, 'send-again', null)
    await desk.clock.pass(1_000)
    return id
  }
  const choices = ['arrived', 'send-again', 'keep']

  test('can also be left, where what it would be sent to asks', async () => {
    const id = await sentAgain(() => vendor.hasBadCertificate())
    expect(desk.stateOf(id)).toBe('unknown')
    expect(shown(id).actions).toEqual(choices)
  })

  test('can also be left, where its account has moved to another address', async () => {
    const id = await sentAgain(() => vendor.isUnreachable())
    desk.accountMoved()
    await desk.clock.pass(3_600_000)
    expect(shown(id)).toMatchObject({ state: 'unknown', reason: { id: 'outbox.accountMoved' }, actions: choices })
    desk.person.decide(id, 'arrived', null)
    expect(desk.stateOf(id)).toBe('sent')
  })

  test('is no draft again and goes on asking no more, where a person lets nothing go that waited for long', async () => {
    const id = await sentAgain(() => vendor.isUnreachable())
    desk.records.askAboutOlderThan(desk.clock.now() + 1, { id: 'outbox.asksAfterDay' })
    await desk.person.answerAsking(false)
    expect(shown(id)).toMatchObject({ state: 'unknown', reason: { id: 'outbox.triedEarlier' }, actions: choices })
    expect(desk.pages.counts().askingTogether).toBe(0)
  })
})
