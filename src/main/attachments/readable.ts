import type { SourceFile } from '../storage/source-file.ts'

/** A file that is looked into here and there, and never read whole into memory. */
export type Readable = Pick<SourceFile, 'bytes' | 'read'>

export const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
export const latin = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')

const piece = 1024 * 1024

/** Where a short text stands last in a file, looking from the end and no further than so many bytes; -1 where it does not. */
export async function lastIndexIn(file: Readable, text: string, within = file.bytes): Promise<number> {
  const wanted = Buffer.from(text, 'latin1')
  for (let end = file.bytes; end > file.bytes - within && end > 0; end -= piece) {
    const start = Math.max(0, end - piece)
    const bytes = Buffer.from(await file.read(start, end - start + wanted.length - 1))
    const at = bytes.lastIndexOf(wanted)
    if (at !== -1) return start + at
  }
  return -1
}
