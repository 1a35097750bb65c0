const signature = 0x06_05_4b_50
const recordBytes = 22

/** SECURITY: what stands behind an archive is looked through no further than this. */
const searchedBytes = 1024 * 1024

/**
 * How many bytes of a file are its archive. Mail gateways and download managers leave some behind the end, and other programs
 * read the archive all the same; null where there is no end to be found.
 */
export function archiveBytes(tail: Uint8Array, total: number): number | null {
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength)
  for (let at = tail.length - recordBytes; at >= 0; at -= 1) {
    if (view.getUint32(at, true) !== signature) continue
    const end = at + recordBytes + view.getUint16(at + 20, true)
    if (end <= tail.length) return total - tail.length + end
  }
  return null
}

export const tailOf = (bytes: Uint8Array): Uint8Array => bytes.subarray(Math.max(0, bytes.length - searchedBytes))
