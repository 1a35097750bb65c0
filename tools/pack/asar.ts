import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { extractFile, getRawHeader } from '@electron/asar'

/** A file of an asar, with what the header says of it. */
export interface AsarFile {
  name: string
  unpacked: boolean
  /** SHA-256 by the header; undefined where it has none. */
  hash: string | undefined
  bytes: Buffer
}

interface Node {
  files?: Record<string, Node>
  unpacked?: boolean
  integrity?: { hash: string }
}

const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex')

/** Every file of an asar, those beside it in `.unpacked` included. */
export function readAsar(asar: string): { headerHash: string; files: AsarFile[] } {
  const { header, headerString } = getRawHeader(asar)
  const below = (node: Node, at: string): AsarFile[] =>
    Object.entries(node.files ?? {}).flatMap(([part, entry]) => {
      const name = `${at}${part}`
      if (entry.files) return below(entry, `${name}/`)
      const unpacked = entry.unpacked === true
      const bytes = unpacked ? readFileSync(join(`${asar}.unpacked`, name)) : extractFile(asar, name)
      return [{ name, unpacked, hash: entry.integrity?.hash, bytes }]
    })
  return { headerHash: sha256(headerString), files: below(header, '') }
}

/** Files that are not what the header says, as Electron sees at the start on Windows and macOS. */
export const changedFiles = (files: readonly AsarFile[]): string[] =>
  files.flatMap(({ name, hash, bytes }) => (sha256(bytes) === hash ? [] : [`${name} is not what the header says`]))
