import { describe, expect, test } from 'vitest'
import { askedOf } from '#main/upstream/asked.ts'
import { noteCaller } from '#main/vendors/digiwallet/requests.ts'
import { readDisputeAnswer } from '#main/vendors/billink/requests.ts'
import type { Call } from '#main/upstream/call.ts'

const key = 'live_Ab9xQ7kGeheim0123'
const url = new URL('https://api.test/')
const call = (read: Call['read'], keys?: 'whole'): Call => ({
  url,
  method: 'POST',
  path: '/',
  headers: {},
  body: null,
  read,
  ...(keys && { keys }),
})
const noteRead = noteCaller(
  { url: 'https://api.test', bodyFormat: 'form' },
  key,
)({
  kind: 'note-create',
  action: 'create',
  target: { outletID: '1', saleID: '2', paymentMethodCode: 'IDE', test: false },
  text: 'Notitie',
} as never)?.read

/** What is stored and shown of an answer. */
const keptOf = (answer: unknown, read: Call['read'], status = 400, keys?: 'whole') =>
  askedOf(
    call(read, keys),
    { progress: 'answered', cause: null, status, headers: {}, body: Buffer.from(JSON.stringify(answer)), reusable: true },
    key,
  )

const digiwallet = (answer: unknown, status?: number) => {
  if (!noteRead) throw new Error('No call')
  return keptOf(answer, noteRead, status).evidence
}
/** Long enough for a part that counts as the key to nobody who only looks for all of it. */
const parts = Array.from({ length: key.length - 7 }, (_, at) => key.slice(at, at + 8))
const expectNoPart = (evidence: unknown) => {
  const text = JSON.stringify(evidence)
  expect(parts.filter((part) => text.includes(part))).toEqual([])
}

describe('what a vendor says is cleaned first and cut then', () => {
  test.each([2_000, 2_000 - 10, 2_000 - key.length, 2_000 - key.length + 1])('a sentence with the key at %i', (at) => {
    expectNoPart(digiwallet({ status: 1, message: `${'.'.repeat(at)}${key}`, errors: { text: [`${'.'.repeat(at)}${key}`] } }))
  })

  test.each([80, 90, 99, 100])('the name of a field with the key at %i', (at) => {
    expectNoPart(digiwallet({ status: 1, errors: { [`${'x'.repeat(at)}${key}`]: ['fout'] } }))
  })

  test('a code, which is a value of a sentence', () => {
    for (const at of [0, 85, 95])
      expectNoPart(keptOf({ code: `${'7'.repeat(at)}${key}`, message: 'Fout' }, readDisputeAnswer).evidence)
  })

  test('a number that is the key, or has it within', () => {
    for (const saleNoteID of [key, `1-${key}`, Buffer.from(key).toString('hex'), key.toUpperCase()]) {
      const { vendor } = digiwallet({ status: 0, saleNoteID }, 200)
      expect(vendor).toMatchObject({ says: 'success', number: expect.stringContaining('•••') as string })
      expectNoPart(vendor)
    }
  })

  test('what is written back whole is not taken at all', () => {
    const read = () => ({ says: 'nothing' as const })
    const whole = keptOf({ metadata: { other: Buffer.from(key).toString('base64') } }, read, 200, 'whole')
    expect(whole.value).toBeUndefined()
    expectNoPart(whole)
    expect(keptOf({ metadata: { other: 'x' } }, read, 200, 'whole').value).toEqual({ metadata: { other: 'x' } })
  })

  test('words as they came, within bounds', () => {
    const { vendor } = digiwallet({ status: 1, message: 'Sale not found.', errors: { text: ['x'.repeat(5_000)] } })
    expect(vendor).toMatchObject({ head: [{ text: 'Sale not found.' }], fields: { text: [{ text: 'x'.repeat(2_000) }] } })
  })
})
