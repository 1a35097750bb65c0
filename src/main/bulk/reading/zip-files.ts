import { lstat } from 'node:fs/promises'
import { basename } from 'node:path'
import { safeFileName } from '../../storage/safe-file-name.ts'
import type { Entry } from 'yauzl'
import { openSource } from '../../storage/source-file.ts'
import { baseName, isClutter } from './file-names.ts'
import type { FileEntry, Files } from '../vocabulary/files.ts'
import { Unreadable, unreadable } from '../vocabulary/unreadable.ts'
import { openZip } from './zip.ts'
import { fileFinder, maxFiles } from './file-finder.ts'

/** SECURITY: photos and PDFs hardly shrink; what does so a hundredfold, over this many bytes, was made to fill a disk. */
const bomb = { bytes: 100 * 1024 * 1024, ratio: 100 }

const rules = {
  entries: maxFiles,
  damaged: 'bulk.files.notZip',
  tooMany: 'bulk.files.tooMany',
  tooLarge: 'bulk.files.tooLarge',
} as const

/** The same sentence with the file's name in it. */
const named = (error: unknown, values: { name: string; limit: number }) =>
  error instanceof Unreadable && 'id' in error.sentence ? unreadable(error.sentence.id, values, error) : error

/** Lists a ZIP by its directory; nothing is unpacked before a row's file is opened, and then in memory, never onto the disk. */
export async function openZipFiles(file: string): Promise<Files> {
  const name = safeFileName(basename(file))
  const state = await lstat(file).catch((error: unknown) => {
    throw unreadable('bulk.files.missing', { name }, error)
  })
  // SECURITY: opening a named pipe waits for a writer that may never come.
  if (!state.isFile()) throw unreadable('bulk.files.notZip', { name })
  const zip = await openZip({ path: file }, rules).catch((error: unknown) => {
    throw named(error, { name, limit: maxFiles })
  })
  const files = new Map<FileEntry, Entry>()
  for (const { name: path, entry } of zip.entries) {
    if (isClutter(path) || !isPlainFile(path, entry)) continue
    files.set({ path, name: baseName(path), bytes: entry.uncompressedSize }, entry)
  }
  const unpacked = zip.entries.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0)
  if (unpacked > bomb.bytes && unpacked > state.size * bomb.ratio) {
    zip.close()
    throw unreadable('bulk.files.bomb')
  }
  const entries = [...files.keys()]
  if (zip.entries.some(({ entry }) => entry.isEncrypted())) {
    zip.close()
    throw unreadable('bulk.files.password')
  }
  return {
    name,
    entries,
    find: fileFinder(entries, zip.outside),
    async open(entry, maxBytes) {
      const packed = files.get(entry)
      if (!packed || entry.bytes > maxBytes) throw unreadable('bulk.files.notZip', { name })
      const pieces: Uint8Array[] = []
      try {
        for await (const piece of zip.unpack(packed, maxBytes)) pieces.push(piece)
      } catch (error) {
        const limit = Math.floor(maxBytes / 1024 / 1024)
        throw named(error, { name, limit })
      }
      return openSource({ name: entry.name, bytes: Buffer.concat(pieces) })
    },
    close: async () => zip.close(),
  }
}

/** Folders are no files; a link in a ZIP is a file that says where to look instead, and nobody looks. */
function isPlainFile(path: string, entry: Entry): boolean {
  const unixMode = entry.externalFileAttributes >>> 16
  const isLink = (unixMode & 0o170000) === 0o120000
  return !path.endsWith('/') && !isLink
}
