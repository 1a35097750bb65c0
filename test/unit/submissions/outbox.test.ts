import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { attachmentRecords } from '#main/storage/attachment-records.ts'
import { settled } from '#test/support/fake-clock.ts'
import { testDesk, vendor, type TestDesk } from '#test/support/desk.ts'

const tenYears = 10 * 365 * 24 * 60 * 60_000
let desk: TestDesk

beforeEach(() => {
  desk = testDesk()
  desk.outbox.start()
})
afterEach(async () => {
  await desk.outbox.stop()
  desk.close()
})

describe('sleep', () => {
  test('nothing leaves between the word of it and waking, also what is being prepared or asked for', async () => {
    const { id } = desk.file(desk.draftDispute())
    desk.outbox.suspend()
    desk.person.sendNow(id)
    await desk.clock.pass(60_000)
    expect(desk.sent).toHaveLength(0)
    expect(desk.stateOf(id)).toBe('queued')
    desk.outbox.wake()
    await settled()
    expect(desk.stateOf(id)).toBe('sent')
    expect(desk.sent).toHaveLength(1)
  })
})

describe('the hold', () => {
  test('nothing leaves within ten seconds, and then it leaves once', async () => {
    const { id } = desk.file(desk.draftDispute())
    await desk.clock.pass(9_999)
    expect(desk.sent).toHaveLength(0)
    await desk.clock.pass(1)
    expect(desk.stateOf(id)).toBe('sent')
    await desk.clock.pass(3_600_000)
    expect(desk.sent).toHaveLength(1)
  })

  test('taking it back gives the draft as it was typed, and nothing is sent', async () => {
    const draftId = desk.draftNote({ text: '  zoals getypt ' })
    const { id } = desk.file(draftId)
    expect(desk.drafts.get(draftId)).toBeNull()
    expect(desk.person.cancel(id)).toBe(draftId)
    await desk.clock.pass(60_000)
    expect(desk.drafts.get(draftId)?.fields).toMatchObject({ text: '  zoals getypt ' })
    expect(desk.stateOf(id)).toBe('withdrawn')
    expect(desk.sent).toHaveLength(0)
  })

  test('a draft that was taken back can be filed again', async () => {
    const draftId = desk.draftNote()
    desk.person.cancel(desk.file(draftId).id)
    const { id } = desk.file(draftId)
    await desk.clock.pass(10_000)
    expect(desk.stateOf(id)).toBe('sent')
    expect(desk.sent).toHaveLength(1)
  })

  test.each([tenYears, -tenYears])('a clock that jumps %d ms neither shortens nor stretches it', async (jump) => {
    desk.file(desk.draftDispute())
    await desk.clock.pass(4_000)
    desk.clock.jump(jump)
    await desk.clock.pass(5_999)
    expect(desk.sent).toHaveLength(0)
    await desk.clock.pass(1)
    expect(desk.sent).toHaveLength(1)
  })

  test('Send now ends it', async () => {
    const { id } = desk.file(desk.draftDispute())
    desk.person.sendNow(id)
    await settled()
    expect(desk.stateOf(id)).toBe('sent')
  })

  test('what has left can no longer be taken back', async () => {
    let answer = (_value: ReturnType<typeof vendor.accepts>): void => undefined
    desk.whenAsked(() => new Promise((resolve) => (answer = resolve)))
    const { id } = desk.file(desk.draftDispute())
    await desk.clock.pass(10_000)
    expect(desk.stateOf(id)).toBe('sending')
    expect(() => desk.person.cancel(id)).toThrow('failure.tooLate')
    answer(vendor.accepts())
    await settled()
    expect(desk.stateOf(id)).toBe('sent')
  })
})

describe('never twice', () => {
  test('a second click finds the item of the first', async () => {
    const draftId = desk.draftDispute()
    expect(desk.file(draftId).id).toBe(desk.file(draftId).id)
    await desk.clock.pass(60_000)
    expect(desk.sent).toHaveLength(1)
  })

  test('a create of unknown outcome is never repeated by itself', async () => {
    desk.whenAsked(() => vendor.isSilent())
    const dispute = desk.file(desk.draftDispute())
    const note = desk.file(desk.draftNote())
    await desk.clock.pass(24 * 3_600_000)
    expect(desk.sent).toHaveLength(2)
    expect([desk.stateOf(dispute.id), desk.stateOf(note.id)]).toEqual(['unknown', 'unknown'])
  })

  test('only one of two processes claims an item', () => {
    const { id } = desk.file(desk.draftDispute())
    const other = testDesk({ file: desk.ledgerFile, clock: desk.clock })
    const request = { method: 'POST', host: 'api.test' }
    const claims = [desk.records.claim(id, request, 1), other.records.claim(id, request, 1)]
    other.close()
    expect(claims).toEqual([true, false])
  })
})

describe('when nothing was sent', () => {
  test('it waits longer each time and goes by itself', async () => {
    desk.whenAsked(() => vendor.isUnreachable())
    const { id } = desk.file(desk.draftDispute())
    await desk.clock.pass(10_000)
    expect(desk.sent).toHaveLength(1)
    await desk.clock.pass(2_000)
    expect(desk.sent).toHaveLength(2)
    await desk.clock.pass(3_999)
    expect(desk.sent).toHaveLength(2)
    desk.whenAsked(() => vendor.accepts())
    await desk.clock.pass(1)
    expect(desk.stateOf(id)).toBe('sent')
  })

  test('it goes at once when the network returns', async () => {
    desk.whenAsked(() => vendor.isUnreachable())
    const { id } = desk.file(desk.draftDispute())
    await desk.clock.pass(100_000)
    desk.whenAsked(() => vendor.accepts())
    desk.outbox.networkReturned()
    await settled()
    expect(desk.stateOf(id)).toBe('sent')
  })

  test('the return of the network does not shorten a hold', async () => {
    desk.file(desk.draftDispute())
    desk.outbox.networkReturned()
    await settled()
    expect(desk.sent).toHaveLength(0)
  })

  test('a vendor that names a time is not asked before it, even when the network returns', async () => {
    desk.whenAsked(() => vendor.isBusy(30_000))
    desk.file(desk.draftDispute())
    await desk.clock.pass(10_000)
    desk.outbox.networkReturned()
    await desk.clock.pass(29_999)
    expect(desk.sent).toHaveLength(1)
    await desk.clock.pass(1)
    expect(desk.sent).toHaveLength(2)
  })

  test('a certificate that is not trusted asks, and goes only on a person’s word', async () => {
    desk.whenAsked(() => vendor.hasBadCertificate())
    const { id } = desk.file(desk.draftDispute())
    await desk.clock.pass(24 * 3_600_000)
    expect(desk.sent).toHaveLength(1)
    expect(desk.records.get(id)).toMatchObject({ state: 'queued', asks: true, notBefore: null })
    desk.whenAsked(() => vendor.accepts())
    desk.person.sendNow(id)
    await settled()
    expect(desk.stateOf(id)).toBe('sent')
  })
})

describe('one at a time per note', () => {
  test('items for a note leave in the order they were made, each after the one before', async () => {
    const create = desk.file(desk.draftNote({ text: 'een' }))
    desk.file(desk.draftNote({ action: 'update', text: 'twee' }))
    desk.file(desk.draftNote({ action: 'delete' }))
    await desk.clock.pass(20_000)
    expect(desk.sent.map((payload) => payload.kind === 'note' && payload.action)).toEqual(['create', 'update', 'delete'])
    expect(desk.stateOf(create.id)).toBe('sent')
  })

  test('a note on another sale does not wait for it', async () => {
    desk.whenAsked((payload) =>
      payload.kind === 'note' && payload.target.saleID === '1001' ? vendor.isSilent() : vendor.accepts(),
    )
    desk.file(desk.draftNote())
    const other = desk.file(desk.draftNote({ saleID: '1002' }))
    await desk.clock.pass(20_000)
    expect(desk.stateOf(other.id)).toBe('sent')
  })

  test('an unknown create holds later items back until a person decides', async () => {
    desk.whenAsked(() => vendor.isSilent())
    const create = desk.file(desk.draftNote())
    const update = desk.file(desk.draftNote({ action: 'update' }))
    await desk.clock.pass(3_600_000)
    expect(desk.stateOf(update.id)).toBe('queued')
    desk.whenAsked(() => vendor.accepts())
    desk.person.decide(create.id, 'arrived', '777')
    await settled()
    expect(desk.records.get(create.id)).toMatchObject({ state: 'sent', vendorNumber: '777', confirmedByPerson: true })
    expect(desk.stateOf(update.id)).toBe('sent')
  })
})

describe('an unknown update', () => {
  test('repeats itself three times, then asks', async () => {
    desk.whenAsked(() => vendor.isSilent())
    const { id } = desk.file(desk.draftNote({ action: 'update' }))
    await desk.clock.pass(24 * 3_600_000)
    expect(desk.sent).toHaveLength(4)
    expect(desk.stateOf(id)).toBe('unknown')
  })

  test('is done when a repeat is accepted', async () => {
    let tries = 0
    desk.whenAsked(() => ((tries += 1) === 1 ? vendor.isSilent() : vendor.accepts()))
    const { id } = desk.file(desk.draftNote({ action: 'update' }))
    await desk.clock.pass(60_000)
    expect(desk.stateOf(id)).toBe('sent')
    expect(desk.sent).toHaveLength(2)
  })

  test('is never sent again once a newer item took its place, and can only be closed', async () => {
    desk.whenAsked((payload) => (payload.kind === 'note' && payload.text === 'oud' ? vendor.isSilent() : vendor.accepts()))
    const old = desk.file(desk.draftNote({ action: 'update', text: 'oud' }))
    await desk.clock.pass(10_000)
    const newer = desk.file(desk.draftNote({ action: 'update', text: 'nieuw' }))
    await desk.clock.pass(3_600_000)
    expect(desk.sent.map((payload) => payload.kind === 'note' && payload.text)).toEqual(['oud', 'nieuw'])
    expect([desk.stateOf(old.id), desk.stateOf(newer.id)]).toEqual(['unknown', 'sent'])
    expect(() => desk.person.decide(old.id, 'send-again', null)).toThrow('failure.tooLate')
    desk.person.decide(old.id, 'close', null)
    expect(desk.stateOf(old.id)).toBe('closed')
  })

  test('that waits for its repeat gives way to a newer item', async () => {
    desk.whenAsked(() => vendor.isSilent())
    const old = desk.file(desk.draftNote({ action: 'update', text: 'oud' }))
    await desk.clock.pass(10_000)
    desk.whenAsked(() => vendor.isUnreachable())
    await desk.clock.pass(15_500)
    expect(desk.records.get(old.id)).toMatchObject({ state: 'queued', repeating: true })
    desk.whenAsked(() => vendor.accepts())
    desk.file(desk.draftNote({ action: 'update', text: 'nieuw' }))
    await desk.clock.pass(3_600_000)
    expect(desk.stateOf(old.id)).toBe('unknown')
    expect(desk.sent.filter((payload) => payload.kind === 'note' && payload.text === 'oud')).toHaveLength(2)
  })
})

describe('an unknown delete', () => {
  const notFound = () => vendor.findsNothing()

  async function deleteTwice() {
    let tries = 0
    desk.whenAsked(() => ((tries += 1) === 1 ? vendor.isSilent() : notFound()))
    const { id } = desk.file(desk.draftNote({ action: 'delete' }))
    await desk.clock.pass(60_000)
    return id
  }

  test('that DigiWallet no longer finds is done where this app had the note confirmed', async () => {
    desk.file(desk.draftNote())
    await desk.clock.pass(10_000)
    expect(desk.stateOf(await deleteTwice())).toBe('sent')
  })

  test('that DigiWallet does not find is refused where this app never had the note confirmed', async () => {
    expect(desk.stateOf(await deleteTwice())).toBe('rejected')
  })
})

describe('a refused key', () => {
  test('holds the item and pauses its account until a person releases it', async () => {
    desk.whenAsked(() => vendor.refusesKey())
    const first = desk.file(desk.draftNote({ saleID: '1' }))
    await desk.clock.pass(10_000)
    desk.whenAsked(() => vendor.accepts())
    const second = desk.file(desk.draftNote({ saleID: '2' }))
    const dispute = desk.file(desk.draftDispute())
    await desk.clock.pass(60_000)
    expect([desk.stateOf(first.id), desk.stateOf(second.id), desk.stateOf(dispute.id)]).toEqual(['held', 'queued', 'sent'])
    await desk.person.release('digiwallet')
    await settled()
    expect([desk.stateOf(first.id), desk.stateOf(second.id)]).toEqual(['sent', 'sent'])
  })
})

describe('a refusal', () => {
  test('gives the content back with the vendor’s words at the field, and goes again as a new item', async () => {
    desk.whenAsked(() => vendor.refuses({ saleID: [{ text: 'Sale not found.' }] }))
    const refused = desk.file(desk.draftNote())
    await desk.clock.pass(10_000)
    const draftId = desk.person.edit(refused.id)
    expect(desk.drafts.get(draftId)?.refusal?.fields).toEqual({ saleID: [{ text: 'Sale not found.' }] })
    desk.whenAsked(() => vendor.accepts())
    const again = desk.file(draftId)
    await desk.clock.pass(10_000)
    expect([desk.stateOf(refused.id), desk.stateOf(again.id)]).toEqual(['rejected', 'sent'])
    expect(desk.records.get(refused.id)?.replacedBy).toBe(again.id)
  })
})

describe('what was filed, taken as the beginning of something new', () => {
  const withFile = (id: string) => {
    const createdAt = new Date(desk.clock.now()).toISOString()
    const file = { id, name: 'bon.pdf', format: 'pdf', bytes: 3, sha256: '', sealed: true, doubt: null, createdAt } as const
    attachmentRecords(desk.ledger).insert(file)
    const draftId = desk.draftDispute()
    desk.drafts.setAttachment(draftId, id)
    return desk.file(draftId)
  }

  test('has its text and never its file, which is one customer’s', async () => {
    const { id } = withFile('a-customer’s-file')
    await desk.clock.pass(10_000)
    const before = desk.records.get(id)
    const draft = desk.drafts.get(desk.person.duplicate(id))
    expect(draft).toMatchObject({
      kind: 'dispute',
      fields: { invoice: 'F-1', message: 'Hallo' },
      attachmentId: null,
      sourceId: null,
    })
    expect(desk.records.get(id)).toEqual(before)
    expect(before).toMatchObject({ state: 'sent', attachmentId: 'a-customer’s-file' })
  })

  test('keeps its file where it is the same thing: taken back, or refused and corrected', async () => {
    const { id } = withFile('taken-back')
    expect(desk.drafts.get(desk.person.cancel(id))).toMatchObject({ attachmentId: 'taken-back' })
    desk.whenAsked(() => vendor.refuses())
    const { id: refused } = withFile('refused')
    await desk.clock.pass(10_000)
    expect(desk.drafts.get(desk.person.edit(refused))).toMatchObject({ attachmentId: 'refused', sourceId: refused })
  })
})

describe('after a crash', () => {
  test('what was under way is of unknown outcome, and a create stays so', async () => {
    desk.whenAsked(() => new Promise(() => undefined))
    const { id } = desk.file(desk.draftDispute())
    await desk.clock.pass(10_000)
    const again = testDesk({ file: desk.ledgerFile, clock: desk.clock })
    expect(again.recover().unknown).toEqual([id])
    again.outbox.start()
    await desk.clock.pass(3_600_000)
    expect(again.stateOf(id)).toBe('unknown')
    expect(again.sent).toHaveLength(0)
    expect(again.queries.attempts(id)).toMatchObject([{ state_after: 'unknown' }])
    await again.outbox.stop()
    again.close()
    desk.close()
    desk = testDesk()
  })

  test('what waited for longer than a day asks first', async () => {
    const later = testDesk({ file: desk.ledgerFile, clock: desk.clock })
    await desk.outbox.stop()
    const { id } = desk.file(desk.draftDispute())
    desk.clock.jump(25 * 3_600_000)
    expect(later.recover().asking).toEqual([id])
    later.outbox.start()
    await desk.clock.pass(60_000)
    expect(later.sent).toHaveLength(0)
    await later.person.answerAsking(true)
    await settled()
    expect(later.stateOf(id)).toBe('sent')
    await later.outbox.stop()
    later.close()
  })

  test('the time a vendor named still counts, even when the network returns', async () => {
    desk.whenAsked(() => vendor.isBusy(600_000))
    desk.file(desk.draftDispute())
    await desk.clock.pass(10_000)
    await desk.outbox.stop()
    const later = testDesk({ file: desk.ledgerFile, clock: desk.clock })
    later.recover()
    later.outbox.start()
    later.outbox.networkReturned()
    await desk.clock.pass(599_999)
    expect(later.sent).toHaveLength(0)
    await desk.clock.pass(1)
    expect(later.sent).toHaveLength(1)
    await later.outbox.stop()
    later.close()
  })

  test('a hold goes on where it was, and no longer than it was meant', async () => {
    await desk.outbox.stop()
    desk.file(desk.draftDispute())
    desk.clock.jump(-tenYears)
    const later = testDesk({ file: desk.ledgerFile, clock: desk.clock })
    later.recover()
    later.outbox.start()
    await desk.clock.pass(9_999)
    expect(later.sent).toHaveLength(0)
    await desk.clock.pass(1)
    expect(later.sent).toHaveLength(1)
    await later.outbox.stop()
    later.close()
  })
})
