/** Whether a host is one of these, or below one of them. */
export const isHostWithin = (hostname: string, domains: readonly string[]): boolean =>
  domains.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`))
