import type { Bridge } from './bridge.ts'
import type { FromPage, PreloadSetup, SyncRequest, ToPage } from './messages.ts'
import type { Wire } from './wire.ts'

/** The parts of a page's preload world: what the preload script is given, and what the rest of our scripts use. */
export interface PreloadWorld {
  require: (id: string) => unknown
  process: object
  post: (message: FromPage) => void
  receive: (text: string) => void
  onMessage: (listener: (message: ToPage) => void) => void
}

interface Tools {
  wire: Wire
  bridge: Bridge
  /** Carries text to main: the binding of CDP. */
  send: (text: string) => void
  /** Stops the page until main has answered. */
  askMain: (request: SyncRequest) => unknown
}

/**
 * The `electron` module of a sandboxed preload, in an isolated world of the page. Self-contained: its source is
 * evaluated there, before any script of the page.
 */
export function preloadWorld(setup: PreloadSetup, { wire, bridge, send, askMain }: Tools): PreloadWorld {
  type Listener = (event: object, ...args: unknown[]) => void
  const refusing = <T extends object>(name: string, members: T): T =>
    new Proxy(members, {
      get(target, key, receiver) {
        if (typeof key === 'symbol' || key in target || key === 'then' || key === 'toJSON')
          return Reflect.get(target, key, receiver)
        throw new Error(`Electron stand-in: ${name}.${key} is not supported`)
      },
    })
  const post = (message: FromPage) => send(wire.stringify(message))

  const listeners = new Map<string, { listener: Listener; once: boolean }[]>()
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  let lastId = 0
  const add = (channel: string, listener: Listener, once = false) => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), { listener, once }])
    return ipcRenderer
  }
  const remove = (channel: string, listener: Listener) => {
    const rest = (listeners.get(channel) ?? []).filter((entry) => entry.listener !== listener)
    listeners.set(channel, rest)
    return ipcRenderer
  }
  const ipcRenderer: object = refusing('ipcRenderer', {
    on: (channel: string, listener: Listener) => add(channel, listener),
    addListener: (channel: string, listener: Listener) => add(channel, listener),
    once: (channel: string, listener: Listener) => add(channel, listener, true),
    off: remove,
    removeListener: remove,
    removeAllListeners(channel?: string) {
      if (channel === undefined) listeners.clear()
      else listeners.delete(channel)
      return ipcRenderer
    },
    listenerCount: (channel: string) => listeners.get(channel)?.length ?? 0,
    send: (channel: string, ...args: unknown[]) => post({ type: 'send', channel, args }),
    sendSync: (channel: string, ...args: unknown[]) =>
      wire.parse(String(askMain({ kind: 'send', message: wire.stringify({ channel, args }) }))),
    invoke: async (channel: string, ...args: unknown[]) => {
      const id = ++lastId
      post({ type: 'invoke', id, channel, args })
      return await new Promise((resolve, reject) => waiting.set(id, { resolve, reject }))
    },
  })

  const contextBridge = refusing('contextBridge', {
    exposeInMainWorld: (key: string, api: unknown) => void bridge.ask('expose', { key, api }),
  })
  const webUtils = refusing('webUtils', {
    getPathForFile(file: unknown) {
      if (!(file instanceof File)) throw new TypeError('webUtils.getPathForFile: parameter 1 is not a File')
      return String(askMain({ kind: 'file', file }))
    },
  })

  const sheet = new CSSStyleSheet()
  let zoom = 1
  const setZoom = (factor: number) => {
    zoom = factor
    sheet.replaceSync(factor === 1 ? '' : `:root { zoom: ${factor} }`)
    if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet)
  }
  const webFrame = refusing('webFrame', {
    getZoomFactor: () => zoom,
    setZoomFactor: setZoom,
    getZoomLevel: () => Math.log(zoom) / Math.log(1.2),
    setZoomLevel: (level: number) => setZoom(1.2 ** level),
  })

  const messageListeners: ((message: ToPage) => void)[] = []
  const settle = (id: number) => {
    const promise = waiting.get(id)
    waiting.delete(id)
    return promise
  }
  const receive = (text: string) => {
    const message = wire.parse(text) as ToPage
    if (message.type === 'reply') settle(message.id)?.resolve(message.value)
    else if (message.type === 'failure') settle(message.id)?.reject(new Error(message.message))
    else if (message.type === 'zoom') setZoom(message.factor)
    else if (message.type === 'event') {
      const { channel, args } = message
      const entries = listeners.get(channel) ?? []
      const lasting = entries.filter(({ once }) => !once)
      listeners.set(channel, lasting)
      for (const { listener } of entries) listener({ sender: ipcRenderer, ports: [] }, ...args)
    }
    for (const listener of messageListeners) listener(message)
  }

  const electron = refusing('electron (in the preload)', { contextBridge, ipcRenderer, webFrame, webUtils })
  const { argv, env, platform, arch, versions, version, execPath } = setup
  const process = Object.freeze({
    argv,
    env,
    platform,
    arch,
    versions,
    version,
    execPath,
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
  })
  return {
    require(id) {
      if (['electron', 'electron/renderer', 'electron/common'].includes(id)) return electron
      throw new Error(`Electron stand-in: require('${id}') in a preload is not supported`)
    },
    process: refusing('process (in the preload)', process),
    post,
    receive,
    onMessage: (listener) => messageListeners.push(listener),
  }
}
