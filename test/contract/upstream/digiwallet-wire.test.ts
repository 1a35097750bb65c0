import { describe, expect, onTestFinished, test } from 'vitest'
import type { NoteAction } from '#shared/vendors/digiwallet/sale-note.ts'
import { paymentMethods } from '#shared/vendors/digiwallet/sale-note-fields.ts'
import { answering, rawAnswer } from '../../support/hostile-server.ts'
import { noteOrder } from '../../support/orders.ts'
import { send, staged } from '../../support/sending.ts'

const success = rawAnswer(200, '{"status":0,"message":"ok","saleNoteID":12345}')
const key = '12a34bc5de67f8g9012345678'

describe('the bytes on the wire', () => {
  test('create: a form post with the five fields in the document’s order', async () => {
    const { server, transmitter } = await staged(onTestFinished, answering(success))
    const sent = await send(transmitter, noteOrder(server.origin, 'create', { text: 'Factuur #12345 & €5\r\nà la carte' }))
    const body =
      'outletID=12345&paymentMethodCode=IDE&saleID=012345678901234567890&text=Factuur+%2312345+%26+%E2%82%AC5%0D%0A%C3%A0+la+carte&test=0'
    expect(server.requests[0]?.raw.toString('latin1')).toBe(
      [
        'POST /sale-note HTTP/1.1',
        `host: 127.0.0.1:${server.port}`,
        'connection: keep-alive',
        'accept: application/json',
        'accept-encoding: identity',
        'user-agent: Balie',
        `authorization: Bearer ${key}`,
        'content-type: application/x-www-form-urlencoded',
        `content-length: ${body.length}`,
        '',
        body,
      ].join('\r\n'),
    )
    expect(sent.evidence.request).toEqual({ method: 'POST', host: `127.0.0.1:${server.port}`, bodyBytes: body.length })
  })

  test('create as JSON, where the account says so: every value a text', async () => {
    const { server, transmitter } = await staged(onTestFinished, answering(success))
    await send(transmitter, noteOrder(server.origin, 'create', { bodyFormat: 'json', test: true, text: 'a "b" €' }))
    const [request] = server.requests
    expect(request?.headers).toContainEqual(['content-type', 'application/json'])
    expect(request?.body.toString()).toBe(
      '{"outletID":"12345","paymentMethodCode":"IDE","saleID":"012345678901234567890","text":"a \\"b\\" €","test":"1"}',
    )
  })

  test('update: everything in the raw path, a body of no bytes', async () => {
    const { server, transmitter } = await staged(onTestFinished, answering(success))
    await send(transmitter, noteOrder(server.origin, 'update', { text: 'Final Invoice Number #12345 100% ..%2e+€' }))
    expect(server.requests[0]?.raw.toString('latin1')).toBe(
      [
        'PATCH /sale-note/12345/012345678901234567890/IDE/Final%20Invoice%20Number%20%2312345%20100%25%20..%252e%2B%E2%82%AC/0 HTTP/1.1',
        `host: 127.0.0.1:${server.port}`,
        'connection: keep-alive',
        'accept: application/json',
        'accept-encoding: identity',
        'user-agent: Balie',
        `authorization: Bearer ${key}`,
        'content-length: 0',
        '',
        '',
      ].join('\r\n'),
    )
  })

  test('delete: the raw path and no body at all', async () => {
    const { server, transmitter } = await staged(onTestFinished, answering(success))
    await send(transmitter, noteOrder(server.origin, 'delete', { test: true }))
    expect(server.requests[0]?.raw.toString('latin1')).toBe(
      [
        'DELETE /sale-note/12345/012345678901234567890/IDE/1 HTTP/1.1',
        `host: 127.0.0.1:${server.port}`,
        'connection: keep-alive',
        'accept: application/json',
        'accept-encoding: identity',
        'user-agent: Balie',
        `authorization: Bearer ${key}`,
        '',
        '',
      ].join('\r\n'),
    )
  })

  test.each(paymentMethods)('the method $code travels as it is', async ({ code }) => {
    const { server, transmitter } = await staged(onTestFinished, answering(success))
    await send(transmitter, noteOrder(server.origin, 'delete', { paymentMethodCode: code }))
    expect(server.requests[0]?.target).toBe(`/sale-note/12345/012345678901234567890/${code}/0`)
  })

  test.each(['', '/', '/api/v2', '/api/v2/'])('a base address ending in "%s" comes before the path', async (base) => {
    const { server, transmitter } = await staged(onTestFinished, answering(success))
    await send(transmitter, noteOrder(`${server.origin}${base}`, 'create'))
    expect(server.requests[0]?.target).toBe(`${base.replace(/\/$/, '')}/sale-note`)
  })
})

describe('what must not travel is not sent', () => {
  const orders: [why: string, action: NoteAction, changes: Parameters<typeof noteOrder>[2]][] = [
    ['a slash in an update', 'update', { text: 'invoice/1' }],
    ['a backslash in an update', 'update', { text: 'invoice\\1' }],
    ['a line break in an update', 'update', { text: 'a\nb' }],
    ['dots alone in an update', 'update', { text: '..' }],
    ['a path of over 7,500 characters', 'update', { text: '€'.repeat(900) }],
    ['half a surrogate pair in a create', 'create', { text: 'a\ud83d' }],
    ['a blank text', 'create', { text: ' \n ' }],
    ['letters in an outlet', 'delete', { outletID: '12a' }],
    ['a slash in a sale number', 'update', { saleID: '1/2' }],
    ['no sale number', 'delete', { saleID: '' }],
  ]
  test.each(orders)('%s', async (_, action, changes) => {
    const { server, transmitter } = await staged(onTestFinished, answering(success))
    const { evidence, outcome } = await send(transmitter, noteOrder(server.origin, action, changes))
    expect(evidence).toMatchObject({ progress: 'nothing-sent', cause: 'not-sendable' })
    expect(outcome).toMatchObject({ state: 'queued', asks: true })
    expect(server.connections).toEqual([])
  })

  test.each([
    ['a key with a line break', { secret: 'abc\r\nX-Evil: 1' }],
    ['a key that is no ASCII', { secret: 'sleutel€' }],
    ['no key', { secret: '' }],
    [
      'an unencrypted address elsewhere',
      { destination: { kind: 'digiwallet', url: 'http://api.digiwallet.nl', bodyFormat: 'form' } },
    ],
    [
      'an address with credentials',
      { destination: { kind: 'digiwallet', url: 'https://a:b@api.digiwallet.nl', bodyFormat: 'form' } },
    ],
    [
      'an address with a query',
      { destination: { kind: 'digiwallet', url: 'https://api.digiwallet.nl/?a=1', bodyFormat: 'form' } },
    ],
    ['no address', { destination: { kind: 'digiwallet', url: 'api.digiwallet.nl', bodyFormat: 'form' } }],
    ['a note for Billink', { destination: { kind: 'billink', url: 'http://127.0.0.1:1/', username: 'x' } }],
  ] as const)('%s', async (_, changes) => {
    const { server, transmitter } = await staged(onTestFinished, answering(success))
    const { evidence } = await send(transmitter, { ...noteOrder(server.origin, 'create'), ...changes })
    expect(evidence).toMatchObject({ progress: 'nothing-sent', cause: 'not-sendable' })
    expect(server.connections).toEqual([])
  })
})
