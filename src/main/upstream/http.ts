import { Readable } from 'node:stream'
import type { Dispatcher } from 'undici'
import { progressSchema, type Progress } from '#shared/domain/submission.ts'
import { BodyFailure, causeOf } from './cause.ts'
import { totalMsFor, type Limits } from './limits.ts'
import { createPatience } from './patience.ts'
import type { Cause } from './types.ts'

/** A request as it goes onto the wire: `path` is sent byte for byte, never parsed or normalised on its way. */
export interface HttpRequest {
  origin: string
  method: 'POST' | 'PATCH' | 'DELETE'
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
const rank = (progress: Progress) => progressSchema.options.indexOf(progress)

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
  const { promise, resolve } = Promise.withResolvers<Facts>()
  const facts: Facts = {
    progress: 'nothing-sent',
    cause: null,
    status: null,
    headers: {},
    body: Buffer.alloc(0),
    reusable: false,
  }
  const chunks: Buffer[] = []
  let received = 0
  let requestSent = false
  let settled = false
  let controller: Dispatcher.DispatchController | null = null

  const reach = (progress: Progress) => {
    if (settled || rank(progress) <= rank(facts.progress)) return
    facts.progress = progress
    watch.onProgress(progress)
  }
  const settle = (cause: Cause | null) => {
    if (settled) return
    settled = true
    patience.end()
    watch.signal.removeEventListener('abort', stop)
    resolve({ ...facts, cause, body: Buffer.concat(chunks), reusable: cause === null && requestSent })
  }
  /** Settles first, so that nothing which happens while the connection goes down can change what is known. */
  const breakOff = (cause: Cause) => {
    settle(cause)
    controller?.abort(new Error(cause))
  }
  const stop = () => breakOff('stopped')
  const expire = () => breakOff(facts.progress === 'nothing-sent' ? 'connect-timeout' : 'timeout')
  const patience = createPatience(totalMsFor(limits, request.bodyBytes), expire)
  const within = (ms: number) => {
    if (!settled) patience.within(ms)
  }

  /** Holds the last chunk back until the source has ended well: a body that fails or has another length is never whole. */
  async function* leaving(chunksOf: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let bytes = 0
    let held: Uint8Array | null = null
    for await (const chunk of chunksOf) {
      bytes += chunk.byteLength
      if (settled || bytes > request.bodyBytes) break
      if (held) {
        reach('connected')
        yield held
      }
      held = chunk
    }
    if (bytes !== request.bodyBytes) throw new BodyFailure('the body has another length than announced')
    reach('connected')
    if (held) yield held
  }
  const source = request.body
  // Some pieces are made while the socket is busy with the one before; more would only take memory.
  const body =
    source === null || source instanceof Uint8Array
      ? source
      : Readable.from(leaving(source), { objectMode: false, highWaterMark: 262_144 })
  const inMemory = !(body instanceof Readable)

  const handler: Dispatcher.DispatchHandler = {
    onRequestStart(started) {
      // A second start would be undici's own retry; ours leaves once.
      if (settled || controller) return started.abort(new Error('not again'))
      controller = started
      within(limits.idleMs)
      if (inMemory) reach('connected')
    },
    onBodySent() {
      if (facts.status === null) within(limits.idleMs)
    },
    onRequestSent() {
      requestSent = true
      reach('request-sent')
      if (facts.status === null) within(limits.headersMs)
    },
    onResponseStart(_, status, headers) {
      if (status < 200) return
      facts.status = status
      facts.headers = headers
      reach('answer-begun')
      within(limits.idleMs)
      if (Number(headers['content-length']) > limits.answerBytes) breakOff('answer-too-large')
    },
    onResponseData(_, chunk) {
      received += chunk.length
      if (received > limits.answerBytes) return breakOff('answer-too-large')
      chunks.push(chunk)
      within(limits.idleMs)
    },
    onResponseEnd() {
      reach('answered')
      settle(null)
    },
    onResponseError(_, error) {
      settle(causeOf(error, facts.progress, proxied))
    },
  }

  within(limits.connectMs)
  watch.signal.addEventListener('abort', stop, { once: true })
  if (watch.signal.aborted) stop()
  else {
    const { origin, method, path } = request
    const headers = inMemory ? request.headers : { ...request.headers, 'content-length': String(request.bodyBytes) }
    // The phases above are exact where undici's own timers are coarse, so those are off.
    dispatcher.dispatch({ origin, method, path, headers, body, headersTimeout: 0, bodyTimeout: 0 }, handler)
  }
  return promise
}
