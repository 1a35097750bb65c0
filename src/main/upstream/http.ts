import { Readable } from 'node:stream'
import type { Dispatcher } from 'undici'
import type { Progress } from '#shared/domain/submission.ts'
import { BodyFailure, causeOf } from './cause.ts'
import { totalMsFor, type Limits } from './limits.ts'
import { ExchangeTimer } from './exchange-timer.ts'
import { onStop } from './stops.ts'
import type { Cause } from './types.ts'

/** A request as it goes onto the wire: `path` is sent byte for byte, never parsed or normalised on its way. */
export interface HttpRequest {
  origin: string
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  path: string
  headers: Readonly<Record<string, string>>
  body: Uint8Array | AsyncIterable<Uint8Array> | null
  /** Known beforehand, so that the length is announced and a body cut short can never pass for a whole one. */
  bodyBytes: number
}

/** What is known after one exchange, before anyone has read the answer. */
export interface Facts {
  progress: Progress
  cause: Cause | null
  status: number | null
  headers: Readonly<Record<string, string | string[] | undefined>>
  body: Buffer
  /** True where both messages are complete, so that the connection may carry another. */
  reusable: boolean
}

export interface Watch {
  signal: AbortSignal
  onProgress(progress: Progress): void
}

/** Steps in their order: progress only ever grows. */
const rank: Readonly<Record<Progress, number>> = {
  'nothing-sent': 0,
  connected: 1,
  'request-sent': 2,
  'answer-begun': 3,
  answered: 4,
}

const nothing = Buffer.alloc(0)

/**
 * One request and its answer over a connection of its own. Never rejects, never follows a redirect, never tries again.
 *
 * `nothing-sent` is a promise that no byte of the request was handed to a socket: undici calls `onRequestStart` before it
 * writes anything, writes a body in memory right after it, and writes the head of a streamed request together with the
 * body's first chunk. Whatever might have been written counts as written.
 */
export function exchange(
  dispatcher: Dispatcher,
  request: HttpRequest,
  limits: Limits,
  proxied: boolean,
  watch: Watch,
): Promise<Facts> {
  return new Promise((resolve) => new Exchange(request, limits, proxied, watch, resolve).begin(dispatcher))
}

/** An exchange under way. A class, because a bulk run makes one for each of its rows: methods are shared, closures are not. */
class Exchange implements Dispatcher.DispatchHandler {
  readonly #request: HttpRequest
  readonly #limits: Limits
  readonly #proxied: boolean
  readonly #watch: Watch
  readonly #resolve: (facts: Facts) => void
  readonly #timer: ExchangeTimer
  readonly #inMemory: boolean
  #progress: Progress = 'nothing-sent'
  #status: number | null = null
  #headers: Facts['headers'] = {}
  #chunks: Buffer[] = []
  #received = 0
  #requestSent = false
  #settled = false
  #controller: Dispatcher.DispatchController | null = null
  #deafen: (() => void) | null = null

  constructor(request: HttpRequest, limits: Limits, proxied: boolean, watch: Watch, resolve: (facts: Facts) => void) {
    this.#request = request
    this.#limits = limits
    this.#proxied = proxied
    this.#watch = watch
    this.#resolve = resolve
    this.#inMemory = request.body === null || request.body instanceof Uint8Array
    const expire = () => this.#breakOff(this.#progress === 'nothing-sent' ? 'connect-timeout' : 'timeout')
    this.#timer = new ExchangeTimer(totalMsFor(limits, request.bodyBytes), expire)
  }

  begin(dispatcher: Dispatcher): void {
    const { signal } = this.#watch
    this.#within(this.#limits.connectMs)
    if (signal.aborted) return this.#breakOff('stopped')
    this.#deafen = onStop(signal, () => this.#breakOff('stopped'))
    const { origin, method, path, bodyBytes } = this.#request
    const headers = this.#inMemory ? this.#request.headers : { ...this.#request.headers, 'content-length': String(bodyBytes) }
    // The phases above are exact where undici's own timers are coarse, so those are off.
    const options = { origin, method, path, headers, body: this.#body(), headersTimeout: 0, bodyTimeout: 0 }
    dispatcher.dispatch(options, this)
  }

  onRequestStart(started: Dispatcher.DispatchController): void {
    // A second start would be undici's own retry; ours leaves once.
    if (this.#settled || this.#controller) return started.abort(new Error('not again'))
    this.#controller = started
    this.#within(this.#limits.idleMs)
    if (this.#inMemory) this.#reach('connected')
  }
  onBodySent(): void {
    if (this.#status === null) this.#within(this.#limits.idleMs)
  }
  onRequestSent(): void {
    this.#requestSent = true
    this.#reach('request-sent')
    if (this.#status === null) this.#within(this.#limits.headersMs)
  }
  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: Facts['headers']): void {
    if (status < 200 || this.#settled) return
    this.#status = status
    this.#headers = headers
    this.#reach('answer-begun')
    this.#within(this.#limits.idleMs)
    if (Number(headers['content-length']) > this.#limits.answerBytes) this.#breakOff('answer-too-large')
  }
  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#received += chunk.length
    if (this.#received > this.#limits.answerBytes) return this.#breakOff('answer-too-large')
    this.#chunks.push(chunk)
    this.#within(this.#limits.idleMs)
  }
  onResponseEnd(): void {
    this.#reach('answered')
    this.#settle(null)
  }
  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.#settle(causeOf(error, this.#progress, this.#proxied))
  }

  #within(ms: number): void {
    if (!this.#settled) this.#timer.within(ms)
  }

  #reach(progress: Progress): void {
    if (this.#settled || rank[progress] <= rank[this.#progress]) return
    this.#progress = progress
    this.#watch.onProgress(progress)
  }

  #settle(cause: Cause | null): void {
    if (this.#settled) return
    this.#settled = true
    this.#timer.end()
    this.#deafen?.()
    const [first = nothing, ...others] = this.#chunks
    this.#resolve({
      progress: this.#progress,
      cause,
      status: this.#status,
      headers: this.#headers,
      body: others.length === 0 ? first : Buffer.concat(this.#chunks),
      reusable: cause === null && this.#requestSent,
    })
  }

  /** Settles first, so that nothing which happens while the connection goes down can change what is known. */
  #breakOff(cause: Cause): void {
    this.#settle(cause)
    this.#controller?.abort(new Error(cause))
  }

  #body(): Uint8Array | Readable | null {
    const { body } = this.#request
    if (body === null || body instanceof Uint8Array) return body
    // Some pieces are made while the socket is busy with the one before; more would only take memory.
    return Readable.from(this.#leaving(body), { objectMode: false, highWaterMark: 262_144 })
  }

  /** Holds the last chunk back until the source has ended well: a body that fails or has another length is never whole. */
  async *#leaving(chunksOf: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let bytes = 0
    let held: Uint8Array | null = null
    for await (const chunk of chunksOf) {
      bytes += chunk.byteLength
      if (this.#settled || bytes > this.#request.bodyBytes) break
      if (held) {
        this.#reach('connected')
        yield held
      }
      held = chunk
    }
    if (bytes !== this.#request.bodyBytes) throw new BodyFailure('the body has another length than announced')
    this.#reach('connected')
    if (held) yield held
  }
}
