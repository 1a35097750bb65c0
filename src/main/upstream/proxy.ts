import { Client, ProxyAgent, Socks5ProxyAgent, type Dispatcher } from 'undici'
import type { Limits } from './limits.ts'
import { proxyClient } from './proxy-client.ts'
import type { Route } from './routes.ts'
import type { Trust } from './trust.ts'

/** A connection lent to one exchange. */
export interface Lease {
  dispatcher: Dispatcher
  /** True where it was used before: the server may have hung up meanwhile. */
  used: boolean
  /** Gives it back: kept for the next exchange, or destroyed with whatever is still queued in it. */
  end(reusable: boolean): void
}

/** Connections by route and origin. Each serves one exchange at a time, so nothing ever queues inside one. */
export interface Connections {
  lease(origin: string, route: Route, onlyNew?: boolean): Lease
  close(): Promise<void>
}

/**
 * How long an idle connection is kept, in milliseconds: shorter than servers do, for a request that meets a server hanging up is one of
 * unknown outcome. A server's own `Keep-Alive` hint can only shorten it.
 */
const keepAliveMs = 4_000

/** Idle ones kept for each route and origin: as many as a bulk run may use at once. */
const keptIdle = 64

/** Makes and keeps the connections. */
export function createConnections(trust: Pick<Trust, 'options'>, limits: Limits): Connections {
  // Undici's own timer only comes after the exchange's, which says whose time was up.
  const connectTimeout = limits.connectMs + 2_000
  const idle = new Map<string, Dispatcher[]>()
  const all = new Set<Dispatcher>()
  const client = {
    pipelining: 1,
    allowH2: false,
    useMilo: false,
    keepAliveTimeout: keepAliveMs,
    keepAliveMaxTimeout: keepAliveMs,
    connectTimeout,
  }

  const open = (origin: string, route: Route): Dispatcher => {
    const secure = origin.startsWith('https:') ? trust.options() : { allowH2: false }
    if (route.kind === 'direct') return new Client(origin, { ...client, connect: { ...secure, timeout: connectTimeout } })
    if (route.kind === 'socks5') return new Socks5ProxyAgent(route.uri, { connectTimeout, requestTls: secure })
    return new ProxyAgent({
      ...client,
      connections: 1,
      uri: route.uri,
      ...(route.authorization ? { token: route.authorization } : {}),
      clientFactory: proxyClient,
      proxyTunnel: true,
      requestTls: secure,
      proxyTls: route.uri.startsWith('https:') ? trust.options() : { allowH2: false },
    })
  }

  const destroy = async (dispatcher: Dispatcher) => {
    all.delete(dispatcher)
    await dispatcher.destroy()
  }

  return {
    lease(origin, route, onlyNew = false) {
      const passing = route.kind === 'http' ? (route.authorization ?? '') : ''
      const key = route.kind === 'direct' ? origin : `${origin} ${route.kind} ${route.uri} ${passing}`
      const kept = idle.get(key) ?? []
      idle.set(key, kept)
      const used = onlyNew ? undefined : kept.pop()
      const dispatcher = used ?? open(origin, route)
      all.add(dispatcher)
      return {
        dispatcher,
        used: used !== undefined,
        end(reusable) {
          if (reusable && kept.length < keptIdle && all.has(dispatcher)) kept.push(dispatcher)
          // Nothing runs over it any more, so there is nobody to tell.
          else destroy(dispatcher).catch(() => undefined)
        },
      }
    },
    async close() {
      idle.clear()
      await Promise.all([...all].map(destroy))
    },
  }
}
