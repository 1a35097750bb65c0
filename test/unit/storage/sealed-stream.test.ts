import fc from 'fast-check'
import { createHash, randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import {
  BrokenSeal,
  chunkBytes,
  headerBytes,
  keyIdOf,
  open,
  openSealedAt,
  seal,
  sealedLength,
  type DataKey,
} from '#main/storage/sealed-stream.ts'

const key: DataKey = { id: randomBytes(8), key: randomBytes(32) }
const tagged = chunkBytes + 16

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const whole = async (pieces: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}

const sealed = (plain: Uint8Array, { pieces = chunkBytes, id = 'file-1', as = key } = {}) =>
  whole(seal(inPieces(plain, pieces), as, id))

const opened = (bytes: Uint8Array, { id = 'file-1', as = key } = {}) =>
  whole(open({ length: bytes.length, read: async (offset, length) => bytes.subarray(offset, offset + length) }, as, id))

/** Sizes around the chunk's edge, where a mistake in counting shows. */
const sizes = fc.oneof(
  fc.nat(2_000),
  fc.constantFrom(chunkBytes - 1, chunkBytes, chunkBytes + 1, 2 * chunkBytes, 3 * chunkBytes + 7),
)
const content = fc.tuple(sizes, fc.integer()).map(([size, seed]) => {
  const bytes = Buffer.alloc(size)
  let block = createHash('sha256').update(String(seed)).digest()
  for (let at = 0; at < size; at += block.length) {
    block.copy(bytes, at)
    if (at % (1 << 16) === 0) block = createHash('sha256').update(block).digest()
  }
  return bytes
})

const bytesAt = (bytes: Uint8Array) => ({
  length: bytes.length,
  read: async (offset: number, length: number) => bytes.subarray(offset, offset + length),
})

describe('a sealed stream', () => {
  test('is read anywhere in it, as a spreadsheet is, and never a byte that was changed', async () => {
    const spots = fc.tuple(content, fc.double({ min: 0, max: 1.1, noNaN: true }), fc.nat(2 * chunkBytes))
    await fc.assert(
      fc.asyncProperty(spots, async ([plain, part, length]) => {
        const bytes = await sealed(plain)
        const offset = Math.floor(part * plain.length)
        const at = openSealedAt(bytesAt(bytes), key, 'file-1')
        expect(at.length).toBe(plain.length)
        expect(Buffer.from(await at.read(offset, length)).equals(plain.subarray(offset, offset + length))).toBe(true)
        if (plain.length === 0) return
        bytes[headerBytes] = (bytes[headerBytes] ?? 0) ^ 1
        await expect(openSealedAt(bytesAt(bytes), key, 'file-1').read(0, 1)).rejects.toThrow(BrokenSeal)
      }),
      { numRuns: 60 },
    )
  })

  test('reads the header once and a chunk once, however many small looks there are', async () => {
    const plain = Buffer.alloc(2 * chunkBytes + 7, 'tabel ')
    const bytes = await sealed(plain)
    const reads: number[] = []
    let isDown = true
    const counted = {
      length: bytes.length,
      read: async (offset: number, length: number) => {
        reads.push(offset)
        if (isDown) throw new Error('EIO')
        return bytes.subarray(offset, offset + length)
      },
    }
    const at = openSealedAt(counted, key, 'file-1')
    await expect(at.read(0, 1)).rejects.toThrow('EIO')
    isDown = false
    reads.length = 0
    for (let offset = 0; offset < plain.length; offset += 50_000)
      expect(Buffer.from(await at.read(offset, 50_000)).equals(plain.subarray(offset, offset + 50_000))).toBe(true)
    expect(reads.filter((offset) => offset === 0)).toHaveLength(1)
    expect(new Set(reads).size).toBe(4)
    expect(reads).toHaveLength(4)
    const both = await Promise.all([at.read(0, 9), at.read(2 * chunkBytes, 7)])
    expect(both.map((one) => Buffer.from(one).toString())).toEqual([
      plain.toString('latin1', 0, 9),
      plain.toString('latin1', 2 * chunkBytes),
    ])
  })

  test('gives back exactly what was sealed, however it came in', async () => {
    await fc.assert(
      fc.asyncProperty(content, fc.constantFrom(1_000, 65_536, chunkBytes, chunkBytes + 1, 1_000_000), async (plain, pieces) => {
        const bytes = await sealed(plain, { pieces })
        expect(bytes.length).toBe(sealedLength(plain.length))
        expect((await opened(bytes)).equals(plain)).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  test('any flipped bit is found', async () => {
    await fc.assert(
      fc.asyncProperty(content, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(7), async (plain, place, bit) => {
        const bytes = await sealed(plain)
        const at = Math.min(bytes.length - 1, Math.floor(place * bytes.length))
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
        await expect(opened(bytes)).rejects.toThrow(BrokenSeal)
      }),
      { numRuns: 300 },
    )
  })

  test('any cut is found, between two chunks as well', async () => {
    await fc.assert(
      fc.asyncProperty(content, fc.double({ min: 0, max: 0.999, noNaN: true }), async (plain, place) => {
        const bytes = await sealed(plain)
        await expect(opened(bytes.subarray(0, Math.floor(place * bytes.length)))).rejects.toThrow(BrokenSeal)
      }),
      { numRuns: 300 },
    )
    const bytes = await sealed(Buffer.alloc(3 * chunkBytes, 1))
    for (const chunks of [1, 2])
      await expect(opened(bytes.subarray(0, headerBytes + chunks * tagged))).rejects.toThrow(BrokenSeal)
  })

  test('anything added is found', async () => {
    const bytes = await sealed(Buffer.alloc(chunkBytes, 1))
    for (const extra of [1, 16, tagged])
      await expect(opened(Buffer.concat([bytes, Buffer.alloc(extra)]))).rejects.toThrow(BrokenSeal)
    await expect(opened(Buffer.concat([bytes, bytes.subarray(headerBytes)]))).rejects.toThrow(BrokenSeal)
  })

  test('chunks that changed places or were left out are found', async () => {
    const bytes = await sealed(Buffer.alloc(4 * chunkBytes, 1))
    const header = bytes.subarray(0, headerBytes)
    const chunks = [0, 1, 2, 3].map((at) => bytes.subarray(headerBytes + at * tagged, headerBytes + (at + 1) * tagged))
    const orders = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 1 }).filter((order) => order.join('') !== '0123')
    await fc.assert(
      fc.asyncProperty(orders, async (order) => {
        const rearranged = Buffer.concat([header, ...order.map((at) => chunks[at] ?? Buffer.alloc(0))])
        await expect(opened(rearranged)).rejects.toThrow(BrokenSeal)
      }),
    )
  })

  test('a file cannot stand in for another, nor be opened with another key', async () => {
    const bytes = await sealed(Buffer.from('bijlage'))
    await expect(opened(bytes, { id: 'file-2' })).rejects.toThrow(BrokenSeal)
    await expect(opened(bytes, { as: { id: key.id, key: randomBytes(32) } })).rejects.toThrow(BrokenSeal)
  })

  test('nothing of a broken chunk is given, and all before it is', async () => {
    const plain = randomBytes(2 * chunkBytes)
    const bytes = await sealed(plain)
    bytes[headerBytes + tagged + 5] = (bytes[headerBytes + tagged + 5] ?? 0) ^ 1
    const given: Uint8Array[] = []
    const reading = (async () => {
      const source = {
        length: bytes.length,
        read: async (offset: number, length: number) => bytes.subarray(offset, offset + length),
      }
      for await (const piece of open(source, key, 'file-1')) given.push(piece)
    })()
    await expect(reading).rejects.toThrow(BrokenSeal)
    expect(Buffer.concat(given).equals(plain.subarray(0, chunkBytes))).toBe(true)
  })

  test('the same bytes are never sealed the same way twice, and show nothing of themselves', async () => {
    const plain = Buffer.from('Factuur van Jan Jansen '.repeat(20))
    const [one, two] = [await sealed(plain), await sealed(plain)]
    expect(one.equals(two)).toBe(false)
    expect(one.includes('Jan Jansen')).toBe(false)
  })

  test('names its key, and what is no sealed file names none', async () => {
    const of = (bytes: Uint8Array) =>
      keyIdOf({ length: bytes.length, read: async (offset, length) => bytes.subarray(offset, offset + length) })
    expect(Buffer.from(await of(await sealed(Buffer.from('x')))).equals(key.id)).toBe(true)
    await expect(of(Buffer.from('%PDF-1.4 a plain file of somebody'))).rejects.toThrow(BrokenSeal)
    await expect(of(Buffer.alloc(0))).rejects.toThrow(BrokenSeal)
  })
})
