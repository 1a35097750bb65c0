import { useQuery } from '@tanstack/react-query'
import type { ProxyView } from '#shared/domain/proxy.ts'
import { client, unwrap } from '../../lib/client.ts'
import { keys } from '../../lib/query.ts'

/** The proxies that want to know who passes, as main knows them now. */
export function useProxies(): readonly ProxyView[] {
  const { data } = useQuery({ queryKey: keys.proxies, queryFn: () => unwrap(client.proxies.list(undefined)) })
  return data ?? []
}

/** As an administrator knows it: without the scheme, which the dialog speaks of where it matters. */
export const nameOf = (proxy: string): string => new URL(proxy).host
