import { posix } from 'node:path'
import type { Entry } from 'yauzl'
import { unreadable } from '../../vocabulary/unreadable.ts'
import { openZip, type Zip } from '../zip.ts'
import { readWholeXml } from './xml.ts'

/** SECURITY: a part that is kept whole, or nearly, may hold what a table within the limits needs, and a sheet, which is not, more. */
export const maxPartBytes = {
  relations: 8 * 1024 * 1024,
  workbook: 8 * 1024 * 1024,
  styles: 16 * 1024 * 1024,
  strings: 64 * 1024 * 1024,
  sheet: 192 * 1024 * 1024,
}

const rules = {
  entries: 2000,
  damaged: 'bulk.read.damaged',
  tooMany: 'bulk.read.damaged',
  tooLarge: 'bulk.read.unpacksTooLarge',
} as const

export interface Relation {
  type: string
  target: string
}

/** The parts of a spreadsheet file by their names, and what they refer to. @see ECMA-376 part 2 */
export interface SpreadsheetPackage {
  part(name: string, kind: keyof typeof maxPartBytes): AsyncGenerator<Uint8Array> | null
  /** The only part with this name, in whatever folder. */
  find(name: string): string | null
  /** What a part refers to, by id; nothing outside the file is among them. */
  relations(ofPart: string): Promise<Map<string, Relation>>
  close(): void
}

/** Opens the package; two parts of one name are refused, because programs differ in which they take. */
export async function openPackage(bytes: Uint8Array): Promise<SpreadsheetPackage> {
  const zip = await openZip({ bytes }, rules)
  if (zip.outside.length > 0) throw unreadable('bulk.read.damaged')
  const parts = partsOf(zip)
  const part: SpreadsheetPackage['part'] = (name, kind) => {
    const entry = parts.get(name.toLowerCase())
    return entry ? zip.unpack(entry, maxPartBytes[kind]) : null
  }
  return {
    part,
    find(name) {
      const [found, other] = [...parts.keys()].filter((path) => posix.basename(path) === name)
      return found !== undefined && other === undefined ? found : null
    },
    async relations(ofPart) {
      const folder = posix.dirname(ofPart)
      const pieces = part(posix.join(folder, '_rels', `${posix.basename(ofPart)}.rels`), 'relations')
      const relations = new Map<string, Relation>()
      if (!pieces) return relations
      await readWholeXml(pieces, {
        open(name, attribute) {
          // SECURITY: what lies outside the file is not followed.
          if (name !== 'Relationship' || attribute('TargetMode') === 'External') return
          const target = posix.resolve('/', folder, (attribute('Target') ?? '').replaceAll('\\', '/')).slice(1)
          relations.set(attribute('Id') ?? '', { type: posix.basename(attribute('Type') ?? ''), target })
        },
      })
      return relations
    },
    close: () => zip.close(),
  }
}

function partsOf(zip: Zip): Map<string, Entry> {
  const parts = new Map<string, Entry>()
  for (const { name: path, entry } of zip.entries) {
    const name = path.toLowerCase()
    if (name === 'index.zip' || name === 'index/document.iwa') throw unreadable('bulk.read.numbers')
    if (parts.has(name)) throw unreadable('bulk.read.damaged')
    if (entry.isEncrypted()) throw unreadable('bulk.read.password')
    parts.set(name, entry)
  }
  return parts
}
