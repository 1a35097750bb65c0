type Environment = Record<string, string | undefined>

const defaultPorts: Record<string, string> = { 'http:': '80', 'https:': '443', 'socks5:': '1080', 'socks4:': '1080' }
const kinds: Record<string, string> = {
  'http:': 'PROXY',
  'https:': 'HTTPS',
  'socks5:': 'SOCKS5',
  'socks:': 'SOCKS5',
  'socks4:': 'SOCKS',
}

const isLoopback = (host: string) => host === 'localhost' || host.endsWith('.localhost') || /^(127\.|\[?::1\]?$)/.test(host)

function isExcepted(target: URL, exceptions: string): boolean {
  const port = target.port || defaultPorts[target.protocol]
  return exceptions
    .split(',')
    .map((entry) => entry.trim().toLowerCase())
    .filter(Boolean)
    .some((entry) => {
      const [, name = '', onlyPort] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? []
      if (onlyPort !== undefined && onlyPort !== port) return false
      const domain = name.replace(/^\*?\./, '')
      return name === '*' || target.hostname === domain || target.hostname.endsWith(`.${domain}`)
    })
}

/**
 * The proxy for an address from the environment, as Chromium reads it on Linux without desktop settings, in the words of a
 * PAC script: `DIRECT` or `PROXY host:port`.
 */
export function resolveProxy(url: string, env: Environment): string {
  if (!URL.canParse(url)) return 'DIRECT'
  const target = new URL(url)
  const scheme = target.protocol.slice(0, -1)
  const read = (name: string) => env[name] ?? env[name.toUpperCase()]
  const proxy = read(`${scheme}_proxy`) || read('all_proxy')
  if (!proxy || isLoopback(target.hostname) || isExcepted(target, read('no_proxy') ?? '')) return 'DIRECT'
  const { protocol, hostname, port } = new URL(proxy.includes('://') ? proxy : `http://${proxy}`)
  // The URL class drops a port that is its scheme's default.
  return `${kinds[protocol] ?? 'PROXY'} ${hostname}:${port || (defaultPorts[protocol] ?? '80')}`
}
