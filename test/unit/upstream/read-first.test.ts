import { expect, onTestFinished, test } from 'vitest'
import type { Found } from '#shared/domain/reading.ts'
import type { Call } from '#main/upstream/call.ts'
import type { ReadFirst } from '#main/upstream/read-first.ts'
import { createTransmitterFor } from '#main/upstream/transmitter.ts'
import { rawAnswer } from '#test/support/hostile-server.ts'
import { createRawRecorder, headerOf, type Behaviour } from '#test/support/raw-recorder.ts'

/** A vendor that is read first and has one value, and a transmitter that knows how. */
async function staged(behaviour: Behaviour) {
  const server = await createRawRecorder(behaviour)
  const url = new URL(server.origin)
  const call = (method: Call['method'], key?: string): Call => ({
    url,
    method,
    path: '/value',
    headers: key === undefined ? {} : { 'idempotency-key': key },
    body: method === 'GET' ? null : Buffer.from('{"value":"new"}'),
    read: (_value, status) => (status === 200 ? { says: 'success', number: null } : { says: 'nothing' }),
  })
  const first: ReadFirst = {
    read: call('GET'),
    judge: () => ({ found: 'old', verdict: { do: 'change', meant: 'new', call: (key) => call('PATCH', key) } }),
    settle: () => null,
  }
  const transmitter = createTransmitterFor(() => ({ call: () => null, readFirst: () => first }), {
    resolveProxy: () => Promise.resolve('DIRECT'),
  })
  onTestFinished(async () => {
    await transmitter.close()
    await server.close()
  })
  const order = {
    destination: { kind: 'digiwallet', url: server.origin, bodyFormat: 'form' },
    secret: 'geheim',
    file: null,
  } as const
  const payload = {
    kind: 'note',
    action: 'delete',
    target: { outletID: '1', saleID: '1', paymentMethodCode: 'IDE', test: false },
  } as const
  const send = (onFound: (found: Found) => Promise<void>, key: string | null = null) =>
    transmitter.transmit(
      { ...order, payload, earlier: { agreed: null, key: key === null ? null : { value: key, meant: 'new' } } },
      { signal: new AbortController().signal, onProgress: () => undefined, onFound },
    )
  return { server, send }
}

const usual: Behaviour = { onRequest: (socket) => void socket.write(rawAnswer(200, '{"value":"old"}')) }

test('the reading and its change go over one connection, once what was read is kept', async () => {
  const { server, send } = await staged(usual)
  const kept: Found[] = []
  const evidence = await send(async (found) => {
    expect(server.requests.map(({ method }) => method)).toEqual(['GET'])
    kept.push(found)
  })
  expect(evidence.vendor.says).toBe('success')
  expect(server.requests.map(({ method, connection }) => [method, connection])).toEqual([
    ['GET', 0],
    ['PATCH', 0],
  ])
  const key = headerOf(server.requests[1], 'idempotency-key')[0]
  expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(kept).toEqual([{ found: 'old', change: { meant: 'new', key } }])
})

test('nothing is changed that could not be kept', async () => {
  const { server, send } = await staged(usual)
  const evidence = await send(() => Promise.reject(new Error('the disk is full')))
  expect(server.requests.map(({ method }) => method)).toEqual(['GET'])
  expect(evidence).toMatchObject({ progress: 'nothing-sent', readingOnly: true, status: null })
})

test('a server that hung up in between is sent the change over a new connection, once', async () => {
  const { server, send } = await staged({
    onRequest(socket, { method }) {
      socket.write(rawAnswer(200, '{"value":"old"}'))
      if (method === 'GET') socket.end()
    },
  })
  const evidence = await send(() => server.gone(1))
  expect(evidence.vendor.says).toBe('success')
  expect(server.requests.map(({ method, connection }) => [method, connection])).toEqual([
    ['GET', 0],
    ['PATCH', 1],
  ])
})

test('an answer to a key that was used before decides nothing', async () => {
  const { send } = await staged(usual)
  expect(await send(() => Promise.resolve(), 'de-sleutel')).toMatchObject({ status: 200, vendor: { says: 'nothing' } })
})

test('a change that is cut off tells how far it got, and no more of the reading', async () => {
  const { send } = await staged({
    onRequest(socket, { method }) {
      if (method === 'GET') socket.write(rawAnswer(200, '{"value":"old"}'))
      else socket.destroy()
    },
  })
  const evidence = await send(() => Promise.resolve())
  expect(evidence).toMatchObject({ progress: 'request-sent', status: null, answer: null, vendor: { says: 'nothing' } })
  expect(evidence.readingOnly).toBeUndefined()
})
