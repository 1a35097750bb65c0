import { execFile } from 'node:child_process'
import { constants } from 'node:crypto'
import tls from 'node:tls'

/** The certificates that may vouch for a server, as PEM. */
export type CertificateSource = () => readonly string[]

/** The same as this computer has them now: a process reads its system's store once. */
export type FreshCertificates = () => Promise<readonly string[]>

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

/** Node reads the system's store once and keeps it for all its threads: only another process sees what was installed since. */
export const certificatesOfNewProcess: FreshCertificates = () =>
  new Promise((resolve, reject) => {
    const script = "process.stdout.write(JSON.stringify(require('node:tls').getCACertificates('system')))"
    execFile(process.execPath, ['-e', script], { maxBuffer: 64 * 1024 * 1024, timeout: 10_000 }, (error, stdout) => {
      if (error) return reject(error)
      resolve([...new Set([...tls.getCACertificates('default'), ...(JSON.parse(stdout) as string[])])])
    })
  })

/** How soon the store is read again, in milliseconds: thousands of items may meet the same certificate. */
const againMs = 2_000

/**
 * SECURITY: said here, because `--tls-min-v1.0` and `--tls-cipher-list` in someone's NODE_OPTIONS would lower them for all
 * connections: to vendors, and to proxies that are spoken to over TLS. (Newer versions of Balie come by Chromium's own stack.)
 */
const strength = { minVersion: 'TLSv1.2', ciphers: constants.defaultCoreCipherList } as const

/** Whom to trust on secure connections; read when the first is made, and again where a certificate was not trusted. */
export function createTrust(certificates: CertificateSource, fresh: FreshCertificates) {
  let list: readonly string[] | undefined
  let context: tls.SecureContext | undefined
  let renewing: Promise<boolean> | null = null
  let renewedAt = -Infinity
  const trusted = () => (list ??= certificates())

  const renew = async (): Promise<boolean> => {
    const before = trusted()
    const now = await fresh().catch(() => before)
    renewedAt = performance.now()
    const known = new Set(before)
    if (now.length === before.length && now.every((one) => known.has(one))) return false
    list = now
    context = undefined
    return true
  }

  return {
    /** For a connection that is made now. */
    options: () => ({
      secureContext: (context ??= tls.createSecureContext({ ca: [...trusted()], ...strength })),
      // SECURITY: said here, because NODE_TLS_REJECT_UNAUTHORIZED=0 in someone's environment would turn the check off.
      rejectUnauthorized: true,
      // One request at a time on HTTP/1.1: HTTP/2 would let a peer's GOAWAY send a request again.
      allowH2: false,
    }),
    /** Reads anew what this computer trusts; true where that is something else than before. */
    async renew(): Promise<boolean> {
      if (!renewing && performance.now() - renewedAt < againMs) return false
      renewing ??= renew().finally(() => {
        renewing = null
      })
      return renewing
    },
  }
}
export type Trust = ReturnType<typeof createTrust>
