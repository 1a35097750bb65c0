import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { practiceBillinkId } from '#main/vendors/billink/practice/credentials.ts'
import { practiceApiKey } from '#main/vendors/digiwallet/practice/credentials.ts'
import { createPracticeServer, type PracticeServer } from '#test/support/practice-server.ts'
import type { Order } from '#main/upstream/types.ts'
import { disputeAnswerAttributes } from '#shared/vendors/billink/dispute.ts'
import { dispute, disputeOrder, fileOf, noteOrder } from '../../support/orders.ts'
import { send, transmitterFor } from '../../support/sending.ts'

let practice: PracticeServer
const transmitter = transmitterFor({ limits: { headersMs: 1_000 } })
beforeAll(async () => {
  practice = await createPracticeServer()
})
afterAll(async () => {
  await transmitter.close()
  await practice.close()
})

const note = (...[action, changes]: [Parameters<typeof noteOrder>[1], Parameters<typeof noteOrder>[2]?]): Order => ({
  ...noteOrder(practice.digiwalletUrl, action, { saleID: '12345678', ...changes }),
  secret: practiceApiKey,
})
const filed = (changes: Partial<Order> = {}): Order => ({
  ...disputeOrder(practice.disputeUrl, changes),
  secret: practiceBillinkId,
  ...changes,
})

describe('a sale note', () => {
  test.each(['form', 'json'] as const)(
    'is created (%s), updated and deleted; each answer has its own sentence',
    async (bodyFormat) => {
      const text = 'Factuur #12345 – 50% + €5 & "meer"'
      const created = await send(transmitter, note('create', { text, bodyFormat }))
      expect(created.outcome).toMatchObject({
        state: 'sent',
        number: expect.stringMatching(/^\d+$/),
        reason: { id: 'outcome.digiwallet.201' },
      })
      expect(practice.state.notes.at(-1)).toMatchObject({
        text,
        outletID: '12345',
        saleID: '12345678',
        paymentMethodCode: 'IDE',
        test: false,
      })

      const changed = 'Nieuw: 100%25 %2e%2e #1? ; a+b = “c”'
      const updated = await send(transmitter, note('update', { text: changed }))
      expect(updated.outcome).toMatchObject({
        state: 'sent',
        number: created.outcome.number,
        reason: { id: 'outcome.digiwallet.200' },
      })
      expect(practice.state.notes.at(-1)).toMatchObject({ text: changed })

      const deleted = await send(transmitter, note('delete'))
      expect(deleted.outcome).toMatchObject({
        state: 'sent',
        number: null,
        reason: { id: 'outcome.digiwallet.200', values: { action: 'delete' } },
      })
      expect(practice.state.notes).toEqual([])
    },
  )

  test('of a sale that does not exist is refused at its field', async () => {
    const { outcome } = await send(transmitter, note('create', { saleID: '404' }))
    expect(outcome).toMatchObject({
      state: 'rejected',
      reason: { id: 'outcome.digiwallet.400' },
      head: [{ text: 'Validation failed' }],
      fields: { saleID: [{ text: 'Sale not found.' }] },
    })
  })

  test('with the wrong key is held', async () => {
    const { outcome, evidence } = await send(transmitter, { ...note('delete'), secret: 'wrong-key-0001' })
    expect(outcome).toMatchObject({ state: 'held', reason: { id: 'outcome.keyRefused', values: { vendor: 'DigiWallet' } } })
    expect(evidence.status).toBe(401)
  })

  test.each([
    ['99000429', { state: 'queued', retryAfterMs: 2_000 }],
    ['99000500', { state: 'unknown', reason: { id: 'outcome.digiwallet.500' } }],
    ['99000503', { state: 'unknown' }],
    ['99000403', { state: 'held' }],
    ['99000504', { state: 'unknown', reason: { id: 'outcome.unknown.reset', values: { step: 'sent' } } }],
    ['99000598', { state: 'unknown', reason: { id: 'outcome.unknown.timeout', values: { step: 'sent' } } }],
  ])('on the demonstration sale %s ends as it should', async (saleID, expected) => {
    const { outcome } = await send(transmitter, note('create', { saleID }))
    expect(outcome).toMatchObject(expected)
  })
})

describe('a dispute', () => {
  test('with a file is accepted, and what arrived is what was sent', async () => {
    const bytes = randomBytes(1_000_000)
    const { outcome, evidence } = await send(transmitter, filed({ file: fileOf(bytes, 'bon.pdf') }))
    expect(outcome).toMatchObject({
      state: 'sent',
      number: expect.stringMatching(/^\d+$/),
      reason: { id: 'outcome.disputeFiled' },
    })
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    expect(practice.state.disputes.at(-1)).toMatchObject({ ...dispute, file: { bytes: bytes.length, sha256 } })
    expect(Object.keys(JSON.parse(evidence.answer ?? '') as object).toSorted()).toEqual(disputeAnswerAttributes.toSorted())
  })

  test('without a file is accepted', async () => {
    expect((await send(transmitter, filed())).outcome.state).toBe('sent')
  })

  test('with the wrong credentials is refused with the texts at the head', async () => {
    const { outcome } = await send(transmitter, filed({ secret: 'wrong-id-0001' }))
    expect(outcome).toMatchObject({ state: 'rejected', reason: { id: 'outcome.billink.400' }, fields: {} })
    expect(outcome.head.length).toBeGreaterThan(0)
  })

  test.each([
    ['DEMO-400', 'rejected'],
    ['DEMO-401', 'held'],
    ['DEMO-429', 'queued'],
    ['DEMO-503', 'unknown'],
    ['DEMO-RESET', 'unknown'],
    ['DEMO-SILENT', 'unknown'],
  ])('with the demonstration invoice %s is %s', async (invoice, state) => {
    const { outcome } = await send(transmitter, filed({ payload: { kind: 'dispute', dispute: { ...dispute, invoice } } }))
    expect(outcome.state).toBe(state)
  })
})
