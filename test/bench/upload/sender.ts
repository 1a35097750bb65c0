import type { VaultRecord } from '#main/storage/attachment-vault.ts'
import { createTransmitter } from '#main/vendors/transmitter.ts'
import type { OutgoingFile } from '#main/upstream/types.ts'
import { peakBytes } from '#test/support/peak-memory.ts'
import { plainFile, vaultFile } from './files.ts'

/**
 * Sends one dispute to this address, as the app does, and tells how long it took and how much memory at most. The file is
 * the one at the path or, where a record is given, that file of the vault in the folder at the path.
 */
const [url = '', path = '', record] = process.argv.slice(2)
const file = record === undefined ? await plainFile(path) : vaultFile(path, JSON.parse(record) as VaultRecord)

const transmitter = createTransmitter({ resolveProxy: () => Promise.resolve('DIRECT') })
const dispute = { invoice: '1', customerName: 'a', customerEmail: 'a@example.nl', category: 'c', locale: 'nl', message: 'm' }
const send = (attached: OutgoingFile | null) =>
  transmitter.transmit(
    {
      destination: { kind: 'billink', url, username: 'bench' },
      secret: 'bench',
      payload: { kind: 'dispute', dispute },
      file: attached,
    },
    { signal: new AbortController().signal, onProgress: () => undefined },
  )

// The app runs already when a file is sent: what is loaded and compiled for the first request of all is not its time.
await send(null)
const from = performance.now()
const evidence = await send(file)
const ms = performance.now() - from
await transmitter.close()
// The sink answers with the bytes it got: a run that lost some must not count.
const arrived = evidence.vendor.says === 'success' && evidence.vendor.number === String(evidence.request.bodyBytes)
process.send?.({ ms, peakBytes: await peakBytes(), arrived })
process.disconnect?.()
