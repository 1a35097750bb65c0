import { isHostWithin } from '#shared/domain/host-within.ts'
import { sharedVendors, type AccountSettings } from '#shared/vendors/index.ts'

/**
 * The host to confirm before an account may point at it; null where none is needed: a secret may go to its vendor's own domains
 * without a person's extra word (specs/decisions.md, "Base URL"). Practice is loopback by its schema and carries nothing but a
 * public key.
 */
export function hostToConfirm({ kind, environment, url }: Pick<AccountSettings, 'kind' | 'environment' | 'url'>): string | null {
  if (environment === 'practice' || url === null) return null
  const { hostname, host } = new URL(url)
  const known = isHostWithin(hostname, sharedVendors[kind].knownHosts)
  return known ? null : host
}
