import tls from 'node:tls'

/** The certificates that may vouch for a server, as PEM. */
export type CertificateSource = () => readonly string[]

/**
 * What this computer trusts: Node's own list and the system's store, where a company keeps the certificate of its proxy.
 * A store that cannot be read leaves Node's list.
 */
export const systemCertificates: CertificateSource = () => {
  const read = (store: 'default' | 'system') => {
    try {
      return tls.getCACertificates(store)
    } catch {
      return []
    }
  }
  return [...new Set([...read('default'), ...read('system')])]
}

/** Reading some hundreds of certificates takes a while, so it happens once and only when the first secure connection is made. */
export function createTrust(certificates: CertificateSource) {
  let context: tls.SecureContext | undefined
  return () => ({
    secureContext: (context ??= tls.createSecureContext({ ca: [...certificates()] })),
    // SECURITY: said here, because NODE_TLS_REJECT_UNAUTHORIZED=0 in someone's environment would turn the check off.
    rejectUnauthorized: true,
    // One request at a time on HTTP/1.1: HTTP/2 would let a peer's GOAWAY send a request again.
    allowH2: false,
  })
}
