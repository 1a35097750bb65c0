import { maxSourceBytes } from '#shared/domain/evidence-limits.ts'
import { EvidenceFault } from './fault.ts'

/** Reads a file out of main's stream, whole; what does not come whole counts as lost. */
export async function fetchFile(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const response = await fetch(path, { cache: 'no-store' })
    if (!response.ok) throw new EvidenceFault('lost')
    const bytes = new Uint8Array(await response.arrayBuffer())
    if (bytes.length > maxSourceBytes) throw new EvidenceFault('tooManyPixels')
    return bytes
  } catch {
    throw new EvidenceFault('lost')
  }
}

/** Brings bytes to main; answers with the token under which they can be attached. */
export async function bringFile(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const response = await fetch(path, { method: 'POST', body: bytes })
  if (!response.ok) throw new EvidenceFault('lost')
  const { token } = (await response.json()) as { token: string }
  return token
}
