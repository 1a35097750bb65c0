import { EventEmitter } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import type { Protocol } from '../../node_modules/playwright-core/types/protocol.d.ts'

export type { Protocol }

/** The commands of the DevTools protocol. */
export type Method = keyof Protocol.CommandParameters
/** The events of the DevTools protocol. */
export type EventName = keyof Protocol.Events

/** One target's side of the connection: the browser itself, or a page. */
export interface CdpSession {
  send<M extends Method>(method: M, params?: Protocol.CommandParameters[M]): Promise<Protocol.CommandReturnValues[M]>
  on<E extends EventName>(event: E, listener: (payload: Protocol.Events[E]) => void): void
}

interface Message {
  id?: number
  sessionId?: string
  method?: string
  params?: unknown
  result?: unknown
  error?: { message: string }
}

/**
 * The DevTools protocol over Chromium's debugging pipe: texts that end in NUL. The pipe, and not a port, because Chromium
 * ends by itself when it breaks: a killed main process leaves no browser behind.
 */
export class Cdp extends EventEmitter<Record<string, [unknown]>> implements CdpSession {
  private readonly output: Writable
  private readonly waiting = new Map<
    number,
    { method: string; resolve: (result: never) => void; reject: (error: Error) => void }
  >()
  private lastId = 0
  private rest = ''
  private closed = false

  constructor(input: Readable, output: Writable) {
    super()
    this.setMaxListeners(0)
    this.output = output
    input.setEncoding('utf8')
    input.on('data', (text: string) => this.read(text))
    input.on('close', () => this.end())
    output.on('error', () => this.end())
  }

  send<M extends Method>(
    method: M,
    params?: Protocol.CommandParameters[M],
    sessionId?: string,
  ): Promise<Protocol.CommandReturnValues[M]> {
    return new Promise((resolve, reject) => {
      if (this.closed) return reject(new Error(`${method}: Chromium has gone`))
      const id = ++this.lastId
      this.waiting.set(id, { method, resolve, reject })
      this.output.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
    })
  }

  override on(event: string, listener: (payload: never) => void): this {
    return super.on(event, listener as (payload: unknown) => void)
  }

  /** The same connection, for one attached target. */
  session(sessionId: string): CdpSession {
    return {
      send: (method, params) => this.send(method, params, sessionId),
      on: (event, listener) => void this.on(`${sessionId} ${event}`, listener),
    }
  }

  private read(text: string): void {
    if (!text.includes('\0')) {
      this.rest += text
      return
    }
    const parts = (this.rest + text).split('\0')
    this.rest = parts.pop() ?? ''
    for (const part of parts) this.dispatch(JSON.parse(part) as Message)
  }

  private dispatch({ id, sessionId, method = '', params, result, error }: Message): void {
    if (id === undefined) {
      this.emit(sessionId ? `${sessionId} ${method}` : method, params)
      return
    }
    const waiting = this.waiting.get(id)
    this.waiting.delete(id)
    if (error) waiting?.reject(new Error(`${waiting.method}: ${error.message}`))
    else waiting?.resolve(result as never)
  }

  private end(): void {
    if (this.closed) return
    this.closed = true
    for (const { method, reject } of this.waiting.values()) reject(new Error(`${method}: Chromium has gone`))
    this.waiting.clear()
    this.emit('close', undefined)
  }
}
