import { readFile } from 'node:fs/promises'

/** The most this process ever held. `maxRSS` survives `exec` on Linux and would be that of whoever started it; the kernel's own mark does not. */
export async function peakBytes(): Promise<number> {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '')
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]
  return (kilobytes ? Number(kilobytes) : process.resourceUsage().maxRSS) * 1024
}
