import type { FileEntry, Files } from '../vocabulary/files.ts'
import { baseName, pathWithin, sameName } from './file-names.ts'

/** SECURITY: of one folder or ZIP; what is more is no set of attachments. */
export const maxFiles = 20_000

/**
 * Finds files as a clerk names them: by path, or by name alone wherever it lies. The very name wins; else capitals and the way
 * accents are written do not matter. Two that fit are never chosen between. `outside` are the paths of a ZIP that lead out of it.
 */
export function fileFinder(entries: readonly FileEntry[], outside: readonly string[] = []): Files['find'] {
  const refused = new Set(outside.map((path) => sameName(baseName(path))))
  const exact = new Map<string, FileEntry[]>()
  const alike = new Map<string, FileEntry[]>()
  const put = (map: Map<string, FileEntry[]>, key: string, entry: FileEntry) => {
    const there = map.get(key)
    if (!there) map.set(key, [entry])
    else if (!there.includes(entry)) there.push(entry)
  }
  for (const entry of entries) {
    for (const name of [entry.path, baseName(entry.path)]) {
      put(exact, name.normalize('NFC'), entry)
      put(alike, sameName(name), entry)
    }
  }
  return (written) => {
    const path = pathWithin(written)
    if (path === null) return { entry: null, problem: 'escapes' }
    const found = exact.get(path) ?? alike.get(sameName(path)) ?? []
    // A path in full says which of two files of one name is meant.
    const [entry, other] = found.length > 1 ? found.filter((candidate) => candidate.path.normalize('NFC') === path) : found
    if (entry && !other) return { entry }
    if (found.length > 0) return { entry: null, problem: 'ambiguous' }
    return { entry: null, problem: refused.has(sameName(baseName(path))) ? 'outside' : 'missing' }
  }
}
