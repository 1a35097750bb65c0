import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { BrokenSeal, chunkBytes, type SealedBytes } from './sealed-stream.ts'

/** A file of the vault, opened for one reading. */
export async function storedBytes(path: string): Promise<SealedBytes & { close(): Promise<void> }> {
  const handle = await open(path, 'r')
  const { size } = await handle.stat()
  return {
    length: size,
    async read(offset, length, buffer = Buffer.allocUnsafeSlow(length)) {
      let filled = 0
      while (filled < length) {
        const { bytesRead } = await handle.read(buffer, filled, length - filled, offset + filled)
        if (bytesRead === 0) break
        filled += bytesRead
      }
      return buffer.subarray(0, filled)
    },
    close: () => handle.close(),
  }
}

/** A plain file, whose end is given only where the whole has the hash it was stored with. */
export async function* plainBytes(file: SealedBytes, sha256: string): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  for (let offset = 0; offset < file.length; offset += chunkBytes) {
    const length = Math.min(chunkBytes, file.length - offset)
    const bytes = await file.read(offset, length)
    hash.update(bytes)
    const end = offset + length === file.length
    if (bytes.length !== length || (end && hash.digest('hex') !== sha256)) throw new BrokenSeal()
    yield bytes
  }
}
