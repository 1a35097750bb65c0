import { open, readFile, stat } from 'node:fs/promises'
import { createTransmitter } from '#main/upstream/transmitter.ts'
import type { OutgoingFile } from '#main/upstream/types.ts'

/** Sends one dispute with this file to this address, as the app does, and tells how long it took and how much memory at most. */
const [url = '', path = ''] = process.argv.slice(2)

const chunkBytes = 196_608
const file: OutgoingFile = {
  name: 'bewijs.pdf',
  bytes: (await stat(path)).size,
  async *read() {
    await using handle = await open(path)
    for (let at = 0; at < file.bytes;) {
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(chunkBytes), 0, chunkBytes, at)
      if (bytesRead === 0) return
      at += bytesRead
      yield buffer.subarray(0, bytesRead)
    }
  },
}

/** `maxRSS` survives `exec` on Linux and would be that of whoever started this; the kernel's own high-water mark does not. */
async function peakBytes() {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '')
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]
  return (kilobytes ? Number(kilobytes) : process.resourceUsage().maxRSS) * 1024
}

const transmitter = createTransmitter({ resolveProxy: () => Promise.resolve('DIRECT') })
const from = performance.now()
const evidence = await transmitter.transmit(
  {
    destination: { kind: 'billink', url, username: 'bench' },
    secret: 'bench',
    payload: {
      kind: 'dispute',
      dispute: { invoice: '1', customerName: 'a', customerEmail: 'a@example.nl', category: 'c', locale: 'nl', message: 'm' },
    },
    file,
  },
  { signal: new AbortController().signal, onProgress: () => undefined },
)
const ms = performance.now() - from
await transmitter.close()
// The sink answers with the bytes it got: a run that lost some must not count.
const arrived = evidence.vendor.says === 'success' && evidence.vendor.number === String(evidence.request.bodyBytes)
process.send?.({ ms, peakBytes: await peakBytes(), arrived })
process.disconnect?.()
