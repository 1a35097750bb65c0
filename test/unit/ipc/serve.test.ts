import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { AppFailure } from '#main/ipc/failure.ts'
import { appOrigin, trustOnly, type TrustCheck } from '#main/ipc/sender.ts'
import { serve, serveFiles } from '#main/ipc/serve.ts'
import { contract } from '#shared/ipc/contract.ts'
import { channelOf, procedure, registerFileChannel, type Result } from '#shared/ipc/procedure.ts'

type Listener = (event: Parameters<TrustCheck>[0], input: unknown) => Promise<Result<unknown>>

/** What Electron's ipcMain does for us: keeps one listener a channel. */
function channels() {
  const listeners = new Map<string, Listener>()
  return {
    listeners,
    ipcMain: { handle: (channel: string, listener: unknown) => void listeners.set(channel, listener as Listener) },
  }
}

const frame = (url: string, parent: object | null = null) => ({ url, parent }) as never
const ourWindow = { senderFrame: frame(`${appOrigin}/index.html`), sender: { id: 1 } as never }
const isTrusted = trustOnly([appOrigin], () => 1)

const table = { things: { double: procedure(z.object({ n: z.number('validation.required') }), z.object({ n: z.number() })) } }

function served(double: (input: { n: number }) => unknown, event: Parameters<TrustCheck>[0] = ourWindow) {
  const { listeners, ipcMain } = channels()
  const logged: unknown[] = []
  serve(table, { things: { double: double as never } }, { ipcMain, isTrusted, log: (_message, error) => logged.push(error) })
  const call = (input: unknown) => listeners.get(channelOf('things', 'double'))?.(event, input)
  return { call, logged }
}

describe('a call', () => {
  test('is answered with what the handler gives', async () => {
    expect(await served(({ n }) => ({ n: n * 2 })).call({ n: 21 })).toEqual({ ok: true, value: { n: 42 } })
  })

  test('that does not fit its schema never reaches the handler, and names the field', async () => {
    const result = await served(() => {
      throw new Error('must not be called')
    }).call({ n: '21' })
    expect(result).toEqual({
      ok: false,
      failure: { kind: 'invalid', message: { id: 'failure.invalid' }, fields: { n: [{ id: 'validation.required' }] } },
    })
  })

  test('whose answer does not fit its schema fails instead of passing something on', async () => {
    const { call, logged } = served(() => ({ n: 'secret' }))
    expect(await call({ n: 1 })).toEqual({ ok: false, failure: { kind: 'internal', message: { id: 'failure.internal' } } })
    expect(logged).toHaveLength(1)
  })

  test('drops what the schema does not name', async () => {
    expect(await served(() => ({ n: 1, secret: 'geheim' })).call({ n: 1 })).toEqual({ ok: true, value: { n: 1 } })
  })

  test('that fails for a reason a person can act on says it; any other error stays inside', async () => {
    const known = served(() => {
      throw new AppFailure({ kind: 'rejected', message: { text: 'Sale not found.' } })
    })
    expect(await known.call({ n: 1 })).toEqual({ ok: false, failure: { kind: 'rejected', message: { text: 'Sale not found.' } } })
    expect(known.logged).toHaveLength(0)
    const unknown = served(() => {
      throw new Error('customer@example.nl')
    })
    expect(JSON.stringify(await unknown.call({ n: 1 }))).not.toContain('customer@example.nl')
  })

  test('that fails because the disk is full says so', async () => {
    const full = served(() => {
      throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
    })
    expect(await full.call({ n: 1 })).toMatchObject({ failure: { message: { id: 'failure.diskFull' } } })
  })
})

describe('who may call', () => {
  test.each([
    ['another site in our window', { senderFrame: frame('https://example.com/'), sender: { id: 1 } as never }],
    ['a frame inside our page', { senderFrame: frame(`${appOrigin}/index.html`, {}), sender: { id: 1 } as never }],
    ['another window', { senderFrame: frame(`${appOrigin}/index.html`), sender: { id: 2 } as never }],
    ['an origin that only begins like ours', { senderFrame: frame(`${appOrigin}.example.com/`), sender: { id: 1 } as never }],
    ['a frame that is gone', { senderFrame: null, sender: { id: 1 } as never }],
  ])('%s is refused', async (_name, event) => {
    const { call } = served(() => {
      throw new Error('must not be called')
    }, event)
    expect(await call({ n: 1 })).toMatchObject({ ok: false, failure: { kind: 'unauthorized' } })
  })
})

describe('the contract', () => {
  const procedures = Object.entries(contract).flatMap(([group, calls]) => Object.keys(calls).map((name) => `${group}.${name}`))

  test('has no call that answers with a secret', () => {
    const fields = Object.entries(contract).flatMap(([group, calls]) =>
      Object.entries(calls).flatMap(([name, { output }]) => {
        const schema = JSON.stringify(z.toJSONSchema(output, { unrepresentable: 'any', io: 'output' }))
        return /"(?:secret|apiKey|billinkId|password|token)":\{"type":"string"/.test(schema) ? [`${group}.${name}`] : []
      }),
    )
    expect(fields).toEqual([])
    expect(procedures.length).toBeGreaterThan(35)
  })
})

describe('a dropped file', () => {
  const register = (raw: unknown, event: Parameters<TrustCheck>[0] = ourWindow) => {
    const { listeners, ipcMain } = channels()
    const registered: unknown[] = []
    serveFiles(
      (file) => {
        registered.push(file)
        return { token: 't', name: 'bon.pdf', bytes: 3 }
      },
      { ipcMain, isTrusted, log: () => undefined },
    )
    return { answer: listeners.get(registerFileChannel)?.(event, raw), registered }
  }

  test('becomes a token', async () => {
    expect(await register({ path: '/tmp/bon.pdf' }).answer).toEqual({
      ok: true,
      value: { token: 't', name: 'bon.pdf', bytes: 3 },
    })
  })

  test('is not taken from another site', async () => {
    const { answer, registered } = register(
      { path: '/etc/passwd' },
      { senderFrame: frame('https://example.com/'), sender: { id: 1 } as never },
    )
    expect(await answer).toMatchObject({ ok: false, failure: { kind: 'unauthorized' } })
    expect(registered).toEqual([])
  })
})
