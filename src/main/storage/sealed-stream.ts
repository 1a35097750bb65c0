import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** A key and the name a sealed file knows it by. */
export interface DataKey {
  id: Buffer
  key: Buffer
}

/** A multiple of three, so that each chunk becomes base64 by itself when the file is sent. */
export const chunkBytes = 196_608
export const keyIdBytes = 8
const tagBytes = 16
const prefixBytes = 7
const magic = Buffer.from('BALIE\0\0\u0001', 'latin1')

/** Format, key and nonce prefix of one sealed file. */
export const headerBytes = magic.length + keyIdBytes + prefixBytes

/** The bytes are not what was sealed: damaged, cut off, reordered, for another file, or under another key. */
export class BrokenSeal extends Error {
  constructor() {
    super('The sealed file cannot be opened.')
    this.name = 'BrokenSeal'
  }
}

/** How long a sealed file must be; a check that needs no key. */
export const sealedLength = (plainBytes: number) =>
  headerBytes + plainBytes + tagBytes * Math.max(1, Math.ceil(plainBytes / chunkBytes))

/**
 * The nonce of the STREAM construction (Hoang, Reyhanitabar, Rogaway and Vizár 2015): random prefix, counter, last-flag. The
 * counter catches chunks that changed places, the flag a file that was cut off between two.
 */
function nonceOf(prefix: Uint8Array, counter: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(prefixBytes + 5)
  nonce.set(prefix)
  nonce.writeUInt32BE(counter, prefixBytes)
  nonce[prefixBytes + 4] = last ? 1 : 0
  return nonce
}

/** Each chunk is bound to the header and to the file's own id, so that no chunk or file can stand in for another. */
const boundTo = (header: Uint8Array, id: string) => Buffer.concat([header, Buffer.from(id, 'utf8')])

/**
 * Regroups any stream into pieces of `size`; only the last may be shorter, and there is always one. Each piece lies in the
 * same buffer and is good until the next is asked for, so that a large file leaves no trail of buffers behind.
 */
async function* regroup(source: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<{ bytes: Buffer; last: boolean }> {
  const piece = Buffer.allocUnsafeSlow(size)
  let filled = 0
  for await (const bytes of source) {
    for (let taken = 0; taken < bytes.length;) {
      // Full, and there is more: only now is it known that this piece is not the last.
      if (filled === size) {
        yield { bytes: piece, last: false }
        filled = 0
      }
      const part = bytes.subarray(taken, taken + size - filled)
      piece.set(part, filled)
      filled += part.length
      taken += part.length
    }
  }
  yield { bytes: piece.subarray(0, filled), last: true }
}

/** Seals a stream with AES-256-GCM, holding one chunk at a time. */
export async function* seal(plain: AsyncIterable<Uint8Array>, { id: keyId, key }: DataKey, id: string): AsyncGenerator<Buffer> {
  const prefix = randomBytes(prefixBytes)
  const header = Buffer.concat([magic, keyId, prefix])
  const bound = boundTo(header, id)
  yield header
  let counter = 0
  for await (const { bytes, last } of regroup(plain, chunkBytes)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(prefix, counter, last)).setAAD(bound)
    yield cipher.update(bytes)
    cipher.final()
    yield cipher.getAuthTag()
    counter += 1
  }
}

/** How much a sealed file of this length holds; a check that needs no key. */
const plainLength = (sealedBytes: number) =>
  sealedBytes - headerBytes - tagBytes * Math.ceil((sealedBytes - headerBytes) / (chunkBytes + tagBytes))

/** A sealed file as its reader sees it. */
export interface SealedBytes {
  length: number
  /** Up to `length` bytes, in `into` where one is given; fewer only at the end. */
  read(offset: number, length: number, into?: Buffer): Promise<Uint8Array>
}

/** The id of the key a sealed file names, so that it can be fetched before the file is opened. */
export async function keyIdOf(sealed: SealedBytes): Promise<Uint8Array> {
  const header = await sealed.read(0, headerBytes)
  if (header.length !== headerBytes || magic.compare(header, 0, magic.length) !== 0) throw new BrokenSeal()
  return header.subarray(magic.length, magic.length + keyIdBytes)
}

/**
 * Gives the plain bytes of any one chunk, once its own tag was right. They lie in no other's buffer; what is sealed is read into
 * `buffer`, where one chunk is asked for at a time.
 */
async function chunksOf(sealed: SealedBytes, { key }: DataKey, id: string, buffer?: Buffer) {
  const header = Buffer.from(await sealed.read(0, headerBytes))
  const prefix = header.subarray(headerBytes - prefixBytes)
  const bound = boundTo(header, id)
  return async (counter: number): Promise<{ bytes: Buffer; last: boolean }> => {
    const offset = headerBytes + counter * (chunkBytes + tagBytes)
    const length = Math.min(chunkBytes + tagBytes, sealed.length - offset)
    const bytes = length < tagBytes ? new Uint8Array() : await sealed.read(offset, length, buffer)
    if (bytes.length !== length || length < tagBytes) throw new BrokenSeal()
    const last = offset + length === sealed.length
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(prefix, counter, last), { authTagLength: tagBytes })
      .setAAD(bound)
      .setAuthTag(bytes.subarray(length - tagBytes))
    const plain = decipher.update(bytes.subarray(0, length - tagBytes))
    try {
      decipher.final()
    } catch {
      throw new BrokenSeal()
    }
    return { bytes: plain, last }
  }
}

/** Opens a sealed file chunk by chunk. Bytes are given only after their own tag was right; the end is given only if it is the end. */
export async function* open(sealed: SealedBytes, key: DataKey, id: string): AsyncGenerator<Buffer> {
  const chunk = await chunksOf(sealed, key, id, Buffer.allocUnsafeSlow(chunkBytes + tagBytes))
  for (let counter = 0; ; counter += 1) {
    const { bytes, last } = await chunk(counter)
    yield bytes
    if (last) return
  }
}

/** The same file for a reader that goes to and fro, as one of spreadsheets does: the header is read once, and the chunk it was in last is not opened again. */
export function openSealedAt(sealed: SealedBytes, key: DataKey, id: string): SealedBytes {
  const length = plainLength(sealed.length)
  let chunks: ReturnType<typeof chunksOf> | null = null
  let last: { counter: number; plain: Promise<Buffer> } | null = null
  const plainOf = (counter: number): Promise<Buffer> => {
    if (last?.counter === counter) return last.plain
    chunks ??= chunksOf(sealed, key, id)
    const plain = chunks.then(async (chunk) => (await chunk(counter)).bytes)
    last = { counter, plain }
    // What the disk did not give this time it may give the next.
    plain.catch(() => {
      chunks = null
      last = null
    })
    return plain
  }
  return {
    length,
    async read(offset, wanted, into) {
      const end = Math.min(offset + wanted, length)
      const bytes = into ?? Buffer.allocUnsafeSlow(Math.max(0, end - offset))
      for (let at = offset; at < end;) {
        const plain = await plainOf(Math.floor(at / chunkBytes))
        const part = plain.subarray(at % chunkBytes, (at % chunkBytes) + end - at)
        bytes.set(part, at - offset)
        at += part.length
      }
      return bytes.subarray(0, Math.max(0, end - offset))
    },
  }
}
