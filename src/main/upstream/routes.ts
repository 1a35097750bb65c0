/** Tells how an address is reached, in the words of a proxy script: `DIRECT`, `PROXY host:port; DIRECT`, … */
export type ResolveProxy = (url: string) => Promise<string>

/** One way to a server: directly, or through the proxy at `uri`. */
export type Route =
  | { kind: 'direct' }
  /** `authorization`: the header it wants to see, once that is known. */
  | { kind: 'http'; uri: string; authorization?: string | null }
  | { kind: 'socks5'; uri: string }

const schemes: Readonly<Record<string, { kind: 'http' | 'socks5'; scheme: string }>> = {
  PROXY: { kind: 'http', scheme: 'http' },
  HTTP: { kind: 'http', scheme: 'http' },
  HTTPS: { kind: 'http', scheme: 'https' },
  SOCKS5: { kind: 'socks5', scheme: 'socks5' },
}

/**
 * The ways to try, in order. `SOCKS` and `SOCKS4` cannot be used: version 4 knows neither names nor IPv6. An entry that
 * cannot be read is left out and never taken for `DIRECT`: where a proxy is prescribed, going round it is not ours to decide.
 */
export function parseRoutes(list: string): Route[] {
  const routes: Route[] = []
  for (const entry of list.split(';')) {
    const [word = '', address = ''] = entry.trim().split(/\s+/, 2)
    if (word.toUpperCase() === 'DIRECT') routes.push({ kind: 'direct' })
    const known = schemes[word.toUpperCase()]
    const uri = `${known?.scheme}://${address}`
    if (known && /^(?:\[[0-9a-f:.]+\]|[\w.-]+):\d{1,5}$/i.test(address) && URL.canParse(uri))
      routes.push({ kind: known.kind, uri })
  }
  return routes
}

/** True for this computer itself, which no proxy can stand between: the practice environment lives there. */
export const isLoopback = (hostname: string) =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname)

/** Asks the system for the ways to an origin. */
export async function routesTo(url: URL, resolveProxy: ResolveProxy): Promise<Route[]> {
  if (isLoopback(url.hostname)) return [{ kind: 'direct' }]
  // SECURITY: a proxy script sees the origin alone; the path of an update carries the note's text.
  return parseRoutes(await resolveProxy(`${url.origin}/`))
}
