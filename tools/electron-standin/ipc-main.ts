import type { IpcMainEvent, IpcMainInvokeEvent } from 'electron'
import { strictEmitter } from './unsupported.ts'

type Handler = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown

const handlers = new Map<string, Handler>()

/** Electron's `ipcMain`. */
export class IpcMain extends strictEmitter('ipcMain') {
  handle(channel: string, handler: Handler): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    if (typeof handler !== 'function')
      throw new TypeError(`Expected handler to be a function, but found type '${typeof handler}'`)
    handlers.set(channel, handler)
  }

  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (...args) => {
      handlers.delete(channel)
      return handler(...args)
    })
  }

  removeHandler(channel: string): void {
    handlers.delete(channel)
  }
}

/** The main process's end of all IPC. */
export const ipcMain = new IpcMain()

/** Answers an `ipcRenderer.invoke`; throws with the message that Electron rejects it with. */
export async function answerInvoke(event: IpcMainInvokeEvent, channel: string, args: unknown[]): Promise<unknown> {
  try {
    const handler = handlers.get(channel)
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    return await handler(event, ...args)
  } catch (error) {
    console.error(`Error occurred in handler for '${channel}':`, error)
    throw invokeError(channel, error)
  }
}

/** Electron's wording of a failed call. */
export const invokeError = (channel: string, error: unknown): Error =>
  new Error(`Error invoking remote method '${channel}': ${String(error)}`)

/** Delivers an `ipcRenderer.send` or `sendSync`. */
export const deliver = (event: IpcMainEvent, channel: string, args: unknown[]): boolean => ipcMain.emit(channel, event, ...args)
