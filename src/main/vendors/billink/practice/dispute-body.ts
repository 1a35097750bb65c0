import type { IncomingMessage } from 'node:http'
import { createBase64Digest, type FileDigest } from './base64-digest.ts'
import { boundedBytes, parseJsonObject, readBody } from '../../../practice/body.ts'

/** All parameters but `file` together. */
const maxOtherBytes = 1024 * 1024

const [quote, backslash, colon, comma] = [0x22, 0x5c, 0x3a, 0x2c]
const [openObject, closeObject, openArray, closeArray] = [0x7b, 0x7d, 0x5b, 0x5d]

/** A dispute as it came, its file only as a digest. */
export interface DisputeBody {
  /** The parameters as sent, but for the text of `file`: where there is one, an empty text stands there. */
  parameters: Record<string, unknown>
  /** Absent where `file` was no text or an empty one, null where it was not base64. */
  file?: FileDigest | null
}

/**
 * Reads a dispute's JSON and lets the text of `file` pass without keeping it: this server runs in the app's own process,
 * and parsing a body of 140 MB as a whole would take over 400 MB of it. Everything else is left to `JSON.parse`.
 */
export async function readDisputeBody(request: IncomingMessage): Promise<DisputeBody> {
  const sieve = createFileSieve()
  await readBody(request, sieve.take)
  return sieve.finish()
}

/**
 * Follows the JSON just far enough to know where the text of the top-level key `file` begins and ends. That text goes to
 * the digest, all other bytes are kept; broken JSON stays broken and is refused at the end.
 */
export function createFileSieve(): { take(chunk: Buffer): void; finish(): DisputeBody } {
  const others = boundedBytes(maxOtherBytes)
  let file = createFileText()
  let place: 'outside' | 'string' | 'file' = 'outside'
  let escaped = false
  let depth = 0
  let afterColon = false
  /** The newest key's first characters, enough to tell `file` from any other. */
  let key = ''

  const structure = (byte: number | undefined) => {
    if (byte === openObject || byte === openArray) depth++
    else if (byte === closeObject || byte === closeArray) depth--
    if (byte === colon) afterColon = true
    else if (byte === comma || byte === openObject) afterColon = false
  }

  const beginString = () => {
    place = depth === 1 && afterColon && key === 'file' ? 'file' : 'string'
    if (place === 'file') file = createFileText()
    else if (!afterColon) key = ''
  }

  return {
    take(chunk) {
      let start = 0
      const handOn = (end: number) => {
        if (place === 'file') file.take(chunk.toString('latin1', start, end))
        else others.take(chunk.subarray(start, end))
        start = end
      }
      for (let index = 0; index < chunk.length; index++) {
        const byte = chunk[index]
        if (place === 'outside') {
          if (byte !== quote) structure(byte)
          else {
            handOn(index + 1)
            beginString()
          }
        } else if (escaped) escaped = false
        else if (byte === quote) {
          handOn(index)
          place = 'outside'
        } else {
          escaped = byte === backslash
          if (place === 'string' && !afterColon && key.length <= 'file'.length) key += String.fromCharCode(byte ?? 0)
        }
      }
      handOn(chunk.length)
    },
    finish() {
      const parameters = parseJsonObject(others.text())
      // A key spelled with escapes is a key all the same; its text was kept, within the limit of the others.
      if (typeof parameters.file === 'string') file.take(parameters.file)
      return file.isEmpty() ? { parameters } : { parameters, file: file.digest() }
    },
  }
}

/** The text of `file`. JSON may write `/` as `\/`, and PHP does; every other escape stands for something base64 has not. */
function createFileText(): { take(text: string): void; isEmpty(): boolean; digest(): FileDigest | null } {
  const base64 = createBase64Digest()
  let held = ''
  let empty = true
  return {
    take(text) {
      if (text !== '') empty = false
      const all = held + text
      held = all.endsWith('\\') ? '\\' : ''
      base64.take(all.slice(0, all.length - held.length).replaceAll('\\/', '/'))
    },
    isEmpty: () => empty,
    digest: base64.finish,
  }
}
