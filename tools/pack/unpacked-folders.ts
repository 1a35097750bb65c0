import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The folders that electron-builder packed from, one for each kind of processor. */
export const unpackedFolders = (dist: string): string[] =>
  readdirSync(dist).flatMap((name) => {
    if (name.endsWith('-unpacked')) return [join(dist, name)]
    return /^mac(-|$)/.test(name) ? [join(dist, name, 'Balie.app')] : []
  })

/** What a person starts of one. */
export const executableIn = (folder: string): string => {
  if (folder.endsWith('.app')) return join(folder, 'Contents', 'MacOS', 'Balie')
  return join(folder, /[\\/]linux[^\\/]*$/.test(folder) ? 'balie' : 'Balie.exe')
}
