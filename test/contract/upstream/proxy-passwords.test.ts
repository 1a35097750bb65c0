import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { createSignIns } from '#main/features/proxies/sign-ins.ts'
import { createTestAuthority, type Identity, type TestAuthority } from '../../support/certificates.ts'
import { FakeKeychain } from '../../support/fake-keychain.ts'
import { answering, rawAnswer } from '../../support/hostile-server.ts'
import { noteOrder } from '../../support/orders.ts'
import { createHttpProxy, type TestProxy } from '../../support/proxy-server.ts'
import { createRawRecorder, headerOf } from '../../support/raw-recorder.ts'
import { send, transmitterFor } from '../../support/sending.ts'

const host = 'api.vendor.test'
const order = noteOrder(`https://${host}`, 'create')
const accepting = answering(rawAnswer(200, '{"status":0,"message":"ok","saleNoteID":12345}'))
const userName = 'jan'
const password = 'Zeer geheim: ü'
const right = `${userName}:${password}`
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`

let authority: TestAuthority
let vendor: Identity
beforeAll(async () => {
  authority = await createTestAuthority()
  vendor = await authority.issue([host])
})

interface Office {
  schemes?: string
  keychain?: FakeKeychain
  behaviour?: typeof accepting
  /** What the system prescribes; by default the one proxy. */
  list?(proxies: TestProxy[]): string
  proxies?: number
}

/** An office whose proxies want `jan` and his password, and a session of the app in it. */
async function office({ schemes, keychain = new FakeKeychain(), behaviour = accepting, list, proxies: count = 1 }: Office = {}) {
  const server = await createRawRecorder(behaviour, vendor)
  const make = () => createHttpProxy(server.port, { password: right, ...(schemes === undefined ? {} : { schemes }) })
  const proxies = await Promise.all(Array.from({ length: count }, make))
  const [first] = proxies
  if (!first) throw new Error('no proxy')
  const prescribed = { list: list?.(proxies) ?? `PROXY ${first.address}` }
  const session = () => {
    const changes: boolean[] = []
    const signIns = createSignIns(keychain)
    signIns.onChange = ({ signedIn }) => changes.push(signedIn)
    const transmitter = transmitterFor({
      signIns,
      caCertificates: () => [authority.cert],
      resolveProxy: () => Promise.resolve(prescribed.list),
    })
    onTestFinished(() => transmitter.close())
    return { signIns, changes, transmitter, send: () => send(transmitter, order) }
  }
  onTestFinished(async () => {
    await Promise.all([...proxies.map((proxy) => proxy.close()), server.close()])
  })
  return { ...session(), another: session, server, proxies, first, address: `http://${first.address}`, prescribed, keychain }
}

describe('a proxy that wants a password', () => {
  test('sends nothing, and is asked about once however many items meet it', async () => {
    const { send: one, signIns, changes, server, address } = await office()
    for (const { evidence, outcome, steps } of await Promise.all(Array.from({ length: 20 }, one))) {
      expect(evidence).toMatchObject({ progress: 'nothing-sent', cause: 'proxy-password', status: null })
      expect(outcome).toMatchObject({ state: 'queued', asks: false, reason: { id: 'outcome.proxyPassword' } })
      expect(steps).toEqual([])
    }
    expect(signIns.list()).toEqual([{ proxy: address, state: 'asks', kept: null }])
    expect(changes).toEqual([false])
    expect(server.received()).toBe(0)
  })

  test('lets through who gives it, and the vendor never hears of it', async () => {
    const { send: one, signIns, changes, server, first, address, keychain } = await office()
    await one()
    expect(await signIns.signIn({ proxy: address, userName, password })).toEqual({
      proxy: address,
      state: 'signed-in',
      kept: 'keychain',
    })
    expect(changes).toEqual([false, true])
    for (const { outcome } of await Promise.all([one(), one(), one()])) expect(outcome.state).toBe('sent')
    expect(first.passwords[0]).toBeNull()
    expect(new Set(first.passwords.slice(1))).toEqual(new Set([basic(right)]))
    expect(server.requests.flatMap((request) => headerOf(request, 'proxy-authorization'))).toEqual([])
    expect([...keychain.entries]).toEqual([[`proxy/${address}`, JSON.stringify({ userName, password })]])
    expect(JSON.stringify(signIns.list())).not.toMatch(/geheim|jan|Basic/)
  })

  test('is not asked about in the next session, which sends the password only where it is wanted', async () => {
    const { send: one, signIns, another, address, first, keychain } = await office()
    await one()
    await signIns.signIn({ proxy: address, userName, password })
    const next = another()
    const before = first.passwords.length
    expect((await next.send()).outcome.state).toBe('sent')
    expect(first.passwords.slice(before)).toEqual([null, basic(right)])
    expect(next.signIns.list()).toEqual([{ proxy: address, state: 'signed-in', kept: 'keychain' }])
    expect(await next.signIns.signOut(address)).toBe(true)
    expect([keychain.entries.size, next.signIns.list().length]).toEqual([0, 0])
  })

  test('without a keychain the password lasts for the session', async () => {
    const keychain = new FakeKeychain()
    keychain.now = 'no-keychain'
    const { send: one, signIns, another, address } = await office({ keychain })
    await one()
    expect(await signIns.signIn({ proxy: address, userName, password })).toMatchObject({ kept: 'session' })
    expect((await one()).outcome.state).toBe('sent')
    expect((await another().send()).evidence.cause).toBe('proxy-password')
  })

  test('a wrong one is tried by one request alone, asked again, and not tried again', async () => {
    const { send: one, signIns, changes, first, address, server } = await office()
    await one()
    await signIns.signIn({ proxy: address, userName, password: 'mis' })
    const tries = await Promise.all(Array.from({ length: 12 }, one))
    expect(first.passwords.filter((sent) => sent !== null)).toEqual([basic('jan:mis')])
    expect(tries.filter(({ evidence }) => evidence.cause === 'proxy-password-refused')).toHaveLength(1)
    expect(tries.map(({ outcome }) => outcome.state)).toEqual(Array(12).fill('queued'))
    expect(signIns.list()).toEqual([{ proxy: address, state: 'refused', kept: null }])
    expect(changes).toEqual([false, true, false])
    await one()
    expect(first.passwords.filter((sent) => sent !== null)).toHaveLength(1)
    await signIns.signIn({ proxy: address, userName, password })
    expect((await one()).outcome.state).toBe('sent')
    expect(server.requests).toHaveLength(1)
  })

  test('one that was changed at the proxy is refused once in the next session, and asked for', async () => {
    const { send: one, address, first, keychain } = await office()
    keychain.entries.set(`proxy/${address}`, JSON.stringify({ userName, password: 'van vorige maand' }))
    expect((await one()).outcome).toMatchObject({ state: 'queued', reason: { id: 'outcome.proxyPasswordRefused' } })
    await one()
    expect(first.passwords).toEqual([null, basic('jan:van vorige maand'), null])
  })

  test.each([
    ['NTLM', 'NTLM'],
    ['Negotiate, NTLM', 'Negotiate\r\nProxy-Authenticate: NTLM'],
    ['Digest', 'Digest realm="basic", nonce="x", qop="auth"'],
  ])('%s alone is said, and nobody is asked for a password', async (_, schemes) => {
    const { send: one, signIns, address, server } = await office({ schemes })
    const { evidence, outcome } = await one()
    expect(evidence).toMatchObject({ progress: 'nothing-sent', cause: 'proxy-scheme' })
    expect(outcome).toMatchObject({ state: 'queued', reason: { id: 'outcome.proxyScheme' } })
    expect(signIns.list()).toEqual([{ proxy: address, state: 'other-scheme', kept: null }])
    expect(server.received()).toBe(0)
  })

  test('Basic among others is taken', async () => {
    const { send: one, signIns, address } = await office({ schemes: 'Negotiate\r\nProxy-Authenticate: NTLM, basic realm="x"' })
    await one()
    await signIns.signIn({ proxy: address, userName, password })
    expect((await one()).outcome.state).toBe('sent')
  })

  test('its password never goes to another proxy', async () => {
    const { send: one, signIns, address, proxies, prescribed } = await office({ proxies: 2 })
    await one()
    await signIns.signIn({ proxy: address, userName, password })
    await one()
    prescribed.list = `PROXY ${proxies[1]?.address}`
    expect((await one()).evidence.cause).toBe('proxy-password')
    expect(proxies[1]?.passwords).toEqual([null])
    expect(signIns.list().map(({ state }) => state)).toEqual(['signed-in', 'asks'])
  })

  test('another way that is open is taken, and nobody is asked', async () => {
    const open = await createRawRecorder(accepting, vendor)
    const way = await createHttpProxy(open.port)
    onTestFinished(() => Promise.all([open.close(), way.close()]).then(() => undefined))
    const list = ([first]: TestProxy[]) => `PROXY ${first?.address}; PROXY ${way.address}`
    const { send: one, signIns, changes } = await office({ list })
    expect((await one()).outcome.state).toBe('sent')
    expect([signIns.list(), changes]).toEqual([[], []])
  })

  test('is told apart from a vendor that refuses the key, which asks nobody for a proxy’s password', async () => {
    const { send: one, signIns, address } = await office({ behaviour: answering(rawAnswer(401, '{}')) })
    await one()
    await signIns.signIn({ proxy: address, userName, password })
    expect((await one()).outcome).toMatchObject({ state: 'held', reason: { id: 'outcome.keyRefused' } })
    expect(signIns.list()).toEqual([{ proxy: address, state: 'signed-in', kept: 'keychain' }])
  })

  test('no screen can name a proxy of its own', async () => {
    const { signIns, keychain } = await office()
    expect(await signIns.signIn({ proxy: 'http://elders.example:8080', userName, password })).toBeNull()
    expect(keychain.entries.size).toBe(0)
  })

  test('a channel of a bulk run passes it as a single item does', async () => {
    const { signIns, transmitter, address, first } = await office()
    if (order.destination.kind !== 'digiwallet' || order.payload.kind !== 'note') throw new Error('no note')
    const { payload } = order
    const channel = transmitter.channel(order.destination, order.secret, new AbortController().signal)
    expect(await channel.send(payload)).toMatchObject({ progress: 'nothing-sent', cause: 'proxy-password' })
    await signIns.signIn({ proxy: address, userName, password })
    const rows = await Promise.all(Array.from({ length: 40 }, () => channel.send(payload)))
    expect(rows.every(({ vendor: { says } }) => says === 'success')).toBe(true)
    expect(first.passwords.filter((sent) => sent === null)).toHaveLength(1)
  })
})
