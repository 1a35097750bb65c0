import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { FileToken } from '#shared/domain/attachment.ts'
import type { registerFileChannel as registerFileChannelName, Result } from '#shared/ipc/procedure.ts'

/** Only types cross into this one small file; the compiler holds the name to main's. */
const registerFileChannel: typeof registerFileChannelName = 'balie-file:register'

/** A pasted image or a file dragged out of a mail program has no path: its bytes cross instead, up to this many. */
const maxMegabytesWithoutPath = 100
const tooLarge = (name: string): Result<FileToken> => ({
  ok: false,
  failure: { kind: 'invalid', message: { id: 'attachment.tooLarge', values: { name, limit: maxMegabytesWithoutPath } } },
})

const bridge = {
  invoke(channel: string, input: unknown): Promise<Result<unknown>> {
    // SECURITY: a page reaches the contract's channels and no other channel of main.
    if (typeof channel !== 'string' || !channel.startsWith('balie:')) throw new TypeError('Unknown channel')
    return ipcRenderer.invoke(channel, input) as Promise<Result<unknown>>
  },
  on(event: string, callback: (payload: unknown) => void): () => void {
    const channel = `balie-event:${event}`
    // SECURITY: the IPC event object stays here; it would give the page `sender`, and with it every channel.
    const listener = (_event: unknown, payload: unknown) => callback(payload)
    ipcRenderer.on(channel, listener)
    return () => {
      ipcRenderer.off(channel, listener)
    }
  },
  async registerFile(file: File): Promise<Result<FileToken>> {
    // SECURITY: the path comes from a genuine File that a person dropped or chose; a page cannot name one.
    const path = webUtils.getPathForFile(file)
    if (!path && file.size > maxMegabytesWithoutPath * 1024 * 1024) return tooLarge(file.name)
    const source = path ? { path } : { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
    return ipcRenderer.invoke(registerFileChannel, source) as Promise<Result<FileToken>>
  },
}

/** What a page sees of main: named calls, named events and tokens for files. */
export type Bridge = typeof bridge

contextBridge.exposeInMainWorld('balie', bridge)
