import { viewOf, type Readable } from './readable.ts'

/** SECURITY: far more than a letter needs; a directory that goes on, or in circles, is read no further. */
const maxDirectorySectors = 256
/** SECURITY: a table of tables for two gigabytes. */
const maxTableSectors = 512
const headerTables = 109

export interface CompoundFile {
  /** False where the header names places that the file does not have: its end is missing. */
  isWhole: boolean
  streams: ReadonlyMap<string, Readable>
}

const none: CompoundFile = { isWhole: false, streams: new Map() }

/**
 * The streams in a compound file (the container of .doc, .xls, .ppt and of Office files with a password), by its directory sectors.
 * Of a stream only the first sector can be read, which says what it is.
 * @see MS-CFB 2.2 (header), 2.3 (FAT), 2.5 (DIFAT), 2.6 (directory)
 */
export async function compoundFile(file: Readable): Promise<CompoundFile> {
  const header = await file.read(0, 512)
  if (header.length < 512) return none
  const view = viewOf(header)
  const sectorSize = view.getUint16(30, true) === 12 ? 4096 : 512
  const perSector = sectorSize / 4
  const offsetOf = (sector: number) => (sector + 1) * sectorSize
  const word = async (sector: number, index: number): Promise<number | null> => {
    const bytes = await file.read(offsetOf(sector) + index * 4, 4)
    return bytes.length < 4 ? null : viewOf(bytes).getUint32(0, true)
  }

  /** The sector of a part of the FAT: the header names the first 109, a chain of sectors the others of a file over 6.875 MB. */
  async function tableSector(part: number): Promise<number | null> {
    if (part < headerTables) return view.getUint32(76 + part * 4, true)
    let sector: number | null = view.getUint32(68, true)
    let left = part - headerTables
    for (let count = 0; sector !== null && count < maxTableSectors; count += 1) {
      if (left < perSector - 1) return word(sector, left)
      left -= perSector - 1
      sector = await word(sector, perSector - 1)
    }
    return null
  }

  const streams = new Map<string, Readable>()
  let sector = view.getUint32(48, true)
  if (offsetOf(sector) >= file.bytes) return none
  for (let count = 0; count < maxDirectorySectors && offsetOf(sector) < file.bytes; count += 1) {
    const entries = await file.read(offsetOf(sector), sectorSize)
    for (let at = 0; at + 128 <= entries.length; at += 128) {
      const { name, start } = entryOf(entries.subarray(at, at + 128))
      const first: Readable = {
        bytes: sectorSize,
        read: (offset, length) => file.read(offsetOf(start) + offset, Math.max(0, Math.min(length, sectorSize - offset))),
      }
      if (name !== '') streams.set(name, first)
    }
    const table = await tableSector(Math.floor(sector / perSector))
    const next = table === null ? null : await word(table, sector % perSector)
    if (next === null) break
    sector = next
  }
  return { isWhole: true, streams }
}

/** Only streams and storages in use have a name that counts. */
function entryOf(entry: Uint8Array): { name: string; start: number } {
  const view = viewOf(entry)
  const length = Math.min(view.getUint16(64, true), 64)
  const type = view.getUint8(66)
  const name = type === 1 || type === 2 ? new TextDecoder('utf-16le').decode(entry.subarray(0, Math.max(0, length - 2))) : ''
  return { name, start: view.getUint32(116, true) }
}

/**
 * Whether a Word document of before 2007 asks for a password.
 * @see MS-DOC 2.5.2 (FibBase: wIdent, fEncrypted)
 */
export async function isEncryptedDoc(stream: Readable): Promise<boolean> {
  const bytes = await stream.read(0, 12)
  if (bytes.length < 12) return false
  const view = viewOf(bytes)
  return view.getUint16(0, true) === 0xa5_ec && (view.getUint16(10, true) & 0x01_00) !== 0
}
