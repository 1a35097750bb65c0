import type { SourceFile } from '../storage/source-file.ts'

type Readable = Pick<SourceFile, 'bytes' | 'read'>

/** Far more than a letter needs; a file that claims more is read no further. */
const maxDirectorySectors = 256
const maxDirectoryBytes = 1024 * 1024

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/**
 * The names in a compound file (the container of .doc, .xls, .ppt and of Office files with a password), read from its
 * directory sectors. Bounded: a directory chain that runs in circles or over 256 sectors ends there.
 * @see MS-CFB 2.2 (header), 2.3 (FAT), 2.6 (directory)
 */
export async function compoundNames(file: Readable): Promise<Set<string>> {
  const names = new Set<string>()
  const header = await file.read(0, 512)
  if (header.length < 512) return names
  const view = viewOf(header)
  const sectorSize = view.getUint16(30, true) === 12 ? 4096 : 512
  const offsetOf = (sector: number) => (sector + 1) * sectorSize
  const fatSectors = Array.from({ length: 109 }, (_, index) => view.getUint32(76 + index * 4, true))
  let sector = view.getUint32(48, true)
  for (let count = 0; count < maxDirectorySectors && offsetOf(sector) < file.bytes; count += 1) {
    const entries = await file.read(offsetOf(sector), sectorSize)
    for (let at = 0; at + 128 <= entries.length; at += 128) names.add(entryName(entries.subarray(at, at + 128)))
    const fatSector = fatSectors[Math.floor(sector / (sectorSize / 4))]
    if (fatSector === undefined || offsetOf(fatSector) >= file.bytes) break
    const next = await file.read(offsetOf(fatSector) + (sector % (sectorSize / 4)) * 4, 4)
    if (next.length < 4) break
    sector = viewOf(next).getUint32(0, true)
  }
  names.delete('')
  return names
}

/** Only streams and storages in use have a name that counts. */
function entryName(entry: Uint8Array): string {
  const view = viewOf(entry)
  const length = Math.min(view.getUint16(64, true), 64)
  const type = view.getUint8(66)
  return type === 1 || type === 2 ? new TextDecoder('utf-16le').decode(entry.subarray(0, Math.max(0, length - 2))) : ''
}

/**
 * The names in a zip's central directory, which is what Word reads; the local headers before it can say anything. Nothing is
 * unpacked, so a bomb stays one.
 * @see APPNOTE 4.3.12, 4.3.16
 */
export async function zipNames(file: Readable): Promise<string[]> {
  const tailStart = Math.max(0, file.bytes - 22 - 0xff_ff)
  const tail = await file.read(tailStart, 22 + 0xff_ff)
  const view = viewOf(tail)
  for (let at = tail.length - 22; at >= 0; at -= 1) {
    if (view.getUint32(at, true) !== 0x06_05_4b_50) continue
    const size = Math.min(view.getUint32(at + 12, true), maxDirectoryBytes)
    return centralNames(await file.read(view.getUint32(at + 16, true), size))
  }
  return []
}

function centralNames(directory: Uint8Array): string[] {
  const view = viewOf(directory)
  const names: string[] = []
  for (let at = 0; at + 46 <= directory.length && view.getUint32(at, true) === 0x02_01_4b_50;) {
    const length = view.getUint16(at + 28, true)
    names.push(new TextDecoder().decode(directory.subarray(at + 46, at + 46 + length)))
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return names
}
