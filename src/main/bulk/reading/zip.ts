import type { MessageId } from '#shared/languages/index.ts'
import { readFile, stat } from 'node:fs/promises'
import { fromBufferPromise, openPromise, type Entry, type ZipFile } from 'yauzl'
import { unreadable } from '../vocabulary/unreadable.ts'
import { archiveBytes, tailOf } from './zip-end.ts'
import { entryName, leadsOut } from './zip-names.ts'

/** What a kind of archive may hold, and the sentences for what it may not. */
export interface ZipRules {
  entries: number
  damaged: MessageId
  tooMany: MessageId
  tooLarge: MessageId
}

/** A file in an archive, and the name it is known by. */
export interface ZipMember {
  name: string
  entry: Entry
}

export interface Zip {
  entries: readonly ZipMember[]
  /** SECURITY: names that lead out of the archive were made to, or are of a program that should know better: nobody gets at these. */
  outside: readonly string[]
  /** An entry unpacked piece by piece, and never more of it than so many bytes. */
  unpack(entry: Entry, maxBytes: number): AsyncGenerator<Uint8Array>
  close(): void
}

/** Opens an archive by its central directory, which is what other programs show. */
export async function openZip(source: { bytes: Uint8Array } | { path: string }, rules: ZipRules): Promise<Zip> {
  const damaged = (error: unknown) => unreadable(rules.damaged, undefined, error)
  const opening = 'bytes' in source ? openBytes(source.bytes) : openFile(source.path)
  const file = await opening.catch((error: unknown) => {
    throw damaged(error)
  })
  try {
    return {
      ...(await listed(file, rules)),
      unpack: (entry, maxBytes) => unpacked(file, entry, maxBytes, rules),
      close: () => file.close(),
    }
  } catch (error) {
    file.close()
    throw error
  }
}

const options = { lazyEntries: true, autoClose: false, decodeStrings: false } as const

const openBytes = (bytes: Uint8Array) =>
  fromBufferPromise(bufferOf(bytes).subarray(0, archiveBytes(tailOf(bytes), bytes.length) ?? bytes.length), options)

/** SECURITY: an archive with something behind it is read whole; a larger one is refused as before. */
const maxWholeBytes = 256 * 1024 * 1024

async function openFile(path: string): Promise<ZipFile> {
  try {
    return await openPromise(path, options)
  } catch (error) {
    const { size } = await stat(path)
    if (size > maxWholeBytes) throw error
    return openBytes(await readFile(path))
  }
}

const bufferOf = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** SECURITY: names and remarks of entries are kept; no honest ones fill this much. */
const maxDirectoryBytes = 16 * 1024 * 1024

async function listed(file: ZipFile, rules: ZipRules): Promise<Pick<Zip, 'entries' | 'outside'>> {
  // SECURITY: the directory says how many there are; a million names are not read to find that there are too many.
  if (file.entryCount > rules.entries) throw unreadable(rules.tooMany, { limit: rules.entries })
  const entries: ZipMember[] = []
  const outside: string[] = []
  let bytes = 0
  try {
    for await (const entry of file.eachEntry()) {
      const name = entryName(entry)
      if (leadsOut(name)) outside.push(name)
      else entries.push({ name, entry })
      bytes += entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength
      if (bytes > maxDirectoryBytes) break
    }
  } catch (error) {
    throw unreadable(rules.damaged, undefined, error)
  }
  if (bytes > maxDirectoryBytes) throw unreadable(rules.damaged)
  return { entries, outside }
}

async function* unpacked(file: ZipFile, entry: Entry, maxBytes: number, rules: ZipRules): AsyncGenerator<Uint8Array> {
  // SECURITY: a bomb is refused by the size it declares, and stopped by its real one should it lie.
  const tooLarge = () => unreadable(rules.tooLarge, { limit: Math.floor(maxBytes / 1024 / 1024) })
  if (entry.uncompressedSize > maxBytes) throw tooLarge()
  let bytes = 0
  try {
    for await (const piece of await file.openReadStreamPromise(entry)) {
      bytes += (piece as Buffer).length
      if (bytes > maxBytes) break
      yield piece as Buffer
    }
  } catch (error) {
    throw unreadable(rules.damaged, undefined, error)
  }
  if (bytes > maxBytes) throw tooLarge()
}
