import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { describe as describePayload } from '#shared/vendors/index.ts'
import { mollie } from '#shared/vendors/mollie/index.ts'
import { knownRecords } from '#main/storage/known-records.ts'
import { testDesk, vendor, type TestDesk } from '#test/support/desk.ts'

let desk: TestDesk
beforeEach(() => {
  desk = testDesk({ holdSeconds: 0 })
  desk.outbox.start()
})
afterEach(async () => {
  await desk.outbox.stop()
  desk.close()
})

describe('notes this app knows', () => {
  test('are one line a note, with the newest confirmed text', async () => {
    desk.file(desk.draftNote({ text: 'een' }))
    desk.file(desk.draftNote({ action: 'update', text: 'twee' }))
    desk.file(desk.draftNote({ test: true, text: 'proef' }))
    await desk.clock.pass(100)
    desk.whenAsked(() => vendor.refuses())
    desk.file(desk.draftNote({ action: 'update', text: 'drie' }))
    await desk.clock.pass(100)
    const notes = desk.queries.knownNotes({ kind: 'note', search: '', accountId: null, before: null, limit: 10 })
    expect(notes.map((note) => ({ test: note.test, state: note.state, excerpt: note.excerpt }))).toEqual([
      { test: false, state: 'rejected', excerpt: 'drie' },
      { test: true, state: 'sent', excerpt: 'proef' },
    ])
    expect(desk.queries.confirmedOfNote((notes[0] && 'noteKey' in notes[0] && notes[0].noteKey) || '')?.excerpt).toBe('twee')
  })
})

test('notes this app knows are found however many notes of another vendor are newer', async () => {
  desk.file(desk.draftNote({ text: 'Factuur 7' }))
  await desk.clock.pass(100)
  const payload = mollie.payloadOf({
    action: 'create',
    paymentID: 'tr_1',
    text: 'Factuur 7',
    keepValue: false,
    mode: 'live',
    at: '2026-11-22T09:00:00.000Z',
    shown: null,
  })
  const [own] = desk.queries.knownNotes({ kind: 'note', search: '', accountId: null, before: null, limit: 10 })
  const boundOrigin = 'https://api.mollie.com'
  desk.records.insert({
    ...describePayload(payload, boundOrigin),
    id: 'newer',
    draftId: null,
    accountId: 'digiwallet',
    accountName: 'Winkel',
    environment: 'production',
    boundOrigin,
    createdAt: desk.clock.now(),
    payload,
    typed: { kind: 'payment-note', fields: mollie.typedOf(payload) },
    attachmentId: null,
    inHold: false,
    notBefore: null,
    waitMs: 0,
  })
  const known = desk.queries.knownNotes({ kind: 'note', search: 'Factuur', accountId: null, before: null, limit: 1 })
  expect(known.map(({ id }) => id)).toEqual([own?.id])
})

test('a note whose kind a disk damaged may be there all the same', async () => {
  const { noteKey, id } = desk.file(desk.draftNote())
  await desk.clock.pass(100)
  const isKnown = () => knownRecords(desk.ledger).keysSoFar()(noteKey ?? '')
  expect(isKnown()).toBe(true)
  desk.ledger.db.prepare(`UPDATE submissions SET kind = 'note.creat' WHERE id = ?`).run(id)
  expect(isKnown()).toBe(true)
})

describe('the duplicate guard', () => {
  test('knows a dispute for the invoice until it was refused or taken back', async () => {
    const known = () => desk.queries.disputeOfInvoice('https://api.billink.nl', 'billink', 'F-1')
    expect(known()).toBeNull()
    desk.whenAsked(() => vendor.refuses())
    desk.file(desk.draftDispute('F-1'))
    await desk.clock.pass(10)
    expect(known()).toBeNull()
    desk.whenAsked(() => vendor.isSilent())
    const { id } = desk.file(desk.draftDispute('F-1'))
    await desk.clock.pass(10)
    expect(known()).toBe(id)
  })
})
