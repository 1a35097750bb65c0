import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { createTestAuthority, type Identity, type TestAuthority } from '../../support/certificates.ts'
import { answering, rawAnswer } from '../../support/hostile-server.ts'
import { noteOrder } from '../../support/orders.ts'
import { createHttpProxy, createSocksProxy, type TestProxy } from '../../support/proxy-server.ts'
import { createRawRecorder, type Behaviour, type RawRecorder } from '../../support/raw-recorder.ts'
import { send, transmitterFor } from '../../support/sending.ts'

/** A name that no resolver knows: whatever arrives came through the proxy. */
const host = 'api.vendor.test'
const success = answering(rawAnswer(200, '{"status":0,"message":"ok","saleNoteID":12345}'))
const order = noteOrder(`https://${host}`, 'update', { text: 'geheim' })

let authority: TestAuthority
let vendor: Identity
beforeAll(async () => {
  authority = await createTestAuthority()
  vendor = await authority.issue([host])
})

/** A vendor behind a proxy, and a transmitter whose system prescribes what `list` says. */
async function behind(
  make: (server: RawRecorder) => Promise<TestProxy>,
  list: (proxy: TestProxy) => string,
  {
    behaviour = success,
    identity = vendor,
    limits = {},
  }: { behaviour?: Behaviour; identity?: Identity; limits?: { connectMs?: number } } = {},
) {
  const server = await createRawRecorder(behaviour, identity)
  const proxy = await make(server)
  const asked: string[] = []
  const transmitter = transmitterFor({
    limits,
    caCertificates: () => [authority.cert],
    resolveProxy(url) {
      asked.push(url)
      return Promise.resolve(list(proxy))
    },
  })
  onTestFinished(async () => {
    await transmitter.close()
    await Promise.all([proxy.close(), server.close()])
  })
  return { server, proxy, transmitter, asked }
}

const http = (server: RawRecorder) => createHttpProxy(server.port)
const socks = (server: RawRecorder) => createSocksProxy(server.port)

describe('through a proxy', () => {
  test('SOCKS 5 that wants to know who passes: said, and nothing is sent', async () => {
    const { server, transmitter } = await behind(
      ({ port }) => createSocksProxy(port, 0, 0xff),
      ({ address }) => `SOCKS5 ${address}`,
    )
    const { evidence, outcome } = await send(transmitter, order)
    expect(evidence).toMatchObject({ progress: 'nothing-sent', cause: 'proxy-scheme' })
    expect(outcome).toMatchObject({ state: 'queued', asks: false, reason: { id: 'outcome.proxyScheme' } })
    expect(server.received()).toBe(0)
  })

  test.each([
    ['HTTP', http, 'PROXY'],
    ['SOCKS 5', socks, 'SOCKS5'],
  ] as const)('%s: requests arrive as they are, and tunnels are kept', async (_, make, word) => {
    const { server, proxy, transmitter, asked } = await behind(make, ({ address }) => `${word} ${address}`)
    for (const _try of [1, 2, 3, 4]) expect((await send(transmitter, order)).outcome.state).toBe('sent')
    expect(new Set(proxy.asked)).toEqual(new Set([`${host}:443`]))
    expect(proxy.asked.length).toBeLessThanOrEqual(word === 'PROXY' ? 1 : 2)
    expect(server.requests.map(({ target }) => target)).toEqual(
      Array(4).fill('/sale-note/12345/012345678901234567890/IDE/geheim/0'),
    )
    expect(server.requests[0]?.headers[0]).toEqual(['host', host])
    expect(server.requests[0]?.headers.map(([name]) => name)).not.toContain('proxy-connection')
    expect(asked, 'a proxy script may see the origin alone').toEqual(Array(4).fill(`https://${host}/`))
  })

  test('HTTPS: the proxy’s own certificate is checked', async () => {
    const secure = await authority.issue(['localhost'])
    const good = await behind(
      (server) => createHttpProxy(server.port, { secure }),
      ({ address }) => `HTTPS ${address}`,
    )
    expect((await send(good.transmitter, order)).outcome.state).toBe('sent')
    const wrong = await authority.issue(['proxy.elsewhere.test'])
    const bad = await behind(
      (server) => createHttpProxy(server.port, { secure: wrong }),
      ({ address }) => `HTTPS ${address}`,
    )
    const { evidence, outcome } = await send(bad.transmitter, order)
    expect(evidence).toMatchObject({ progress: 'nothing-sent', cause: 'certificate' })
    expect(outcome).toMatchObject({ state: 'queued', asks: true })
  })

  test.each([
    ['HTTP', http, 'PROXY'],
    ['SOCKS 5', socks, 'SOCKS5'],
  ] as const)('%s: the vendor’s certificate is checked', async (_, make, word) => {
    const identity = await authority.issue(['api.elsewhere.test'])
    const { server, transmitter } = await behind(make, ({ address }) => `${word} ${address}`, { identity })
    const { evidence } = await send(transmitter, order)
    expect(evidence).toMatchObject({ progress: 'nothing-sent', cause: 'certificate' })
    expect(server.requests).toEqual([])
  })

  test('one that fails gives way to the next in the list', async () => {
    const { proxy, transmitter } = await behind(http, ({ address }) => `PROXY 127.0.0.1:1; SOCKS 127.0.0.1:2; PROXY ${address}`)
    expect((await send(transmitter, order)).outcome.state).toBe('sent')
    expect(proxy.asked.length).toBe(1)
  })

  test('what went wrong after the request left does not give way to anything', async () => {
    const reset: Behaviour = { onRequest: (socket) => void socket.destroy() }
    const list = ({ address }: TestProxy) => `PROXY ${address}; PROXY ${address}`
    const { server, transmitter } = await behind(http, list, { behaviour: reset })
    const { outcome } = await send(transmitter, order)
    expect(outcome.state).toBe('unknown')
    expect(server.requests.length).toBe(1)
  })

  test('this computer is reached without one', async () => {
    const server = await createRawRecorder(success)
    const transmitter = transmitterFor({ resolveProxy: () => Promise.reject(new Error('asked')) })
    onTestFinished(async () => {
      await transmitter.close()
      await server.close()
    })
    expect((await send(transmitter, noteOrder(server.origin, 'update'))).outcome.state).toBe('sent')
  })
})

describe('a proxy that gives no way through: nothing was sent', () => {
  const refusing = (answer: string | null) => (server: RawRecorder) => createHttpProxy(server.port, { answer })
  const viaHttp = ({ address }: TestProxy) => `PROXY ${address}`
  test.each<[string, (server: RawRecorder) => Promise<TestProxy>, (proxy: TestProxy) => string]>([
    ['cannot reach the vendor', refusing('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n'), viaHttp],
    ['resets', refusing('reset'), viaHttp],
    ['hangs up', refusing(''), viaHttp],
    ['refuses (SOCKS 5)', (server) => createSocksProxy(server.port, 5), ({ address }) => `SOCKS5 ${address}`],
    ['is not there', http, () => 'PROXY 127.0.0.1:1'],
    ['is not there (SOCKS 5)', http, () => 'SOCKS5 127.0.0.1:1'],
    ['speaks SOCKS 4 only', http, ({ address }) => `SOCKS ${address}`],
    ['is given in words nobody knows', http, () => 'QUIC proxy.test:443; nonsense'],
  ])('it %s', async (_, make, list) => {
    const { server, proxy, transmitter } = await behind(make, list)
    const { evidence, outcome } = await send(transmitter, order)
    expect(evidence).toMatchObject({ progress: 'nothing-sent', cause: 'proxy' })
    expect(outcome).toMatchObject({ state: 'queued', asks: false, reason: { id: 'outcome.proxy' } })
    expect(server.requests).toEqual([])
    expect(proxy.connections).toBeLessThanOrEqual(1)
  })

  test.each([
    ['HTTP', refusing(null), viaHttp],
    [
      'SOCKS 5',
      (server: RawRecorder) => createHttpProxy(server.port, { answer: null }),
      ({ address }: TestProxy) => `SOCKS5 ${address}`,
    ],
  ])('%s: it never answers', async (_, make, list) => {
    const { server, transmitter } = await behind(make, list, { limits: { connectMs: 400 } })
    const { evidence, outcome } = await send(transmitter, order)
    expect(evidence).toMatchObject({ progress: 'nothing-sent', cause: 'connect-timeout' })
    expect(outcome.state).toBe('queued')
    expect(server.requests).toEqual([])
  })
})
