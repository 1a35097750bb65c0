import { describe, expect, onTestFinished, test } from 'vitest'
import { practiceMollieKey } from '#main/vendors/mollie/practice/credentials.ts'
import type { MolliePracticeOptions } from '#main/vendors/mollie/practice/index.ts'
import { createPractice } from '#main/vendors/practice.ts'
import { send, type RawRequest } from './raw-request.ts'

const key = { Authorization: `Bearer ${practiceMollieKey}` }

async function practice(mollie: MolliePracticeOptions = {}) {
  const environment = await createPractice({ mollie })
  onTestFinished(() => environment.close())
  const { origin, vendors } = environment
  const sendHere = (request: RawRequest) => send(origin, request)
  return {
    book: vendors.mollie.book,
    send: sendHere,
    read: (id: string) => sendHere({ method: 'GET', path: `/v2/payments/${id}`, headers: key }),
    change: (id: string, body: string, headers: Record<string, string> = {}) =>
      sendHere({
        method: 'PATCH',
        path: `/v2/payments/${id}`,
        headers: { ...key, 'Content-Type': 'application/json', ...headers },
        body,
      }),
  }
}
const metadataOf = (id: string, book: Awaited<ReturnType<typeof practice>>['book']) => JSON.stringify(book.find(id)?.metadata)

describe('Mollie’s payments in practice', () => {
  test('a payment is read, and its metadata replaced whole and digit for digit', async () => {
    const { read, change, book } = await practice()
    expect(await read('tr_oefen1001')).toMatchObject({
      status: 200,
      headers: { 'content-type': 'application/hal+json' },
      json: { resource: 'payment', id: 'tr_oefen1001', mode: 'test', metadata: { order_id: '1001' }, status: 'paid' },
    })
    const metadata = '{"order":12345678901234567890,"note":"Gebeld"}'
    expect((await change('tr_oefen1001', `{"metadata":${metadata}}`)).status).toBe(200)
    expect(metadataOf('tr_oefen1001', book)).toBe(metadata)
    expect((await read('tr_oefen1001')).text).toContain(`"metadata":${metadata}`)
  })

  test('what the app last had confirmed for a payment stands there, example or demonstration', async () => {
    const { read } = await practice({
      earlier: (id) => (id.endsWith('8') ? null : { text: `van ${id}`, at: '2026-11-27T12:00:00Z' }),
    })
    expect((await read('tr_oefen1001')).json).toMatchObject({ metadata: { order_id: '1001', note: 'van tr_oefen1001' } })
    expect((await read('tr_demoSilent')).json).toMatchObject({ metadata: { order_id: 'proef', note: 'van tr_demoSilent' } })
    expect((await read('tr_oefen1008')).json).toMatchObject({ metadata: { note: { id: 8 } } })
  })

  test('what Mollie refuses is refused in its shape, and changes nothing', async () => {
    const { read, change, send: raw, book } = await practice()
    const before = metadataOf('tr_oefen1001', book)
    expect(await read('tr_unknown')).toMatchObject({ status: 404, json: { status: 404, title: 'Not Found' } })
    expect(await raw({ method: 'GET', path: '/v2/payments/tr_oefen1001', headers: {} })).toMatchObject({ status: 401 })
    expect(await raw({ method: 'GET', path: '/v2/balances', headers: key })).toMatchObject({ status: 404 })
    expect(await raw({ method: 'DELETE', path: '/v2/payments/tr_oefen1001', headers: key })).toMatchObject({ status: 405 })
    for (const body of ['{"metadata":true}', '{"metadata":[1]}', `{"metadata":"${'x'.repeat(1024)}"}`, '{}'])
      expect(await change('tr_oefen1001', body)).toMatchObject({ status: 422, json: { field: 'metadata' } })
    expect((await change('tr_oefen1001', 'no json')).status).toBe(422)
    expect(metadataOf('tr_oefen1001', book)).toBe(before)
  })

  test('the same key and request give the first answer again, within the hour and only where it is honoured', async () => {
    let now = new Date('2026-11-27T12:00:00Z')
    const { change, book } = await practice({ now: () => now })
    const again = { 'Idempotency-Key': '5b1c1f6e-8f3c-4b6d-9d6e-2a5c2f0d7b11' }
    const first = await change('tr_oefen1001', '{"metadata":{"a":1}}', again)
    book.replaceMetadata('tr_oefen1001', 'changed by another')
    expect((await change('tr_oefen1001', '{"metadata":{"a":1}}', again)).text).toBe(first.text)
    expect(metadataOf('tr_oefen1001', book)).toBe('"changed by another"')
    now = new Date('2026-11-27T13:00:01Z')
    await change('tr_oefen1001', '{"metadata":{"a":1}}', again)
    expect(metadataOf('tr_oefen1001', book)).toBe('{"a":1}')

    const deaf = await practice({ honoursIdempotencyKey: false })
    await deaf.change('tr_oefen1001', '{"metadata":{"a":1}}', again)
    deaf.book.replaceMetadata('tr_oefen1001', 'changed by another')
    await deaf.change('tr_oefen1001', '{"metadata":{"a":1}}', again)
    expect(metadataOf('tr_oefen1001', deaf.book)).toBe('{"a":1}')
  })
})

describe('demonstrations', () => {
  test.each([401, 403, 404, 422, 429, 500, 503])('tr_demo%i reads as usual and refuses the change', async (status) => {
    const { read, change, book } = await practice()
    expect((await read(`tr_demo${status}`)).status).toBe(200)
    const answer = await change(`tr_demo${status}`, '{"metadata":null}')
    expect(answer).toMatchObject({ status, json: { status } })
    expect(answer.headers['retry-after']).toBe(status === 429 ? '2' : undefined)
    expect(metadataOf(`tr_demo${status}`, book)).toBe('{"order_id":"proef"}')
  })

  test('tr_demoReset is carried out, then cut; tr_demoRead503 refuses the reading; Once is once', async () => {
    const { read, change, book } = await practice()
    await expect(change('tr_demoReset', '{"metadata":null}')).rejects.toMatchObject({ code: 'ECONNRESET' })
    expect(metadataOf('tr_demoReset', book)).toBe('null')
    expect((await read('tr_demoRead503')).status).toBe(503)
    expect([
      (await change('tr_demo500Once', '{"metadata":1}')).status,
      (await change('tr_demo500Once', '{"metadata":1}')).status,
    ]).toEqual([500, 200])
  })

  test('tr_demoLate is carried out after its client gave up, tr_demoLost never', async () => {
    const { book, send: raw } = await practice({ lateMs: 30 })
    const silent = (id: string) =>
      raw({
        method: 'PATCH',
        path: `/v2/payments/${id}`,
        headers: { ...key, 'Content-Type': 'application/json' },
        body: '{"metadata":null}',
      })
    const unanswered = [silent('tr_demoLate'), silent('tr_demoLost')].map((sent) => sent.catch(() => 'cut'))
    await expect.poll(() => metadataOf('tr_demoLate', book)).toBe('null')
    expect(metadataOf('tr_demoLost', book)).toBe('{"order_id":"proef"}')
    expect(unanswered).toHaveLength(2)
  })
})
