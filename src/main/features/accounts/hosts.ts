import type { AccountSettings } from '#shared/domain/account.ts'

/** The vendors' own domains: a secret may go there without a person's extra word (specs/decisions.md, "Base URL"). */
const vendorDomains = ['billink.nl', 'digiwallet.nl']

/**
 * The host to confirm before an account may point at it; null where none is needed. Practice is loopback by its schema and
 * carries nothing but a public key.
 */
export function hostToConfirm({ environment, url }: Pick<AccountSettings, 'environment' | 'url'>): string | null {
  if (environment === 'practice' || url === null) return null
  const { hostname, host } = new URL(url)
  const known = vendorDomains.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`))
  return known ? null : host
}
