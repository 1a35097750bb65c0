import type { Encoding } from '#shared/domain/bulk.ts'
import type { SourceFile } from '../../storage/source-file.ts'
import { decodeLegacy, guessLegacy } from './legacy-letters.ts'
import { strayBytes, type StrayBytes } from './stray-bytes.ts'
import { unreadable, Unreadable } from '../vocabulary/unreadable.ts'

const headBytes = 64 * 1024

/**
 * A file as UTF-8, piece by piece and never in the middle of a letter, without its byte order mark. Bytes that do not belong to
 * the encoding are refused; only in a text that is UTF-8 but for a few of them do they become `�`, which no row is sent with.
 */
export async function* asUtf8(source: Pick<SourceFile, 'chunks'>, encoding: Encoding): AsyncGenerator<Buffer> {
  const pieces = ahead(source.chunks())
  for await (const piece of encoding === 'utf-8' ? wholeLetters(pieces, strayBytes()) : transcoded(pieces, encoding)) {
    if (piece.includes(0)) throw unreadable('bulk.read.notText')
    yield piece
  }
}

/** Reads the next piece while one is worked on: a disk that is asked only then keeps a busy computer waiting at every piece. */
async function* ahead(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]()
  const ask = () => {
    const next = iterator.next()
    // It is awaited below; until then nobody is there to hear that it failed.
    next.catch(() => undefined)
    return next
  }
  try {
    for (let next = ask(); ;) {
      const { done, value } = await next
      if (done) return
      next = ask()
      yield value
    }
  } finally {
    await iterator.return?.()
  }
}

/** UTF-8 needs no decoding: that it is UTF-8 is all there is to see to. */
async function* wholeLetters(pieces: AsyncIterable<Uint8Array>, stray: StrayBytes): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0)
  let first = true
  for await (const piece of pieces) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, piece]) : Buffer.from(piece.buffer, piece.byteOffset, piece.length)
    const end = bytes.length - begunLetter(bytes)
    rest = bytes.subarray(end)
    yield stray.seen(bytes.subarray(first && hasMark(bytes) ? 3 : 0, end))
    first = false
  }
  yield stray.seen(rest)
  if (!stray.areFew()) throw unreadable('bulk.read.encoding')
}

const hasMark = (bytes: Uint8Array) => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf

/** How many bytes at the end begin a letter that goes on in the next piece. */
function begunLetter(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0
  }
  return 0
}

async function* transcoded(pieces: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<Buffer> {
  if (encoding === 'macintosh' || encoding === 'ibm850') {
    for await (const piece of pieces) yield Buffer.from(decodeLegacy(piece, encoding))
    return
  }
  const decoder = new TextDecoder(encoding, { fatal: true })
  const decode = (piece?: Uint8Array) => {
    try {
      return Buffer.from(piece ? decoder.decode(piece, { stream: true }) : decoder.decode())
    } catch (error) {
      throw unreadable('bulk.read.encoding', undefined, error)
    }
  }
  // Half a letter at the very end, as a file that was cut off has it, costs the row it stands in and no other.
  let odd: Uint8Array = new Uint8Array()
  for await (const piece of pieces) {
    const bytes = odd.length > 0 ? Buffer.concat([odd, piece]) : piece
    odd = bytes.subarray(bytes.length - (bytes.length % 2))
    yield decode(bytes.subarray(0, bytes.length - odd.length))
  }
  yield decode()
  if (odd.length > 0 && !isPadding(odd[0] ?? 0, encoding)) yield Buffer.from('\ufffd')
}

/** What programs put behind the end of a text; in UTF-16BE a zero is the first half of any Latin letter. */
const isPadding = (byte: number, encoding: Encoding) =>
  [0x0a, 0x0d, 0x1a, 0x20].includes(byte) || (byte === 0 && encoding === 'utf-16le')

/** How a text was written, and whether that is a guess: nothing in a file of one byte a letter says which letters they are. */
export interface DetectedEncoding {
  encoding: Encoding
  isGuess: boolean
}

/**
 * Tells how a text was written: by its byte order mark, by the zeros that UTF-16 has between letters, and else UTF-8 where the
 * bytes of the file agree, or all but a few. What is left is of before Unicode.
 */
export async function detectEncoding(source: Pick<SourceFile, 'bytes' | 'read'>): Promise<DetectedEncoding> {
  const sure = (encoding: Encoding) => ({ encoding, isGuess: false })
  const head = await source.read(0, headBytes)
  if (head[0] === 0xff && head[1] === 0xfe) return sure('utf-16le')
  if (head[0] === 0xfe && head[1] === 0xff) return sure('utf-16be')
  const wide = wideEncoding(head)
  if (wide) return sure(wide)
  if (isBinary(head)) throw unreadable('bulk.read.notText')
  const stray = strayBytes()
  try {
    for await (const _ of wholeLetters(blocks(source), stray)) continue
    return sure('utf-8')
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
  }
  return { encoding: guessLegacy(stray.samples()), isGuess: true }
}

/** Latin letters in UTF-16 have a zero in every other place, always the same one. */
function wideEncoding(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const zeros = [0, 0]
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  const half = head.length / 2
  if (odd > half * 0.4 && even < half * 0.05) return 'utf-16le'
  return even > half * 0.4 && odd < half * 0.05 ? 'utf-16be' : null
}

/** Control characters other than tabs and line breaks: a text has a stray one at most, a program or picture many. */
function isBinary(head: Uint8Array): boolean {
  let odd = 0
  for (const byte of head) {
    if (byte === 0) return true
    if (byte < 32 && (byte < 9 || byte > 13)) odd += 1
  }
  return odd > 2 + head.length / 100
}

const blockBytes = 1024 * 1024

async function* blocks({ bytes, read }: Pick<SourceFile, 'bytes' | 'read'>): AsyncGenerator<Uint8Array> {
  for (let offset = 0; offset < bytes; offset += blockBytes) yield await read(offset, blockBytes)
}
