import type { Policy } from '#shared/domain/policy.ts'

const words: Readonly<Record<string, string>> = { 'http:': 'PROXY', 'https:': 'HTTPS', 'socks5:': 'SOCKS5' }

/** How the organisation wants servers to be reached, in the words of a proxy script; null where the system says. */
export function prescribedRoute({ proxy = 'system' }: Policy): string | null {
  if (proxy === 'system') return null
  if (proxy === 'direct') return 'DIRECT'
  const [scheme = '', address = ''] = proxy.split('//')
  return `${words[scheme]} ${address}`
}

/** The same for what Electron fetches itself, in the words of its sessions. */
export function sessionProxy({ proxy = 'system' }: Policy): { mode: 'system' | 'direct' } | { proxyRules: string } {
  return proxy === 'system' || proxy === 'direct' ? { mode: proxy } : { proxyRules: proxy }
}
