import { EventEmitter, once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import net, { type AddressInfo } from 'node:net'
import path from 'node:path'
import tls from 'node:tls'
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { certificatesFrom } from '#main/upstream/certificates-from.ts'
import type { Cause } from '#main/upstream/types.ts'
import { createTestAuthority, type TestAuthority } from '../../support/certificates.ts'
import { answering, rawAnswer } from '../../support/hostile-server.ts'
import { disputeOrder, noteOrder } from '../../support/orders.ts'
import { createRawRecorder, type Behaviour } from '../../support/raw-recorder.ts'
import { send, staged, transmitterFor, type Sent } from '../../support/sending.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const success = answering(rawAnswer(200, '{"id":77}'))

let authority: TestAuthority
let other: TestAuthority
beforeAll(async () => {
  ;[authority, other] = await Promise.all([createTestAuthority(), createTestAuthority('Somebody else')])
})

function expectNothingSent({ evidence, outcome, steps }: Sent, cause: Cause, asks = false) {
  expect(evidence).toMatchObject({ progress: 'nothing-sent', cause, status: null, answer: null })
  expect(outcome).toMatchObject({ state: 'queued', asks, retryAfterMs: null })
  expect(steps).toEqual([])
}

/** A port where nobody listens any more. */
async function closedPort() {
  const server = net.createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

describe('no connection: nothing was sent', () => {
  test('refused', async () => {
    const transmitter = transmitterFor()
    expectNothingSent(await send(transmitter, noteOrder(`http://127.0.0.1:${await closedPort()}`, 'create')), 'refused')
    await transmitter.close()
  })

  test('a name that nobody knows', async () => {
    const transmitter = transmitterFor()
    expectNothingSent(await send(transmitter, noteOrder('https://api.balie-test.invalid', 'create')), 'dns')
    await transmitter.close()
  })

  test('a server that never finishes the handshake', async () => {
    const { server, transmitter } = await staged(onTestFinished, {}, { limits: { connectMs: 400 } })
    expectNothingSent(await send(transmitter, disputeOrder(`https://localhost:${server.port}/`)), 'connect-timeout')
    expect(server.connections.length).toBe(1)
  })

  test('a server that resets in the handshake', async () => {
    const { server, transmitter } = await staged(onTestFinished, {
      onConnect: (socket) => void socket.once('data', () => socket.resetAndDestroy()),
    })
    expectNothingSent(await send(transmitter, disputeOrder(`https://localhost:${server.port}/`)), 'reset')
  })

  test('a handshake that ends too late: the connection carries nothing', async () => {
    const secure = await authority.issue(['localhost'])
    const behind = await createRawRecorder(success, secure)
    onTestFinished(() => behind.close())
    const release = Promise.withResolvers<void>()
    const holding: Behaviour = {
      reads: false,
      onConnect: (socket) =>
        void release.promise.then(() => {
          const onward = net.connect(behind.port, '127.0.0.1')
          onward.on('error', () => undefined)
          socket.pipe(onward).pipe(socket)
        }),
    }
    const options = { limits: { connectMs: 300 }, caCertificates: () => [authority.cert] }
    const { server, transmitter } = await staged(onTestFinished, holding, options)
    expectNothingSent(await send(transmitter, disputeOrder(`https://localhost:${server.port}/`)), 'connect-timeout')
    release.resolve()
    await server.gone(1)
    expect(behind.requests).toEqual([])
  })

  test('proxy settings that cannot be had, or never come', async () => {
    const failing = transmitterFor({ resolveProxy: () => Promise.reject(new Error('no session')) })
    expectNothingSent(await send(failing, disputeOrder('https://api.balie-test.invalid/')), 'proxy')
    const hanging = transmitterFor({ resolveProxy: () => new Promise(() => undefined), limits: { connectMs: 100 } })
    expectNothingSent(await send(hanging, disputeOrder('https://api.balie-test.invalid/')), 'proxy')
    await Promise.all([failing.close(), hanging.close()])
  })
})

describe('certificates', () => {
  test('one that a trusted authority issued to this name is accepted', async () => {
    const secure = await authority.issue(['localhost'])
    const { server, transmitter } = await staged(onTestFinished, success, { secure, caCertificates: () => [authority.cert] })
    const { outcome } = await send(transmitter, disputeOrder(`${server.origin}/`))
    expect(outcome.state).toBe('sent')
  })

  const refused: [string, () => Promise<{ key: string; cert: string }>][] = [
    ['of an authority that is not trusted', () => other.issue(['localhost'])],
    ['for another name', () => authority.issue(['api.elsewhere.test'])],
    [
      'that has expired',
      () => authority.issue(['localhost'], { from: new Date(Date.now() - 2e8), until: new Date(Date.now() - 1e8) }),
    ],
    [
      'that is not valid yet',
      () => authority.issue(['localhost'], { from: new Date(Date.now() + 1e8), until: new Date(Date.now() + 2e8) }),
    ],
  ]
  test.each(refused)('one %s stops and asks, and nothing was sent', async (_, issue) => {
    const secure = await issue()
    const { server, transmitter } = await staged(onTestFinished, success, { secure, caCertificates: () => [authority.cert] })
    const sent = await send(transmitter, disputeOrder(`${server.origin}/`))
    expectNothingSent(sent, 'certificate', true)
    expect(sent.outcome.reason).toMatchObject({ id: 'outcome.certificate' })
    expect(server.requests).toEqual([])
  })

  test('one whose authority is installed later is accepted at the next try, without a restart', async () => {
    const secure = await other.issue(['localhost'])
    const installed = [authority.cert]
    let readings = 0
    const { server, transmitter } = await staged(onTestFinished, success, {
      secure,
      caCertificates: () => [authority.cert],
      freshCertificates: () => {
        readings += 1
        return Promise.resolve([...installed])
      },
    })
    const order = disputeOrder(`${server.origin}/`)
    expectNothingSent(await send(transmitter, order), 'certificate', true)
    installed.push(other.cert)
    // Many at once, and again at once: the store is read once.
    const soon = await Promise.all([1, 2, 3].map(() => send(transmitter, order)))
    for (const sent of soon) expectNothingSent(sent, 'certificate', true)
    expect([readings, server.requests.length]).toEqual([1, 0])
    vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 10_000)
    onTestFinished(() => void vi.restoreAllMocks())
    expect((await send(transmitter, order)).outcome.state).toBe('sent')
    expect([readings, server.requests.length]).toEqual([2, 1])
  })

  test('a store that cannot be read again leaves what was trusted', async () => {
    const secure = await authority.issue(['localhost'])
    const wrong = await other.issue(['localhost'])
    const options = { caCertificates: () => [authority.cert], freshCertificates: () => Promise.reject(new Error('no process')) }
    const bad = await staged(onTestFinished, success, { secure: wrong, ...options })
    expectNothingSent(await send(bad.transmitter, disputeOrder(`${bad.server.origin}/`)), 'certificate', true)
    const good = await staged(onTestFinished, success, { secure, ...options })
    expect((await send(good.transmitter, disputeOrder(`${good.server.origin}/`))).outcome.state).toBe('sent')
  })

  test.each<[string, (reader: EventEmitter) => void, string[] | null]>([
    ['tells them', (reader) => void reader.emit('message', ['a', 'b']), ['a', 'b']],
    ['tells something else', (reader) => void reader.emit('message', { a: 1 }), null],
    ['ends without a word', (reader) => void reader.emit('exit', 1), null],
  ])('a process that reads them anew and %s', async (_, behave, expected) => {
    const reader = Object.assign(new EventEmitter(), { kill: vi.fn(() => true) })
    const reading = certificatesFrom(() => reader)()
    behave(reader)
    expect(await reading.catch(() => null)).toEqual(expected)
  })

  test('what was installed since is seen by the process that reads them anew', async (context) => {
    context.skip(process.platform !== 'linux', 'elsewhere the system’s store is not a file that a test may change')
    const { certificatesOfNewProcess, systemCertificates } = await import('#main/upstream/trust.ts')
    const folder = await temporaryFolder()
    const file = path.join(folder, 'authorities.pem')
    vi.stubEnv('SSL_CERT_FILE', file)
    onTestFinished(() => void vi.unstubAllEnvs())
    await writeFile(file, authority.cert)
    const before = systemCertificates()
    await writeFile(file, `${authority.cert}\n${other.cert}`)
    const bare = (pem: string) => pem.replaceAll(/\s/g, '')
    const after = (await certificatesOfNewProcess()).map(bare)
    expect(after).toContain(bare(other.cert))
    expect(before.map(bare)).not.toContain(bare(other.cert))
  })

  test('are checked even where the environment says not to', async () => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
    onTestFinished(() => void vi.unstubAllEnvs())
    const secure = await other.issue(['localhost'])
    const { server, transmitter } = await staged(onTestFinished, success, { secure, caCertificates: () => [authority.cert] })
    expectNothingSent(await send(transmitter, disputeOrder(`${server.origin}/`)), 'certificate', true)
  })

  test.each([
    ['speaks TLS 1.1 at most', { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' }],
    ['has ciphers without encryption only', { maxVersion: 'TLSv1.2', ciphers: 'eNULL@SECLEVEL=0' }],
  ] as const)('a server that %s gets nothing, also where NODE_OPTIONS would let it', async (_, weak) => {
    // What `--tls-min-v1.0` and `--tls-cipher-list` set.
    const before = { min: tls.DEFAULT_MIN_VERSION, ciphers: tls.DEFAULT_CIPHERS }
    Object.assign(tls, { DEFAULT_MIN_VERSION: 'TLSv1', DEFAULT_CIPHERS: 'ALL:eNULL:@SECLEVEL=0' })
    onTestFinished(() => void Object.assign(tls, { DEFAULT_MIN_VERSION: before.min, DEFAULT_CIPHERS: before.ciphers }))
    let read = 0
    const server = tls.createServer({ ...(await authority.issue(['localhost'])), ...weak }, (socket) => {
      socket.on('data', (bytes) => {
        read += bytes.length
        socket.end(rawAnswer(200, '{"id":1}'))
      })
    })
    server.on('tlsClientError', () => undefined)
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const transmitter = transmitterFor({ caCertificates: () => [authority.cert] })
    onTestFinished(async () => {
      await transmitter.close()
      server.close()
    })
    const sent = await send(transmitter, disputeOrder(`https://localhost:${port}/`))
    expect({ read, progress: sent.evidence.progress, state: sent.outcome.state }).toEqual({
      read: 0,
      progress: 'nothing-sent',
      state: 'queued',
    })
  })

  test('a server that speaks no TLS at all stops and asks', async () => {
    const { server, transmitter } = await staged(onTestFinished, {
      onConnect: (socket) => void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'),
    })
    expectNothingSent(await send(transmitter, disputeOrder(`https://localhost:${server.port}/`)), 'certificate', true)
  })

  test('this computer’s own are used by default', async () => {
    const { systemCertificates } = await import('#main/upstream/trust.ts')
    expect(systemCertificates().length).toBeGreaterThan(100)
  })
})
