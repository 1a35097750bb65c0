import type { Message } from '#shared/domain/message.ts'
import type { Progress } from '#shared/domain/submission.ts'
import { readAnswer } from './answer.ts'
import type { Call } from './call.ts'
import { exchange, type Facts, type Watch } from './http.ts'
import { inTime } from './in-time.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { passProxy, proxyChallenges } from './proxied.ts'
import { noSignIns, type ProxySignIns } from './proxy-sign-ins.ts'
import { createConnections } from './proxy.ts'
import { withoutSecret } from './redact.ts'
import { retryAfterMs } from './retry-after.ts'
import { routesTo, type ResolveProxy, type Route } from './routes.ts'
import {
  certificatesOfNewProcess,
  createTrust,
  systemCertificates,
  type CertificateSource,
  type FreshCertificates,
} from './trust.ts'
import type { Cause, Channels, Evidence, Order, Transmitter } from './types.ts'

export interface TransmitterOptions {
  /** The system's proxy settings; `session.resolveProxy` in the app. */
  resolveProxy: ResolveProxy
  /** Whom to trust; by default what this computer trusts. */
  caCertificates?: CertificateSource
  /** The same read anew, after a certificate was not trusted. */
  freshCertificates?: FreshCertificates
  /** The passwords of proxies, and who is asked for them. */
  signIns?: ProxySignIns
  limits?: Partial<Limits>
}

/** How long a channel goes by what the system said of its proxies; milliseconds. */
const routesKeptMs = 30_000

/** Where nothing was sent over one route, these leave hope for the next one. */
const nextRouteMayHelp: ReadonlySet<Cause | null> = new Set([
  'offline',
  'dns',
  'refused',
  'connect-timeout',
  'proxy',
  ...proxyChallenges,
  'reset',
])

const broken = (progress: Progress, cause: Cause): Facts => ({
  progress,
  cause,
  status: null,
  headers: {},
  body: Buffer.alloc(0),
  reusable: false,
})

/** The requests for a destination with a key: each item's, or null where it must not travel. */
export type CallerOf = (
  destination: Order['destination'],
  secret: string,
) => { call(payload: Order['payload'], file: Order['file']): Call | null }

/** SECURITY: a vendor's sentence may echo the key, and sentences are stored and shown. */
function cleaned(vendor: Evidence['vendor'], secret: string): Evidence['vendor'] {
  if (vendor.says !== 'error') return vendor
  const clean = (message: Message): Message => ('text' in message ? { text: withoutSecret(message.text, secret) } : message)
  const fields = Object.entries(vendor.fields).map(
    ([field, messages]) => [withoutSecret(field, secret), messages.map(clean)] as const,
  )
  return { ...vendor, head: vendor.head.map(clean), fields: Object.fromEntries(fields) }
}

/** Reads what came back and puts all that is known together. */
function evidenceOf(call: Call | null, facts: Facts, secret: string): Evidence {
  const { value, text } = readAnswer(facts, secret)
  const unreadable = facts.progress === 'answered' && facts.body.length > 0 && value === undefined
  return {
    progress: facts.progress,
    cause: facts.cause ?? (unreadable ? 'answer-unreadable' : null),
    status: facts.status,
    retryAfterMs: retryAfterMs(facts.headers['retry-after'], facts.headers.date, Date.now()),
    answer: text,
    vendor: call && facts.status !== null ? cleaned(call.read(value, facts.status), secret) : { says: 'nothing' },
    request: {
      method: call?.method ?? '',
      host: call?.url.host ?? '',
      bodyBytes: call?.body ? (call.body instanceof Uint8Array ? call.body.byteLength : call.body.bytes) : 0,
    },
  }
}

/** The way to the vendors, whose requests `callerOf` makes. It sends each order once; sending again is the outbox's decision. */
export function createTransmitterFor(
  callerOf: CallerOf,
  options: TransmitterOptions,
): Transmitter & Channels & { close(): Promise<void> } {
  const limits: Limits = { ...defaultLimits, ...options.limits }
  const { caCertificates = systemCertificates, freshCertificates = certificatesOfNewProcess, signIns = noSignIns } = options
  const trust = createTrust(caCertificates, freshCertificates)
  const connections = createConnections(trust, limits)
  const closing = new AbortController()

  const once = async (route: Route, call: Call, watch: Watch, onlyNew = false): Promise<Facts> => {
    const { method, path, headers, url, body } = call
    const inMemory = body === null || body instanceof Uint8Array
    // The file's first chunk is read before a connection is asked for: a lost file is found while nothing has been sent.
    const stream = inMemory ? null : await body.open().catch(() => null)
    if (!inMemory && !stream) return broken('nothing-sent', 'file-lost')
    const bodyBytes = inMemory ? (body?.byteLength ?? 0) : body.bytes
    const lease = connections.lease(url.origin, route, onlyNew)
    const request = { origin: url.origin, method, path, headers, body: inMemory ? body : stream, bodyBytes }
    const facts = await exchange(lease.dispatcher, request, limits, route.kind !== 'direct', watch)
    lease.end(facts.reusable)
    void stream?.return?.().catch(() => undefined)
    // A kept connection that was gone before the request began: a new one may do, and nothing has left yet.
    const wasGone = lease.used && facts.progress === 'nothing-sent' && nextRouteMayHelp.has(facts.cause)
    return wasGone ? once(route, call, watch, true) : facts
  }

  /** A certificate that was not trusted sent nothing; its authority may have been installed since this computer's were read. */
  const over = async (route: Route, call: Call, watch: Watch): Promise<Facts> => {
    const facts = await once(route, call, watch)
    const isRefused = facts.progress === 'nothing-sent' && facts.cause === 'certificate'
    return isRefused && (await trust.renew()) ? once(route, call, watch, true) : facts
  }

  const routesFor = (url: URL, signal: AbortSignal): Promise<Route[]> =>
    inTime(routesTo(url, options.resolveProxy), limits.connectMs, signal).catch(() => [])

  const deliver = async (call: Call, routes: readonly Route[], watch: Watch): Promise<Facts> => {
    let facts = broken('nothing-sent', 'proxy')
    let asking: { proxy: string; facts: Facts } | null = null
    for (const route of routes) {
      if (watch.signal.aborted) break
      facts =
        route.kind === 'http'
          ? await passProxy(signIns, route, watch, (through, watched) => over(through, call, watched))
          : await over(route, call, watch)
      if (facts.progress !== 'nothing-sent' || !nextRouteMayHelp.has(facts.cause)) return facts
      if (route.kind === 'http' && proxyChallenges.has(facts.cause)) asking ??= { proxy: new URL(route.uri).origin, facts }
    }
    if (watch.signal.aborted) return broken('nothing-sent', 'stopped')
    if (asking) signIns.ask(asking.proxy)
    return asking?.facts ?? facts
  }

  return {
    async transmit(order, watch) {
      let progress: Progress = 'nothing-sent'
      const onProgress = (reached: Progress) => {
        progress = reached
        try {
          watch.onProgress(reached)
        } catch {
          // Whoever watches may fail; the request under way is not to suffer from it.
        }
      }
      const { destination, secret, payload, file } = order
      const call = callerOf(destination, secret).call(payload, file)
      const signal = AbortSignal.any([watch.signal, closing.signal])
      const facts = call
        ? await deliver(call, await routesFor(call.url, signal), { signal, onProgress }).catch(() => broken(progress, 'reset'))
        : broken('nothing-sent', 'not-sendable')
      return evidenceOf(call, facts, secret)
    },
    channel(destination, secret, stop) {
      const caller = callerOf(destination, secret)
      const signal = AbortSignal.any([stop, closing.signal])
      let routes: Promise<Route[]> | null = null
      let askedAt = 0
      return {
        async send(payload) {
          const call = caller.call(payload, null)
          if (!call) return evidenceOf(null, broken('nothing-sent', 'not-sendable'), secret)
          if (!routes || performance.now() - askedAt > routesKeptMs) {
            routes = routesFor(call.url, signal)
            askedAt = performance.now()
          }
          let progress: Progress = 'nothing-sent'
          const onProgress = (reached: Progress) => {
            progress = reached
          }
          const facts = await deliver(call, await routes, { signal, onProgress }).catch(() => broken(progress, 'reset'))
          // Whatever keeps requests from leaving may be a proxy that is no longer the right one.
          if (facts.progress === 'nothing-sent') routes = null
          return evidenceOf(call, facts, secret)
        },
      }
    },
    async close() {
      closing.abort()
      await connections.close()
    },
  }
}
