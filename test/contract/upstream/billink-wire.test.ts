import { randomBytes } from 'node:crypto'
import { describe, expect, onTestFinished, test } from 'vitest'
import { answering, rawAnswer } from '../../support/hostile-server.ts'
import { dispute, disputeOrder, fileOf } from '../../support/orders.ts'
import { headerOf } from '../../support/raw-recorder.ts'
import { send, staged } from '../../support/sending.ts'

const success = answering(rawAnswer(200, '{"id":77}'))

describe('the bytes on the wire', () => {
  test('without a file: one JSON object, keys in the document’s order, no file keys', async () => {
    const { server, transmitter } = await staged(onTestFinished, success)
    const sent = await send(transmitter, disputeOrder(`${server.origin}/v1/disputes/`))
    const body =
      '{"billinkId":"billink-id-geheim-1234","billinkUsername":"oefenwinkel","category":"retour",' +
      '"customerEmail":"j.devries@example.nl","customerName":"J. de Vries","invoice":"INV-2026-0007","locale":"nl",' +
      '"message":"Klant stuurde de jas terug.\\nGraag \\"crediteren\\" — dank!"}'
    expect(server.requests[0]?.raw.toString('utf8')).toBe(
      [
        'POST /v1/disputes/ HTTP/1.1',
        `host: 127.0.0.1:${server.port}`,
        'connection: keep-alive',
        'accept: application/json',
        'accept-encoding: identity',
        'user-agent: Balie',
        'content-type: application/json',
        `content-length: ${Buffer.byteLength(body)}`,
        '',
        body,
      ].join('\r\n'),
    )
    expect(sent.evidence.request).toEqual({
      method: 'POST',
      host: `127.0.0.1:${server.port}`,
      bodyBytes: Buffer.byteLength(body),
    })
    expect(sent.outcome).toMatchObject({ state: 'sent', number: '77' })
  })

  test('an account that spells the ID as Billink’s other calls do, with and without a file', async () => {
    const { server, transmitter } = await staged(onTestFinished, success)
    const order = disputeOrder(`${server.origin}/`)
    const destination = { kind: 'billink', url: `${server.origin}/`, username: 'oefenwinkel', idField: 'billinkID' } as const
    for (const file of [null, fileOf(Buffer.from('pdf'), 'a.pdf')]) await send(transmitter, { ...order, destination, file })
    for (const { body } of server.requests) {
      const sent = JSON.parse(body.toString('utf8')) as Record<string, unknown>
      expect(Object.entries(sent).slice(0, 2)).toEqual([
        ['billinkID', 'billink-id-geheim-1234'],
        ['billinkUsername', 'oefenwinkel'],
      ])
      expect(sent).not.toHaveProperty('billinkId')
    }
    expect(server.requests.length).toBe(2)
  })

  test('with a file: base64 after the customer, its name behind it, the length announced, never chunked', async () => {
    const { server, transmitter } = await staged(onTestFinished, success)
    const bytes = randomBytes(10)
    await send(transmitter, disputeOrder(`${server.origin}/`, { file: fileOf(bytes, 'bon é.pdf') }))
    const [request] = server.requests
    expect(request?.body.toString()).toBe(
      '{"billinkId":"billink-id-geheim-1234","billinkUsername":"oefenwinkel","category":"retour",' +
        `"customerEmail":"j.devries@example.nl","customerName":"J. de Vries","file":"${bytes.toString('base64')}",` +
        '"fileName":"bon é.pdf","invoice":"INV-2026-0007","locale":"nl",' +
        '"message":"Klant stuurde de jas terug.\\nGraag \\"crediteren\\" — dank!"}',
    )
    expect(headerOf(request, 'content-length')).toEqual([String(request?.body.length)])
    expect(headerOf(request, 'transfer-encoding')).toEqual([])
    expect(headerOf(request, 'expect')).toEqual([])
    expect(headerOf(request, 'cookie')).toEqual([])
    expect(headerOf(request, 'authorization')).toEqual([])
  })

  test.each([
    ['C:\\Users\\jan\\Bureaublad\\bon.pdf', 'bon.pdf'],
    ['../../bon.pdf', 'bon.pdf'],
    ['bon\u202efdp.exe\u0000.pdf', 'bonfdp.exe.pdf'],
    ['cafe\u0301.png', 'caf\u00e9.png'],
  ])('a file named %j travels as %j', async (name, expected) => {
    const { server, transmitter } = await staged(onTestFinished, success)
    await send(transmitter, disputeOrder(`${server.origin}/`, { file: fileOf(Buffer.from('x'), name) }))
    expect(JSON.parse(server.requests[0]?.body.toString() ?? '')).toMatchObject({ fileName: expected, file: 'eA==' })
  })

  test('an empty file is an empty text, with its name', async () => {
    const { server, transmitter } = await staged(onTestFinished, success)
    await send(transmitter, disputeOrder(`${server.origin}/`, { file: fileOf(Buffer.alloc(0)) }))
    expect(JSON.parse(server.requests[0]?.body.toString() ?? '')).toMatchObject({ file: '', fileName: 'bon.pdf' })
  })

  test('the whole address is used as typed, encoded characters included', async () => {
    const { server, transmitter } = await staged(onTestFinished, success)
    await send(transmitter, disputeOrder(`${server.origin}/api%2Fv1/dispuut%20en`))
    expect(server.requests[0]?.target).toBe('/api%2Fv1/dispuut%20en')
  })
})

describe('what must not travel is not sent', () => {
  test.each([
    ['half a surrogate pair', { payload: { kind: 'dispute', dispute: { ...dispute, message: 'a\ud83d' } } }],
    ['a missing invoice', { payload: { kind: 'dispute', dispute: { ...dispute, invoice: ' ' } } }],
    ['no key', { secret: '' }],
    ['a file without a name', { file: fileOf(Buffer.from('x'), '\u202e') }],
    ['an unencrypted address elsewhere', { destination: { kind: 'billink', url: 'http://api.billink.nl/', username: 'x' } }],
    ['a dispute for DigiWallet', { destination: { kind: 'digiwallet', url: 'http://127.0.0.1:1', bodyFormat: 'form' } }],
  ] as const)('%s', async (_, changes) => {
    const { server, transmitter } = await staged(onTestFinished, success)
    const { evidence, outcome } = await send(transmitter, disputeOrder(`${server.origin}/`, changes))
    expect(evidence).toMatchObject({ progress: 'nothing-sent', cause: 'not-sendable' })
    expect(outcome).toMatchObject({ state: 'queued', asks: true, reason: { id: 'outcome.notSendable' } })
    expect(server.connections).toEqual([])
  })
})
