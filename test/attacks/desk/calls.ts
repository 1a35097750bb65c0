import { createFileTokens } from '#main/features/attachments/file-tokens.ts'
import { appOrigin, trustOnly } from '#main/ipc/sender.ts'
import { serve } from '#main/ipc/serve.ts'
import { guardContents } from '#main/shell/guard-contents.ts'
import { channelOf, procedure, type Result } from '#shared/ipc/procedure.ts'
import * as z from 'zod'
import { unrefused, type Attacks } from './attack.ts'

const table = { things: { give: procedure(z.object({ n: z.number() }), z.object({ n: z.number() })) } }
type Sender = { url: string; parent: object | null; id?: number }

/** What main answers to a caller who is `sender`; the handler is `give`. */
async function called(sender: Sender, input: unknown, give: (input: unknown) => unknown = () => ({ n: 1 })) {
  const listeners = new Map<string, (event: unknown, input: unknown) => Promise<Result<unknown>>>()
  const ipcMain = { handle: (channel: string, listener: never) => void listeners.set(channel, listener) }
  const isTrusted = trustOnly([appOrigin], () => 1)
  serve(table, { things: { give: give as never } }, { ipcMain, isTrusted, log: () => undefined })
  const event = { senderFrame: { url: sender.url, parent: sender.parent }, sender: { id: sender.id ?? 1 } }
  return listeners.get(channelOf('things', 'give'))?.(event, input)
}
const ours: Sender = { url: `${appOrigin}/index.html`, parent: null }
const isAnswered = async (sender: Sender) => (await called(sender, { n: 1 }))?.ok === true

const source = { name: 'bon.pdf', bytes: new Uint8Array(8) }

/** What guards every page, played: the listeners and the answer to a new window. */
function guarded() {
  const listeners = new Map<string, (event: object, url?: string) => void>()
  let opens = ''
  const contents = {
    on: (event: string, listener: never) => void listeners.set(event, listener),
    setWindowOpenHandler: (handler: () => { action: string }) => void (opens = handler().action),
    setWebRTCIPHandlingPolicy: () => undefined,
  }
  guardContents({ on: (_event, listener) => listener({}, contents) }, appOrigin)
  const isLetThrough = (event: string, details: object, url?: string) => {
    let isStopped = false
    listeners.get(event)?.({ ...details, url, preventDefault: () => void (isStopped = true) }, url)
    return !isStopped
  }
  return { isLetThrough, opens: () => opens }
}

/** A page that was taken over, on its way to main. */
export const calls: Attacks = {
  'calls out of a frame within our page': () => isAnswered({ ...ours, parent: {} }),
  'calls from another origin': () => isAnswered({ ...ours, url: 'https://kwaad.example/' }),
  'calls from another host under our scheme': () => isAnswered({ ...ours, url: 'app://kwaad/index.html' }),
  'calls out of another window': () => isAnswered({ ...ours, id: 2 }),
  async 'reaches a handler with what is not of its shape'() {
    let got: unknown = null
    await called(ours, { n: { toString: 'DROP TABLE' } }, (input) => ({ n: ((got = input), 1) }))
    return got !== null
  },
  async 'reaches a handler with more than it asks for'() {
    let got: object = {}
    await called(ours, { n: 1, isAdmin: true }, (input) => ({ n: ((got = input as object), 1) }))
    return 'isAdmin' in got
  },
  async 'gets more out of an answer than the contract has'() {
    const result = await called(ours, { n: 1 }, () => ({ n: 1, secret: 'geheim' }))
    return JSON.stringify(result).includes('geheim')
  },
  async 'reads what an error says inside'() {
    const result = await called(ours, { n: 1 }, () => {
      throw new Error('klant@example.nl')
    })
    return JSON.stringify(result).includes('klant@example.nl')
  },
  async 'uses the token of a file twice'() {
    const tokens = createFileTokens()
    const { token } = await tokens.register(source)
    tokens.take(token)
    return tokens.take(token) !== null
  },
  async 'uses a token of the page before'() {
    const tokens = createFileTokens()
    const { token } = await tokens.register(source)
    tokens.clear()
    return tokens.take(token) !== null
  },
  async 'uses a token of long ago'() {
    let now = 0
    const tokens = createFileTokens({ now: () => now })
    const { token } = await tokens.register(source)
    now = 24 * 3_600_000
    return tokens.take(token) !== null
  },
  'names a path where a token belongs': () => createFileTokens().take('/etc/hostname') !== null,
  async 'fills the memory of main with a pasted file'() {
    const register = () => createFileTokens({ maxBytes: 4 }).register(source)
    const refused = await unrefused(register)
    return refused !== null
  },
  async 'fills the memory of main with a thousand pasted files'() {
    const tokens = createFileTokens({ capacity: 20 })
    const all = await Promise.all(Array.from({ length: 1_000 }, () => tokens.register(source)))
    return all.filter(({ token }) => tokens.take(token) !== null).length > 20
  },
  'attaches a guest': () => guarded().isLetThrough('will-attach-webview', {}),
  'opens a window of its own': () => guarded().opens() === 'allow',
  'leads the page elsewhere': () => guarded().isLetThrough('will-navigate', { isMainFrame: true }, 'https://kwaad.example/'),
  'leads the page to a file': () => guarded().isLetThrough('will-navigate', { isMainFrame: true }, 'file:///etc/passwd'),
  'leads a frame to our own page': () =>
    guarded().isLetThrough('will-frame-navigate', { isMainFrame: false }, `${appOrigin}/index.html`),
  'is redirected elsewhere': () => guarded().isLetThrough('will-redirect', { isMainFrame: true }, 'https://kwaad.example/'),
}
