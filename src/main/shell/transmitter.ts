import { session, utilityProcess } from 'electron'
import path from 'node:path'
import type { createSignIns } from '../features/proxies/sign-ins.ts'
import { certificatesFrom } from '../upstream/certificates-from.ts'
import { lazyTransmitter } from '../upstream/lazy-transmitter.ts'

interface ShellTransmitterDeps {
  /** The folder of main's bundle. */
  here: string
  isStandIn: boolean
  signIns: ReturnType<typeof createSignIns>
}

/** What sends to vendors, by the system's proxies and certificates; loaded when something leaves. */
export const shellTransmitter = ({ here, isStandIn, signIns }: ShellTransmitterDeps) =>
  lazyTransmitter(async () => {
    const { createTransmitter } = await import('../vendors/transmitter.ts')
    return createTransmitter({
      signIns,
      resolveProxy: (url) => session.defaultSession.resolveProxy(url),
      // The stand-in is plain Node, which starts another of itself.
      ...(isStandIn
        ? {}
        : { freshCertificates: certificatesFrom(() => utilityProcess.fork(path.join(here, 'certificates.js'))) }),
    })
  })
