import { base64Length } from '#shared/domain/attachment.ts'
import type { StreamedBody } from './call.ts'
import { BodyFailure } from './cause.ts'
import type { OutgoingFile } from './types.ts'

/**
 * A multiple of three, so that pieces encode without padding between them; bounds what is in memory at once. 64 KiB of base64 is what
 * an allocator hands out again without asking the system: four times as much doubles the time the kernel takes.
 */
const pieceBytes = 3 * 16_384

const encode = (bytes: Buffer) => Buffer.from(bytes.toString('base64'), 'latin1')

/** Cuts what a file gives into pieces that encode on their own; at most two bytes wait for the next chunk. */
async function* base64Of(file: OutgoingFile): AsyncGenerator<Buffer> {
  let waiting: Buffer = Buffer.alloc(0)
  let bytes = 0
  try {
    for await (const chunk of file.read()) {
      bytes += chunk.byteLength
      if (bytes > file.bytes) break
      const view = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
      const joined = waiting.length > 0 ? Buffer.concat([waiting, view]) : view
      const whole = joined.length - (joined.length % 3)
      for (let at = 0; at < whole; at += pieceBytes) yield encode(joined.subarray(at, Math.min(at + pieceBytes, whole)))
      waiting = Buffer.from(joined.subarray(whole))
    }
  } catch (error) {
    throw new BodyFailure('the file cannot be read', { cause: error })
  }
  if (bytes !== file.bytes) throw new BodyFailure('the file has another length than when it was attached')
  if (waiting.length > 0) yield encode(waiting)
}

async function* around(before: Buffer, file: OutgoingFile, after: Buffer): AsyncGenerator<Uint8Array> {
  let head: Buffer | null = before
  for await (const piece of base64Of(file)) {
    yield head ? Buffer.concat([head, piece]) : piece
    head = null
  }
  yield head ? Buffer.concat([head, after]) : after
}

/**
 * A body with a file's standard base64 in its middle, encoded while it leaves: never whole in memory, its length known
 * beforehand. A file that fails, or has another length than announced, ends it before it is complete.
 */
export function base64Body(before: string, file: OutgoingFile, after: string): StreamedBody {
  const head = Buffer.from(before)
  const tail = Buffer.from(after)
  return {
    bytes: head.length + base64Length(file.bytes) + tail.length,
    async open() {
      const source = around(head, file, tail)
      const first = await source.next()
      let given = false
      const opened: AsyncIterableIterator<Uint8Array> = {
        [Symbol.asyncIterator]: () => opened,
        async next() {
          if (given) return source.next()
          given = true
          return first
        },
        async return() {
          await source.return(undefined)
          return { done: true, value: undefined }
        },
      }
      return opened
    },
  }
}
