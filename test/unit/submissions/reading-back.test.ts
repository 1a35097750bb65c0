import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { openLedgerFile } from '#test/support/ledger-file.ts'
import path from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { settled } from '#test/support/fake-clock.ts'
import { paymentDesk, settleMs, type PaymentDesk, type PaymentDeskOptions } from '#test/support/payment-desk.ts'
import { playedMollie, reacts } from '#test/support/played-mollie.ts'

let desk: PaymentDesk

const open = async (options: PaymentDeskOptions = {}) => (desk = await paymentDesk(options))
afterEach(() => desk.end())

/** Changes are answered like this, readings as usual. */
const whenChanged = (reaction: () => ReturnType<typeof reacts.usually>) =>
  desk.mollie.whenAsked(({ method }) => (method === 'PATCH' ? reaction() : reacts.usually()))

describe('one try', () => {
  test('reads, then changes, and keeps digit for digit what else stood there', async () => {
    await open({ mollie: playedMollie({ tr_1: '{"order_id":12345678901234567890,"klant":{"nr":4.20}}' }) })
    const id = await desk.file({ text: 'Factuur 1' })
    expect(await desk.stateOf(id)).toBe('sent')
    expect(desk.mollie.requests.map(({ method }) => method)).toEqual(['GET', 'PATCH'])
    expect(desk.mollie.metadataOf('tr_1')).toMatch(
      /^\{"order_id":12345678901234567890,"klant":\{"nr":4\.20\},"note":"Factuur 1","noteAt":"2026-11-22T09:00:\d\d\.\d{3}Z"\}$/,
    )
  })

  test('what was read and the key are on disk before the change leaves', async () => {
    await open()
    let onDisk: unknown = null
    whenChanged(() => {
      const db = openLedgerFile(path.join(desk.folder, 'ledger.sqlite'), { readonly: true })
      onDisk = db.prepare('SELECT found, idempotency_key AS key FROM attempt_reads').all()
      db.close()
      return reacts.usually()
    })
    await desk.file({ text: 'Factuur 1' })
    expect(onDisk).toEqual([{ found: '{"order_id":"1001"}', key: desk.mollie.changes()[0]?.key }])
  })

  test('a note that stands there is not replaced unasked, and is once a person agreed', async () => {
    await open({ mollie: playedMollie({ tr_1: '{"order_id":"1001","note":"Van de webshop"}' }) })
    const id = await desk.file({ text: 'Factuur 1' })
    const item = await desk.get(id)
    expect([item.state, item.actions]).toEqual(['queued', ['cancel', 'send-now']])
    expect(item.reason).toMatchObject({ id: 'outcome.mollie.noteThere', values: { found: 'Van de webshop' } })
    expect(item.attempts[0]?.reading).toMatchObject({ found: '{"order_id":"1001","note":"Van de webshop"}', meant: null })
    expect(desk.mollie.changes()).toHaveLength(0)
    await desk.sendNow(id)
    expect(await desk.stateOf(id)).toBe('sent')
    expect(desk.mollie.metadataOf('tr_1')).toContain('"note":"Factuur 1"')
  })

  test('what a person agreed to replace is asked about again where it changed since', async () => {
    await open({ mollie: playedMollie({ tr_1: '{"note":"Een"}' }) })
    const id = await desk.file({ text: 'Factuur 1' })
    desk.mollie.write('tr_1', '{"note":"Twee"}')
    await desk.sendNow(id)
    expect((await desk.get(id)).reason).toMatchObject({ values: { found: 'Twee' } })
    expect(desk.mollie.changes()).toHaveLength(0)
  })
})

test('a word on the ledger’s doubt agrees to no note that stands there', async () => {
  await open({ mollie: playedMollie({ tr_1: '{"note":"Van een collega"}' }) })
  const id = await desk.file({ text: 'Factuur 1' })
  const { mollie, from } = await desk.leave()
  const folder = mkdtempSync(path.join(tmpdir(), 'balie-payments-copy-'))
  cpSync(from.folder, folder, { recursive: true })
  rmSync(from.folder, { recursive: true })
  await open({ mollie, from: { ...from, folder } })
  expect((await desk.get(id)).reason).toEqual({ id: 'ledger.doubt.unknown-here' })
  await desk.sendNow(id)
  expect((await desk.get(id)).reason).toMatchObject({ id: 'outcome.mollie.noteThere' })
  expect(mollie.changes()).toHaveLength(0)
  await desk.sendNow(id)
  expect(await desk.stateOf(id)).toBe('sent')
})

describe('what the reading is answered', () => {
  test.each([
    ['a refused key', reacts.refuses(401), 'held', 'outcome.keyRefused', {}],
    ['no access', reacts.refuses(403), 'held', 'outcome.forbidden', {}],
    [
      'no such payment',
      reacts.refuses(404),
      'rejected',
      'outcome.mollie.404',
      { paymentID: [{ id: 'outcome.mollie.unknownPayment' }] },
    ],
    ['too many', reacts.refuses(429, { retryAfter: '7' }), 'queued', 'outcome.tooMany', {}],
    ['their own trouble', reacts.refuses(503), 'queued', 'outcome.notRead', {}],
    ['another address', reacts.answers(302, ''), 'queued', 'outcome.notRead', {}],
    ['something unreadable', reacts.answers(200, '<html>'), 'queued', 'outcome.notRead', {}],
    ['no connection', reacts.isUnreachable(), 'queued', 'outcome.refused', {}],
    ['silence', reacts.isSilent(false), 'queued', 'outcome.connectTimeout', {}],
  ] as const)('%s changes nothing', async (_what, reaction, state, reason, fields) => {
    await open()
    desk.mollie.whenAsked(() => reaction)
    const item = await desk.get(await desk.file({ text: 'Factuur 1' }))
    expect([item.state, item.reason, item.fields]).toMatchObject([state, { id: reason }, fields])
    expect(desk.mollie.changes()).toHaveLength(0)
    expect(item.attempts[0]?.progress).toBe('nothing-sent')
  })

  test('a payment of the other mode is refused with why', async () => {
    await open()
    desk.mollie.setMode('test')
    const item = await desk.get(await desk.file({ text: 'Factuur 1' }))
    expect([item.state, item.reason]).toMatchObject(['rejected', { id: 'outcome.mollie.otherMode' }])
    expect(desk.mollie.changes()).toHaveLength(0)
  })
})

describe('what the change is answered', () => {
  const stale = '{"order_id":"1001","note":"Een oud antwoord"}'
  test.each([
    ['a refusal', () => reacts.refuses(422, { field: 'metadata' }), 'rejected'],
    ['a refused key', () => reacts.refuses(401), 'held'],
    ['too many', () => reacts.refuses(429), 'queued'],
    ['their own trouble', () => reacts.refuses(503), 'unknown'],
    ['a 400 in no known shape', () => reacts.answers(400, 'nee'), 'unknown'],
    ['a 404 in no known shape', () => reacts.answers(404, '<html>'), 'unknown'],
    ['silence', () => reacts.isSilent(true), 'unknown'],
    ['a success that says something else', () => reacts.answers(200, desk.mollie.bodyWith('tr_1', stale)), 'unknown'],
  ] as const)('%s', async (_what, reaction, state) => {
    await open()
    whenChanged(reaction)
    expect(await desk.stateOf(await desk.file({ text: 'Factuur 1' }))).toBe(state)
    expect(desk.mollie.changes()).toHaveLength(1)
  })
})

describe('an unknown outcome', () => {
  test('settles itself: not sooner than it may, and then it counts as sent', async () => {
    await open()
    whenChanged(() => reacts.isSilent(true))
    const id = await desk.file({ text: 'Factuur 1' })
    const unknown = await desk.get(id)
    expect([unknown.state, unknown.actions]).toEqual(['unknown', []])
    expect(Date.parse(unknown.looksAt ?? '') - desk.clock.now()).toBe(settleMs)
    await desk.clock.pass(settleMs - 1)
    expect(desk.mollie.requests).toHaveLength(2)
    await desk.clock.pass(1)
    const item = await desk.get(id)
    expect([item.state, item.reason]).toEqual(['sent', { id: 'outbox.lookedUp.arrived' }])
    expect(item.attempts[0]?.reading?.look).toMatchObject({ settlement: 'arrived' })
    expect(desk.mollie.changes()).toHaveLength(1)
  })

  test('a clock that is set forward brings it no sooner', async () => {
    await open()
    whenChanged(() => reacts.isSilent(true))
    const id = await desk.file({ text: 'Factuur 1' })
    desk.clock.jump(24 * 60 * 60_000)
    await desk.clock.pass(settleMs - 1)
    expect(desk.mollie.reads()).toHaveLength(1)
    await desk.clock.pass(1)
    expect(await desk.stateOf(id)).toBe('sent')
  })

  test('what did not arrive goes again with the same key, and an answer to that key decides nothing', async () => {
    await open()
    whenChanged(() => reacts.isSilent(false))
    const id = await desk.file({ text: 'Factuur 1' })
    await desk.clock.pass(settleMs - 1)
    desk.mollie.whenAsked(reacts.usually)
    await desk.clock.pass(1)
    const [first, second] = desk.mollie.changes()
    expect(second).toEqual(first)
    expect(await desk.stateOf(id)).toBe('unknown')
    await desk.clock.pass(settleMs)
    expect(await desk.stateOf(id)).toBe('sent')
    expect(desk.mollie.changes()).toHaveLength(2)
  })

  test('a stale answer to a repeated key is not believed, and the next try takes another key', async () => {
    await open()
    whenChanged(() => reacts.isSilent(false))
    const id = await desk.file({ text: 'Factuur 1' })
    const meant = desk.mollie.changes()[0]?.metadata ?? ''
    // It answers as it did the first time, and does nothing.
    whenChanged(() => reacts.answers(200, desk.mollie.bodyWith('tr_1', meant)))
    await desk.clock.pass(settleMs)
    expect(await desk.stateOf(id)).toBe('unknown')
    desk.mollie.whenAsked(reacts.usually)
    await desk.clock.pass(settleMs)
    const keys = desk.mollie.changes().map(({ key }) => key)
    expect(keys).toHaveLength(3)
    expect(keys[1]).toBe(keys[0])
    expect(keys[2]).not.toBe(keys[0])
    expect(await desk.stateOf(id)).toBe('sent')
    expect(desk.mollie.metadataOf('tr_1')).toBe(meant)
  })

  test('a refusal of a repeated key decides nothing, since the first request may be at work still', async () => {
    await open()
    whenChanged(() => reacts.isSilent(true))
    const before = desk.mollie.metadataOf('tr_1')
    const id = await desk.file({ text: 'Factuur 1' })
    const after = desk.mollie.metadataOf('tr_1')
    // It arrives later than anyone would think.
    desk.mollie.write('tr_1', before)
    whenChanged(() => reacts.refuses(409))
    await desk.clock.pass(settleMs)
    expect([await desk.stateOf(id), desk.mollie.changes()]).toMatchObject(['unknown', { length: 2 }])
    desk.mollie.write('tr_1', after)
    await desk.clock.pass(settleMs)
    expect(await desk.stateOf(id)).toBe('sent')
  })

  test.each([
    ['was too much for them', reacts.refuses(429)],
    ['never left', reacts.isUnreachable()],
  ])('a change that %s goes anew with another key, and its answer is believed', async (_what, reaction) => {
    await open()
    whenChanged(() => reaction)
    const id = await desk.file({ text: 'Factuur 1' })
    desk.mollie.whenAsked(reacts.usually)
    await desk.clock.pass(10_000)
    const keys = desk.mollie.changes().map(({ key }) => key)
    expect(new Set(keys).size).toBe(2)
    expect(await desk.stateOf(id)).toBe('sent')
  })

  test('a key is not used again once its hour is over', async () => {
    await open()
    whenChanged(() => reacts.isSilent(false))
    await desk.file({ text: 'Factuur 1' })
    for (let tries = 0; tries < 12; tries += 1) await desk.clock.pass(settleMs)
    const keys = desk.mollie.changes().map(({ key }) => key)
    expect(new Set(keys.slice(0, 10)).size).toBe(1)
    expect(new Set(keys).size).toBe(2)
  })

  test('what never arrives is not sent for ever: a person is asked, and can take it back', async () => {
    await open()
    // It says yes each time, and keeps nothing.
    whenChanged(() => reacts.answers(200, desk.mollie.bodyWith('tr_1', '{"order_id":"1001"}')))
    const id = await desk.file({ text: 'Factuur 1' })
    for (let tries = 0; tries < 20; tries += 1) await desk.clock.pass(settleMs)
    const item = await desk.get(id)
    expect([item.state, item.actions, item.reason]).toMatchObject([
      'queued',
      ['cancel', 'send-now'],
      { id: 'outbox.lookedUp.notArrived' },
    ])
    expect(desk.mollie.changes()).toHaveLength(12)
  })

  test('what else stands there by then is for a person, with both texts', async () => {
    await open()
    whenChanged(() => reacts.isSilent(false))
    const id = await desk.file({ text: 'Factuur 1' })
    desk.mollie.write('tr_1', '{"order_id":"1001","note":"Van een collega"}')
    await desk.clock.pass(settleMs)
    const item = await desk.get(id)
    expect([item.state, item.actions, item.looksAt]).toEqual(['unknown', ['look-again', 'send-again', 'close'], null])
    expect(item.attempts[0]?.reading?.look).toMatchObject({
      settlement: 'asks',
      found: '{"order_id":"1001","note":"Van een collega"}',
    })
    await desk.clock.pass(10 * settleMs)
    expect(desk.mollie.requests).toHaveLength(3)

    desk.mollie.whenAsked(reacts.usually)
    await desk.decide(id, 'send-again')
    expect(await desk.stateOf(id)).toBe('sent')
    expect(desk.mollie.metadataOf('tr_1')).toContain('"order_id":"1001","note":"Factuur 1"')
  })

  test('what changed again after a person said to go on can be left as it is', async () => {
    await open()
    whenChanged(() => reacts.isSilent(false))
    const id = await desk.file({ text: 'Factuur 1' })
    desk.mollie.write('tr_1', '{"order_id":"1001","note":"Van een collega"}')
    await desk.clock.pass(settleMs)
    desk.mollie.write('tr_1', '{"order_id":"1001","note":"Van de baas"}')
    await desk.decide(id, 'send-again')
    const item = await desk.get(id)
    expect([item.reason, item.actions]).toMatchObject([
      { values: { found: 'Van de baas' } },
      ['look-again', 'send-again', 'close'],
    ])
    const later = await desk.file({ text: 'Factuur 2' }, { text: 'Van de baas', at: null })
    expect(await desk.stateOf(later)).toBe('queued')
    desk.mollie.whenAsked(reacts.usually)
    await desk.decide(id, 'close')
    expect([await desk.stateOf(id), await desk.stateOf(later)]).toEqual(['closed', 'sent'])
  })

  test('keeping what is there closes it, and looking again looks at once', async () => {
    await open()
    whenChanged(() => reacts.isSilent(false))
    const id = await desk.file({ text: 'Factuur 1' })
    desk.mollie.write('tr_1', '{"note":"Van een collega"}')
    await desk.clock.pass(settleMs)
    await desk.decide(id, 'look-again')
    expect(desk.mollie.reads()).toHaveLength(3)
    expect((await desk.get(id)).actions).toContain('close')
    await desk.decide(id, 'close')
    expect(await desk.stateOf(id)).toBe('closed')
    expect(desk.mollie.metadataOf('tr_1')).toBe('{"note":"Van een collega"}')
  })

  test('nothing newer for its payment leaves meanwhile, and then they leave in their order', async () => {
    await open()
    whenChanged(() => reacts.isSilent(false))
    const first = await desk.file({ text: 'Een' })
    const second = await desk.file({ text: 'Twee' })
    await desk.clock.pass(settleMs - 1)
    expect(desk.mollie.changes()).toHaveLength(1)
    expect((await desk.get(second)).reason).toEqual({ id: 'outbox.waitsForEarlier' })
    desk.mollie.whenAsked(reacts.usually)
    await desk.clock.pass(1)
    await desk.clock.pass(settleMs)
    expect(await desk.stateOf(first)).toBe('sent')
    // The second was filed after the first, and replaces it knowingly.
    expect(await desk.stateOf(second)).toBe('sent')
    expect(desk.mollie.changes().map(({ metadata }) => /"note":"(\w+)"/.exec(metadata ?? '')?.[1])).toEqual([
      'Een',
      'Een',
      'Twee',
    ])
  })

  test('is looked up after a restart as well, and not sooner', async () => {
    await open()
    whenChanged(() => reacts.isSilent(true))
    const id = await desk.file({ text: 'Factuur 1' })
    await desk.clock.pass(settleMs / 2)
    desk = await paymentDesk(await desk.leave())
    await desk.clock.pass(settleMs - 1)
    expect(desk.mollie.reads()).toHaveLength(1)
    await desk.clock.pass(1)
    expect(await desk.stateOf(id)).toBe('sent')
  })

  test('a reading that fails is tried again, and a person is asked once it failed for long', async () => {
    await open()
    whenChanged(() => reacts.isSilent(true))
    const id = await desk.file({ text: 'Factuur 1' })
    desk.mollie.whenAsked(() => reacts.isUnreachable())
    await desk.clock.pass(settleMs)
    expect(await desk.get(id)).toMatchObject({ state: 'unknown', reason: { id: 'outcome.refused' }, actions: [] })
    await desk.clock.pass(20 * 60_000)
    expect((await desk.get(id)).actions).toContain('close')
    desk.mollie.whenAsked(reacts.usually)
    await desk.clock.pass(5 * 60_000)
    expect(await desk.stateOf(id)).toBe('sent')
  })

  test('a payment that is gone, or a key that opens the other mode, is for a person at once', async () => {
    await open()
    whenChanged(() => reacts.isSilent(true))
    const id = await desk.file({ text: 'Factuur 1' })
    desk.mollie.whenAsked(() => reacts.refuses(404))
    await desk.clock.pass(settleMs)
    expect((await desk.get(id)).actions).toContain('close')
  })

  test('what has waited for longer than a day asks before it goes again', async () => {
    await open()
    whenChanged(() => reacts.isSilent(false))
    const id = await desk.file({ text: 'Factuur 1' })
    desk.clock.jump(25 * 60 * 60_000)
    await desk.clock.pass(settleMs)
    expect(await desk.get(id)).toMatchObject({ state: 'queued', reason: { id: 'outbox.asksAfterDay' } })
    expect(desk.mollie.changes()).toHaveLength(1)
  })
})

describe('an app that ended while a try was under way', () => {
  /** The ledger as a crash leaves it: the item is under way, with or without what it read. */
  async function crashed(withRead: boolean) {
    await open()
    desk.mollie.whenAsked(() => reacts.isUnreachable())
    const id = await desk.file({ text: 'Factuur 1' })
    const left = await desk.leave()
    const db = openLedgerFile(path.join(desk.folder, 'ledger.sqlite'))
    db.exec(
      `UPDATE submissions SET state = 'sending', not_before = NULL; UPDATE attempts SET state_after = NULL, ended_at = NULL`,
    )
    if (withRead)
      db.exec(`INSERT INTO attempt_reads (submission_id, number, read_at, found, meant, idempotency_key)
        VALUES ('${id}', 1, ${desk.clock.now()}, '{"order_id":"1001"}', '{}', 'sleutel')`)
    db.close()
    desk.mollie.whenAsked(reacts.usually)
    desk = await paymentDesk(left)
    await settled()
    return id
  }

  test('before anything left: it goes by itself', async () => {
    const id = await crashed(false)
    expect(await desk.stateOf(id)).toBe('sent')
    expect((await desk.get(id)).attempts[0]).toMatchObject({ stateAfter: 'queued', reason: { id: 'outbox.interruptedUnsent' } })
    expect(desk.mollie.changes()).toHaveLength(1)
  })

  test('when a change may have left: it is looked up first', async () => {
    const id = await crashed(true)
    expect(await desk.stateOf(id)).toBe('unknown')
    await desk.clock.pass(settleMs - 1)
    expect(desk.mollie.changes()).toHaveLength(0)
    await desk.clock.pass(1)
    expect(desk.mollie.changes()).toHaveLength(1)
    await desk.clock.pass(settleMs)
    expect(await desk.stateOf(id)).toBe('sent')
  })
})
