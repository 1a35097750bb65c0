import type { Progress } from '#shared/domain/submission.ts'
import type { Facts, Watch } from './http.ts'
import type { ProxySignIns } from './proxy-sign-ins.ts'
import type { Route } from './routes.ts'
import type { Cause } from './types.ts'

type HttpRoute = Extract<Route, { kind: 'http' }>

/** What a proxy's 407 makes of a try; nothing was sent. */
export const proxyChallenges: ReadonlySet<Cause | null> = new Set<Cause>([
  'proxy-password',
  'proxy-password-refused',
  'proxy-scheme',
])

/**
 * Goes through a proxy with what it wants to know of whoever passes. A 407 to the opening of a tunnel comes before any byte of
 * the request, so trying again with another password sends nothing twice.
 */
export async function passProxy(
  signIns: ProxySignIns,
  route: HttpRoute,
  watch: Watch,
  send: (route: HttpRoute, watch: Watch) => Promise<Facts>,
): Promise<Facts> {
  for (;;) {
    // SECURITY: by scheme, host and port: a password never goes to another proxy, nor to the same one unencrypted.
    const proxy = new URL(route.uri).origin
    const authorization = await signIns.authorization(proxy)
    const onProgress = (step: Progress) => {
      signIns.passed(proxy, authorization)
      watch.onProgress(step)
    }
    let facts: Facts
    try {
      facts = await send({ ...route, authorization }, { signal: watch.signal, onProgress })
    } finally {
      if (authorization !== null) signIns.released(proxy, authorization)
    }
    if (!proxyChallenges.has(facts.cause)) return facts
    const takesBasic = facts.cause === 'proxy-password'
    const again = await signIns.challenged(proxy, { tried: authorization, takesBasic })
    if (again && !watch.signal.aborted) continue
    return takesBasic && authorization !== null ? { ...facts, cause: 'proxy-password-refused' } : facts
  }
}
