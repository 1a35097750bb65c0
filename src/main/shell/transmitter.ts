import { session, utilityProcess } from 'electron'
import path from 'node:path'
import type { Policy } from '#shared/domain/policy.ts'
import type { createSignIns } from '../features/proxies/sign-ins.ts'
import { prescribedRoute } from '../policy/proxy-policy.ts'
import { certificatesFrom } from '../upstream/certificates-from.ts'
import { lazyTransmitter } from '../upstream/lazy-transmitter.ts'

interface ShellTransmitterDeps {
  /** The folder of main's bundle. */
  here: string
  isStandIn: boolean
  signIns: ReturnType<typeof createSignIns>
  policy: Policy
}

/** What sends to vendors, by the system's proxies and certificates; loaded when something leaves. */
export const shellTransmitter = ({ here, isStandIn, signIns, policy }: ShellTransmitterDeps) =>
  lazyTransmitter(async () => {
    const { createTransmitter } = await import('../vendors/transmitter.ts')
    return createTransmitter({
      signIns,
      resolveProxy: async (url) => prescribedRoute(policy) ?? (await session.fromPartition('system-proxies').resolveProxy(url)),
      // The stand-in is plain Node, which starts another of itself.
      ...(isStandIn
        ? {}
        : { freshCertificates: certificatesFrom(() => utilityProcess.fork(path.join(here, 'certificates.js'))) }),
    })
  })
