import { Agent } from 'node:http'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createPracticeServer } from '#test/support/practice-server.ts'
import { disputeCall, exampleDispute } from './dispute-call.ts'
import { practice } from './practice-fixture.ts'
import { bearer, createByForm, exampleNote } from './raw-request.ts'

describe('who may use the port', () => {
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((address) => address?.family === 'IPv4' && !address.internal)?.address

  test.skipIf(outside === undefined)(
    'nobody from the network: another address of this computer refuses the connection',
    async () => {
      const { server } = await practice()
      const error = await new Promise<unknown>((resolve, reject) => {
        const socket = connect(Number(new URL(server.origin).port), outside)
        socket.on('error', resolve)
        socket.on('connect', () => reject(new Error(`connected to ${outside}`)))
      })
      expect(error).toMatchObject({ code: 'ECONNREFUSED' })
    },
  )

  for (const host of ['evil.example', 'evil.example:80', '127.0.0.1', '127.0.0.1:1', '0.0.0.0', 'localhost.evil.example']) {
    test(`nobody who asked for ${host}: a rebound name gets 403 and nothing happens`, async () => {
      const { server, send } = await practice()
      for (const call of [createByForm(exampleNote), disputeCall(exampleDispute)]) {
        expect((await send({ ...call, headers: { ...call.headers, Host: host } })).status).toBe(403)
      }
      expect(server.state).toMatchObject({ notes: [], disputes: [] })
    })
  }

  test('no web page: a request with an Origin gets 403, and no CORS header is sent', async () => {
    const { server, send } = await practice()
    for (const call of [createByForm(exampleNote), disputeCall(exampleDispute), { method: 'OPTIONS', path: '/sale-note' }]) {
      const answer = await send({ ...call, headers: { ...call.headers, Origin: 'https://evil.example' } })
      expect(answer.status).toBe(403)
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    }
    expect(server.state).toMatchObject({ notes: [], disputes: [] })
  })

  test('localhost is this computer, too', async () => {
    const { server, send } = await practice()
    const call = createByForm(exampleNote)
    expect((await send({ ...call, headers: { ...call.headers, Host: `localhost:${new URL(server.origin).port}` } })).status).toBe(
      201,
    )
  })
})

describe('how much a request may bring', () => {
  test('a note of more than 1 MB is answered 413, however much comes, and the connection goes on', async () => {
    const { server, send } = await practice()
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    onTestFinished(() => agent.destroy())
    const tooLarge = createByForm({ ...exampleNote, text: 'x'.repeat(8 * 1024 * 1024) })
    expect(await send(tooLarge, agent)).toMatchObject({
      status: 413,
      json: { status: 1, message: 'Body is larger than 1048576 bytes.' },
    })
    expect(server.state.notes).toEqual([])
    expect(await send(createByForm(exampleNote), agent)).toMatchObject({ status: 201, reusedSocket: true })
  })

  test('a dispute with more than 1 MB beside its file is answered 413', async () => {
    const { server, send } = await practice()
    expect(await send(disputeCall({ ...exampleDispute, message: 'x'.repeat(1024 * 1024) }))).toMatchObject({
      status: 413,
      json: { code: 413, message: 'Body is larger than 1048576 bytes.' },
    })
    expect(server.state.disputes).toEqual([])
  })

  test('a file of 100 MiB is taken, and one byte of base64 over 140,000,000 is answered 413', async () => {
    const { server, send } = await practice()
    const [before = '', after = ''] = JSON.stringify({ ...exampleDispute, file: '|', fileName: 'a.png' }).split('|')
    const filed = (characters: number) =>
      send({ ...disputeCall(''), body: Buffer.concat([Buffer.from(before), Buffer.alloc(characters, 'A'), Buffer.from(after)]) })
    expect((await filed(139_810_132)).status).toBe(200)
    expect(server.state.disputes[0]?.file?.bytes).toBe(104_857_599)
    expect(await filed(140_000_001)).toMatchObject({ status: 413, json: { code: 413 } })
    expect(server.state.disputes).toHaveLength(1)
  })

  test('a request that breaks off in its body does nothing', async () => {
    const { server, create } = await practice()
    await new Promise<void>((resolve) => {
      const { host, port } = new URL(server.origin)
      const socket = connect(Number(port), '127.0.0.1', () => {
        const body = 'outletID=12345&saleID=12345678&paymentMethodCode=IDE&text=half'
        const head = `POST /sale-note HTTP/1.1\r\nHost: ${host}\r\nAuthorization: ${bearer.Authorization}\r\n`
        socket.write(`${head}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 500\r\n\r\n${body}`, () =>
          socket.destroy(),
        )
      })
      socket.on('close', () => resolve())
    })
    expect((await create({ ...exampleNote, text: 'whole' })).status).toBe(201)
    expect(server.state.notes.map((note) => note.text)).toEqual(['whole'])
  })
})

describe('starting and closing', () => {
  test('each start takes a free port of its own, or the one it is given', async () => {
    const first = await practice()
    const second = await practice()
    expect(first.server.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect(second.server.origin).not.toBe(first.server.origin)
    const port = Number(new URL(first.server.origin).port)
    await first.server.close()
    expect((await practice({ port })).server.origin).toBe(first.server.origin)
  })

  test('a port that is taken is an error', async () => {
    const { server } = await practice()
    await expect(createPracticeServer({ port: Number(new URL(server.origin).port) })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    })
  })

  test('after closing nobody answers', async () => {
    const { server, create } = await practice()
    await server.close()
    await expect(create(exampleNote)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })

  test('what it shows of its records cannot change them', async () => {
    const { server, create } = await practice()
    await create(exampleNote)
    for (const note of server.state.notes) Object.assign(note, { text: 'changed' })
    expect(server.state.notes[0]?.text).toBe(exampleNote.text)
  })
})
