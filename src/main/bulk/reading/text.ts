import type { Encoding } from '#shared/domain/bulk.ts'
import type { SourceFile } from '../../storage/source-file.ts'
import { unreadable } from './unreadable.ts'

const headBytes = 64 * 1024

/** Decodes a file piece by piece. Bytes that do not belong to the encoding are refused, never replaced. */
export async function* decoded(source: Pick<SourceFile, 'chunks'>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  const decode = (piece?: Uint8Array) => {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode()
    } catch (error) {
      throw unreadable('bulk.read.encoding', undefined, error)
    }
  }
  const checked = (text: string) => {
    if (text.includes('\0')) throw unreadable('bulk.read.notText')
    return text
  }
  for await (const piece of source.chunks()) yield checked(decode(piece))
  yield checked(decode())
}

/**
 * Tells how a text was written: by its byte order mark, by the zeros that UTF-16 has between letters, and else UTF-8 where
 * every byte of the file agrees. What is left is what Windows programs write.
 */
export async function detectEncoding(source: Pick<SourceFile, 'read' | 'chunks'>): Promise<Encoding> {
  const head = await source.read(0, headBytes)
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const wide = wideEncoding(head)
  if (wide) return wide
  if (isBinary(head)) throw unreadable('bulk.read.notText')
  return (await isUtf8(source)) ? 'utf-8' : 'windows-1252'
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

async function isUtf8(source: Pick<SourceFile, 'chunks'>): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const piece of source.chunks()) decoder.decode(piece, { stream: true })
    decoder.decode()
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}
