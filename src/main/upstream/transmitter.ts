import type { Earlier } from '#shared/domain/reading.ts'
import type { Progress } from '#shared/domain/submission.ts'
import { askedOf, type Asked, type Asking } from './asked.ts'
import type { Call } from './call.ts'
import { exchange, type Facts, type Watch } from './http.ts'
import { inTime } from './in-time.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { Line } from './line.ts'
import { passProxy, proxyChallenges } from './proxied.ts'
import { noSignIns, type ProxySignIns } from './proxy-sign-ins.ts'
import { createConnections } from './proxy.ts'
import { readThenChange, type ReadFirst } from './read-first.ts'
import { routesTo, type ResolveProxy, type Route } from './routes.ts'
import {
  certificatesOfNewProcess,
  createTrust,
  systemCertificates,
  type CertificateSource,
  type FreshCertificates,
} from './trust.ts'
import type { Cause, Channels, Evidence, Order, Transmitter, TryWatch } from './types.ts'

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

type RoutesOf = (url: URL, signal: AbortSignal) => Promise<Route[]>

const nothingEarlier: Earlier = { agreed: null, key: null }

/** The requests for a destination with a key: each item's, or null where it must not travel. */
export type CallerOf = (
  destination: Order['destination'],
  secret: string,
) => {
  call(payload: Order['payload'], file: Order['file']): Call | null
  readFirst?(payload: Order['payload']): ReadFirst | null
}

/** The way to the vendors, whose requests `callerOf` makes. It sends each order once; sending again is the outbox's decision. */
export function createTransmitterFor(
  callerOf: CallerOf,
  options: TransmitterOptions,
): Transmitter & Channels & Asking & { close(): Promise<void> } {
  const limits: Limits = { ...defaultLimits, ...options.limits }
  const { caCertificates = systemCertificates, freshCertificates = certificatesOfNewProcess, signIns = noSignIns } = options
  const trust = createTrust(caCertificates, freshCertificates)
  const connections = createConnections(trust, limits)
  const closing = new AbortController()

  const once = async (route: Route, call: Call, watch: Watch, line?: Line, onlyNew = false): Promise<Facts> => {
    const { method, path, headers, url, body } = call
    const inMemory = body === null || body instanceof Uint8Array
    // The file's first chunk is read before a connection is asked for: a lost file is found while nothing has been sent.
    const stream = inMemory ? null : await body.open().catch(() => null)
    if (!inMemory && !stream) return broken('nothing-sent', 'file-lost')
    const bodyBytes = inMemory ? (body?.byteLength ?? 0) : body.bytes
    const lease = (onlyNew ? null : line?.take()) ?? connections.lease(url.origin, route, onlyNew)
    const request = { origin: url.origin, method, path, headers, body: inMemory ? body : stream, bodyBytes }
    const facts = await exchange(lease.dispatcher, request, limits, route.kind !== 'direct', watch)
    if (line && facts.reusable) line.hold(lease)
    else lease.end(facts.reusable)
    void stream?.return?.().catch(() => undefined)
    // A kept connection that was gone before the request began: a new one may do, and nothing has left yet.
    const wasGone = lease.used && facts.progress === 'nothing-sent' && nextRouteMayHelp.has(facts.cause)
    return wasGone ? once(route, call, watch, line, true) : facts
  }

  /** A certificate that was not trusted sent nothing; its authority may have been installed since this computer's were read. */
  const over = async (route: Route, call: Call, watch: Watch, line?: Line): Promise<Facts> => {
    const facts = await once(route, call, watch, line)
    const isRefused = facts.progress === 'nothing-sent' && facts.cause === 'certificate'
    return isRefused && (await trust.renew()) ? once(route, call, watch, line, true) : facts
  }

  const routesFor = (url: URL, signal: AbortSignal): Promise<Route[]> =>
    inTime(routesTo(url, options.resolveProxy), limits.connectMs, signal).catch(() => [])

  /** Asked once for all requests of a try. */
  const routesOfTry = (): RoutesOf => {
    let routes: Promise<Route[]> | null = null
    return (url, signal) => (routes ??= routesFor(url, signal))
  }

  const deliver = async (call: Call, routes: readonly Route[], watch: Watch, line?: Line): Promise<Facts> => {
    let facts = broken('nothing-sent', 'proxy')
    let asking: { proxy: string; facts: Facts } | null = null
    for (const route of routes) {
      if (watch.signal.aborted) break
      facts =
        route.kind === 'http'
          ? await passProxy(signIns, route, watch, (through, watched) => over(through, call, watched, line))
          : await over(route, call, watch, line)
      if (facts.progress !== 'nothing-sent' || !nextRouteMayHelp.has(facts.cause)) return facts
      if (route.kind === 'http' && proxyChallenges.has(facts.cause)) asking ??= { proxy: new URL(route.uri).origin, facts }
    }
    if (watch.signal.aborted) return broken('nothing-sent', 'stopped')
    if (asking) signIns.ask(asking.proxy)
    return asking?.facts ?? facts
  }

  /** One request, and all that is known of it. */
  const ask = async (call: Call | null, secret: string, watch: Watch, routesOf: RoutesOf, line?: Line): Promise<Asked> => {
    if (!call) return askedOf(null, broken('nothing-sent', 'not-sendable'), secret)
    const { signal } = watch
    let progress: Progress = 'nothing-sent'
    const onProgress = (reached: Progress) => {
      progress = reached
      try {
        watch.onProgress(reached)
      } catch {
        // Whoever watches may fail; the request under way is not to suffer from it.
      }
    }
    const routes = await routesOf(call.url, signal)
    const facts = await deliver(call, routes, { signal, onProgress }, line).catch(() => broken(progress, 'reset'))
    return askedOf(call, facts, secret)
  }

  /** One try of an item: its one request or, at a vendor that is read first, a reading and the change of what was read. */
  const tryOnce = async (
    caller: ReturnType<CallerOf>,
    { secret, payload, file, earlier = nothingEarlier }: Omit<Order, 'destination'>,
    watch: TryWatch,
    routesOf: RoutesOf,
  ): Promise<Evidence> => {
    if (!caller.readFirst) return (await ask(caller.call(payload, file), secret, watch, routesOf)).evidence
    const first = caller.readFirst(payload)
    const { onFound } = watch
    if (!first || !onFound) return (await ask(null, secret, watch, routesOf)).evidence
    const line = new Line()
    const quiet = { ...watch, onProgress: () => undefined }
    try {
      return await readThenChange(first, {
        earlier,
        onFound,
        ask: (call, step) => ask(call, secret, step === 'read' ? quiet : watch, routesOf, line),
      })
    } finally {
      line.end()
    }
  }

  /** Once for all that is sent by it: a signal of signals made for each request outlives it, and ten thousand of them fill memory. */
  const orClosing = (signal: AbortSignal) => AbortSignal.any([signal, closing.signal])

  return {
    transmit: (order, watch) =>
      tryOnce(callerOf(order.destination, order.secret), order, { ...watch, signal: orClosing(watch.signal) }, routesOfTry()),
    ask: (call, secret, signal) => ask(call, secret, { signal: orClosing(signal), onProgress: () => undefined }, routesFor),
    channel(destination, secret, stop) {
      const caller = callerOf(destination, secret)
      const signal = orClosing(stop)
      let routes: Promise<Route[]> | null = null
      let askedAt = 0
      const routesOf: RoutesOf = (url) => {
        if (!routes || performance.now() - askedAt > routesKeptMs) {
          routes = routesFor(url, signal)
          askedAt = performance.now()
        }
        return routes
      }
      return {
        async send(payload, { earlier, ...watch } = {}) {
          const order = { secret, payload, file: null, ...(earlier && { earlier }) }
          const evidence = await tryOnce(caller, order, { signal, onProgress: () => undefined, ...watch }, routesOf)
          // Whatever keeps requests from leaving may be a proxy that is no longer the right one.
          if (evidence.progress === 'nothing-sent' && evidence.status === null) routes = null
          return evidence
        },
      }
    },
    async close() {
      closing.abort()
      await connections.close()
    },
  }
}
