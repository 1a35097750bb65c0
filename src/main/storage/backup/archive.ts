import * as z from 'zod'
import { BackupFailure } from './container.ts'

/**
 * SECURITY: names come out of a file that someone else may have made, and become paths. Only these exist: no path that leaves
 * the folder, no link, no program, nothing that another part of the app would read.
 */
const namePattern =
  /^(?:ledger\.sqlite|manifest\.json|preferences\.json|attachments\/[\w-]{1,100}\.(?:sealed|plain)|runs\/(?:\d{1,15}\.table|table-\d{1,15}\.sealed))$/
export const isArchived = (name: string): boolean => namePattern.test(name)

const metaBytesAtMost = 1024
const metaSchema = z.union([
  z.strictObject({ name: z.string().regex(namePattern), bytes: z.number().int().nonnegative() }),
  z.strictObject({ end: z.number().int().nonnegative() }),
])

/** One file of a backup. Its content is asked for once, whole, and before the next file. */
export interface Entry {
  name: string
  bytes: number
  content: AsyncIterable<Uint8Array>
}

function lineOf(meta: z.infer<typeof metaSchema>): Buffer {
  const text = Buffer.from(JSON.stringify(meta), 'utf8')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(text.length)
  return Buffer.concat([length, text])
}

/** Files one after the other, each with its name and length before it, and at the end how many there were. */
export async function* archiveOf(entries: AsyncIterable<Entry>): AsyncGenerator<Uint8Array> {
  let count = 0
  for await (const { name, bytes, content } of entries) {
    yield lineOf({ name, bytes })
    let given = 0
    for await (const piece of content) {
      given += piece.length
      yield piece
    }
    if (given !== bytes) throw new Error(`${name} changed while it was read.`)
    count += 1
  }
  yield lineOf({ end: count })
}

/** Takes bytes off a stream, so many at a time. */
function reader(stream: AsyncIterable<Uint8Array>) {
  const pieces = stream[Symbol.asyncIterator]()
  let rest: Uint8Array = new Uint8Array()
  const more = async (): Promise<boolean> => {
    while (rest.length === 0) {
      const next = await pieces.next()
      if (next.done) return false
      rest = next.value
    }
    return true
  }
  async function* take(length: number): AsyncGenerator<Uint8Array> {
    for (let left = length; left > 0;) {
      if (!(await more())) throw new BackupFailure('damaged')
      const piece = rest.subarray(0, left)
      rest = rest.subarray(piece.length)
      left -= piece.length
      yield piece
    }
  }
  return {
    take,
    async whole(length: number): Promise<Buffer> {
      const all: Uint8Array[] = []
      for await (const piece of take(length)) all.push(piece)
      return Buffer.concat(all)
    },
    isAtEnd: async () => !(await more()),
  }
}

/** The files of an archive. One that lists a name twice, another name than ours, or not as much as it says, is damaged. */
export async function* entriesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Entry> {
  const { take, whole, isAtEnd } = reader(stream)
  const seen = new Set<string>()
  for (;;) {
    const length = (await whole(4)).readUInt32BE()
    if (length > metaBytesAtMost) throw new BackupFailure('damaged')
    const meta = metaOf(await whole(length))
    if ('end' in meta) {
      if (meta.end !== seen.size || !(await isAtEnd())) throw new BackupFailure('damaged')
      return
    }
    // Of two names that differ in case alone, Windows and macOS would make one file.
    if (seen.has(meta.name.toLowerCase())) throw new BackupFailure('damaged')
    seen.add(meta.name.toLowerCase())
    let isTaken = false
    const content = (async function* () {
      yield* take(meta.bytes)
      isTaken = true
    })()
    yield { ...meta, content }
    if (!isTaken) throw new Error(`${meta.name} was not read whole.`)
  }
}

function metaOf(bytes: Buffer): z.infer<typeof metaSchema> {
  try {
    return metaSchema.parse(JSON.parse(bytes.toString('utf8')))
  } catch (error) {
    throw new BackupFailure('damaged', { cause: error })
  }
}
