import { opendir, lstat, realpath } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import { safeFileName } from '../../storage/safe-file-name.ts'
import { openSource, SourceFailure } from '../../storage/source-file.ts'
import { isClutter } from './file-names.ts'
import type { FileEntry, Files } from '../vocabulary/files.ts'
import { unreadable } from '../vocabulary/unreadable.ts'
import { fileFinder, maxFiles } from './file-finder.ts'

/** SECURITY: folders within folders end here, as do circles of mounted ones. */
const maxDepth = 5

/**
 * Lists a folder and the folders in it. Links are left out and never followed, so that a folder that somebody sent cannot bring
 * in files from elsewhere.
 */
export async function openFolder(folder: string): Promise<Files> {
  const root = await realpath(folder).catch((error: unknown) => {
    throw unreadable('bulk.files.missing', { name: safeFileName(basename(folder)) }, error)
  })
  const entries: FileEntry[] = []
  const list = async (directory: string, depth: number): Promise<void> => {
    for await (const entry of await opendir(directory)) {
      const full = join(directory, entry.name)
      const path = relative(root, full).split(sep).join('/')
      if (isClutter(path)) continue
      if (entry.isDirectory() && depth < maxDepth) await list(full, depth + 1)
      if (!entry.isFile()) continue
      if (entries.length >= maxFiles) throw unreadable('bulk.files.tooMany', { limit: maxFiles })
      entries.push({ path, name: entry.name, bytes: (await lstat(full)).size })
    }
  }
  await list(root, 0)
  return {
    name: safeFileName(basename(root)),
    entries,
    find: fileFinder(entries),
    async open(entry, maxBytes) {
      const path = join(root, ...entry.path.split('/'))
      // SECURITY: between the listing and now a file or one of its folders may have become a link.
      if ((await realpath(path).catch(() => null)) !== path) throw new SourceFailure('missing')
      const file = await openSource({ path })
      if (file.bytes <= maxBytes) return file
      await file.close()
      throw new SourceFailure('changed')
    },
    close: async () => undefined,
  }
}
